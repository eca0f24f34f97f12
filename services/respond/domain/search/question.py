"""What a person asks the search for: words, "phrases in quotes", beginnings* of words; all of it has to be there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from services.respond.domain.refusals import NotTaken
from services.respond.domain.search.words import words_in

LONGEST: Final = 200
"""Characters."""
MOST_WORDS: Final = 16
_SHORTEST_BEGINNING: Final = 2

_CHUNK: Final = re.compile(r'"(?P<phrase>[^"]*)"?|(?P<bare>[^\s"]+)')
_QUOTES: Final = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
"""As people's keyboards write them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Words that stand one after the other. `is_beginning`: of the last one only the beginning was given."""

    words: tuple[str, ...]
    is_beginning: bool = False


Question = tuple[Asked, ...]


def question(text: str) -> Question:
    """Return what the text asks for. Nothing in it is an operator but quotes and a star at a word's end.

    What holds other signs between its words (`DV-123`) is a phrase. Raises NotTaken (no_words, too_many_words).
    """
    found = tuple(dict.fromkeys(_asked(text.translate(_QUOTES))))
    if not found:
        raise NotTaken("no_words", "there is no word in this to search for")
    if sum(len(one.words) for one in found) > MOST_WORDS:
        raise NotTaken("too_many_words", f"search for at most {MOST_WORDS} words")
    return found


def _asked(text: str) -> Iterator[Asked]:
    for chunk in _CHUNK.finditer(text):
        said = chunk["phrase"] if chunk["bare"] is None else chunk["bare"]
        words = tuple(word.text for word in words_in(said))
        if not words:
            continue
        starred = chunk["bare"] is not None and said.endswith("*")
        is_enough = len(words) > 1 or len(words[-1]) >= _SHORTEST_BEGINNING
        yield Asked(words, is_beginning=starred and is_enough)
