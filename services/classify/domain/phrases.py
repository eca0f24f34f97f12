"""Finding phrases among words, in time linear in the words: dictionary look-ups, no regular expressions.

A phrase is written as people say it. `parcel*` stands for every word that begins so; between two words of a phrase up
to two others may stand (`cancel subscription` finds "cancel my damn subscription"); `+` allows none (`caught+fire`).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from services.classify.domain.text import words_of

Label = TypeVar("Label")

_BETWEEN: Final = 2
_MEMORY: Final = 20_000


@dataclass(frozen=True, slots=True)
class Found(Generic[Label]):
    """A phrase that was there: what it speaks for, how strongly (0..1), the words seen, and where they begin."""

    label: Label
    weight: float
    evidence: str
    at: int


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    prefix: bool
    gap: int

    def fits(self, word: str) -> bool:
        return word.startswith(self.text) if self.prefix else word == self.text


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[Label]):
    label: Label
    weight: float
    rest: tuple[_Word, ...]


class Phrasebook(Generic[Label]):
    """Phrases and what they speak for."""

    def __init__(self, entries: Iterable[tuple[Label, float, str]]) -> None:
        """Each entry is a label, a weight (0..1) and phrases with commas between them."""
        self._exact: dict[str, list[_Phrase[Label]]] = defaultdict(list)
        self._prefix: dict[str, list[_Phrase[Label]]] = defaultdict(list)
        for label, weight, phrases in entries:
            for phrase in phrases.split(","):
                first, *rest = _parsed(phrase)
                (self._prefix if first.prefix else self._exact)[first.text].append(_Phrase(label, weight, tuple(rest)))
        self._lengths = sorted({len(prefix) for prefix in self._prefix})
        # People use few different words: remembering which begin a phrase saves most of the look-ups.
        self._known: dict[str, tuple[_Phrase[Label], ...]] = {}

    def find(self, words: Sequence[str]) -> list[Found[Label]]:
        """Return every phrase that is there, from left to right."""
        found: list[Found[Label]] = []
        known = self._known
        for at, word in enumerate(words):
            phrases = known.get(word)
            if phrases is None:
                phrases = self._beginning_with(word)
            for phrase in phrases:
                end = _end(phrase.rest, words, at) if phrase.rest else at
                if end >= 0:
                    found.append(Found(phrase.label, phrase.weight, " ".join(words[at : end + 1]), at))
        return found

    def _beginning_with(self, word: str) -> tuple[_Phrase[Label], ...]:
        phrases = list(self._exact.get(word, ()))
        for length in self._lengths:
            phrases += self._prefix.get(word[:length], ()) if length <= len(word) else ()
        if len(self._known) >= _MEMORY:
            self._known.clear()
        self._known[word] = tuple(phrases)
        return self._known[word]


def _parsed(phrase: str) -> list[_Word]:
    words: list[_Word] = []
    for part in phrase.split():
        for place, piece in enumerate(part.split("+")):
            folded = words_of(piece)
            gap = 0 if place else _BETWEEN
            for number, text in enumerate(folded):
                last = number == len(folded) - 1
                words.append(_Word(text, piece.endswith("*") and last, gap if number == 0 else 0))
    if not words:
        raise ValueError(f"empty phrase: {phrase!r}")
    return words


def _end(rest: tuple[_Word, ...], words: Sequence[str], at: int) -> int:
    for wanted in rest:
        for place in range(at + 1, min(at + 2 + wanted.gap, len(words))):
            if wanted.fits(words[place]):
                at = place
                break
        else:
            return -1
    return at
