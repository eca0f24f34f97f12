"""Words as a phrase asks for them, and which of very many such a word of a text fits, without trying them all."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Word:
    """One of several: whole words, beginnings, endings. `gap`: how many others may stand before it."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    gap: int

    @property
    def is_next(self) -> bool:
        """Must it stand right behind the word before it, written as one of these?"""
        return self.gap == 0 and not self.beginnings and not self.endings

    def fits(self, text: str) -> bool:
        """Is this word of a text one of these?"""
        return text in self.whole or text.startswith(self.beginnings) or text.endswith(self.endings)


class Fitting(Generic[Thing]):
    """Things by the word that each asks for."""

    def __init__(self) -> None:
        self._whole: dict[str, list[Thing]] = defaultdict(list)
        self._beginning: dict[str, list[Thing]] = defaultdict(list)
        self._ending: dict[str, list[Thing]] = defaultdict(list)
        self._lengths: tuple[int, ...] = ()
        self._tails: tuple[int, ...] = ()

    def add(self, word: Word, thing: Thing) -> None:
        """Keep a thing for all that fits a word; its gap plays no part."""
        for kept, texts in (
            (self._whole, word.whole),
            (self._beginning, word.beginnings),
            (self._ending, word.endings),
        ):
            for text in texts:
                kept[text].append(thing)
        self._lengths = tuple(sorted({*self._lengths, *map(len, word.beginnings)}))
        self._tails = tuple(sorted({*self._tails, *map(len, word.endings)}))

    def of(self, text: str) -> list[Thing]:
        """Return the things whose words this word of a text fits: once for each way in which it does."""
        found = list(self._whole.get(text, ()))
        for length in self._lengths:
            if length > len(text):
                break
            found += self._beginning.get(text[:length], ())
        for length in self._tails:
            if length > len(text):
                break
            found += self._ending.get(text[-length:], ())
        return found
