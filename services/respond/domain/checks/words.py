"""A text as its words, folded so that spelling, case and accents do not matter, each with its place and sentence."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

_PIECE: Final = re.compile(r"[\w\u0300-\u036f\u200b-\u200d\u00ad\ufeff]+|[.!?…\n]+")
"""A word with what may hide in it, or what may end a sentence. Single classes only: a text is read once."""
_ENDS: Final = frozenset(".!?…")
_NOT_SPELLED: Final = ("Mn", "Cf")


@dataclass(frozen=True, slots=True)
class Word:
    """Code points `start` to `end` of the text, without accents and in small letters; the number of its sentence."""

    start: int
    end: int
    folded: str
    sentence: int


def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text, in order. A full stop within a number or an abbreviation ends no sentence."""
    found: list[Word] = []
    sentence = 0
    for piece in _PIECE.finditer(text):
        first = text[piece.start()]
        if first == "\n" or first in _ENDS:
            is_end = "\n" in piece[0] or piece.end() == len(text) or text[piece.end()].isspace()
            sentence += is_end
        else:
            found.append(Word(piece.start(), piece.end(), fold(piece[0]), sentence))
    return tuple(found)


def fold(word: str) -> str:
    """Return the word without case, accents and invisible signs."""
    letters = unicodedata.normalize("NFKD", word)
    return "".join(one for one in letters if unicodedata.category(one) not in _NOT_SPELLED).casefold()
