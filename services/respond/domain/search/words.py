"""What a word is to the search: without case, accents and characters that nobody sees, in any script with spaces."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 64
"""Letters of a word that count; of a longer one the first."""

# Accents that stand by themselves, soft hyphens and zero-width characters are parts of the word that they stand in.
_WORD: Final = re.compile(r"\w[\w\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is searched, and where it stands in the text: from `start` until before `end`, in code points."""

    text: str
    start: int
    end: int


def words_in(text: str) -> Iterator[Word]:
    """Give the words of a text in their order."""
    for found in _WORD.finditer(text):
        folded = fold(found[0])
        if folded:
            yield Word(folded, found.start(), found.end())


def fold(text: str) -> str:
    """Return what two spellings of a word have in common: `Größe`, `GRÖSSE` and `grösse` are all `grosse`."""
    if text.isascii():
        return text.lower()[:LONGEST]
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(one for one in apart if one == "_" or one.isalnum())[:LONGEST]
