"""Finding phrases among words, in time linear in the words: dictionary look-ups, no regular expressions.

A phrase is written as people say it. `parcel*` stands for every word that begins so, `*wagen` for one that ends so,
`(hand|arm|leg*|big+toe)` for any of these, `(the+)?` for it or nothing. Between two words of a phrase up to two others
may stand (`cancel subscription` finds "cancel my damn subscription"); `+` allows none (`caught+fire`), `..` up to six
(`hand .. bandaged`).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, product
from typing import Final, Generic, TypeVar

from services.classify.domain.text import words_of

Label = TypeVar("Label")

_BETWEEN: Final = 2
_FAR: Final = 6
_MEMORY: Final = 20_000
_CHOICE: Final = re.compile(r"\(([^()]*)\)(\??)")
_PARTS: Final = re.compile(r"\.\.|\+|\([^()]*\)|[^\s+.()]+")


@dataclass(frozen=True, slots=True)
class Found(Generic[Label]):
    """A phrase that was there: what it speaks for, how strongly (0..1), the words seen, where they begin and end."""

    label: Label
    weight: float
    evidence: str
    at: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    """One of several: whole words, beginnings, endings. `gap`: how many others may stand before it."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    gap: int

    @property
    def is_next(self) -> bool:
        """Must it stand right behind the word before it, written as one of these?"""
        return self.gap == 0 and not self.beginnings and not self.endings

    def fits(self, word: str) -> bool:
        return word in self.whole or word.startswith(self.beginnings) or word.endswith(self.endings)


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[Label]):
    label: Label | None
    weight: float
    rest: tuple[_Word, ...]
    excuses: frozenset[Label] = frozenset()


@dataclass(frozen=True, slots=True)
class _Starting(Generic[Label]):
    """What begins with a word: alone; going on with one of whole words right behind it; or in any other way.

    Common words begin many phrases, so what can be looked up in one step is kept apart.
    """

    alone: tuple[_Phrase[Label], ...]
    with_next: dict[str, list[_Phrase[Label]]]
    others: tuple[_Phrase[Label], ...]


class Phrasebook(Generic[Label]):
    """Phrases and what they speak for."""

    def __init__(
        self,
        entries: Iterable[tuple[Label, float, str]],
        *,
        excuses: Iterable[tuple[frozenset[Label], str]] = (),
    ) -> None:
        """Each entry is a label, a weight (0..1) and phrases with commas between them.

        `excuses` are phrases that void what is found of these labels in any word of theirs: "kill time" is no threat.
        """
        self._whole: dict[str, list[_Phrase[Label]]] = defaultdict(list)
        self._beginning: dict[str, list[_Phrase[Label]]] = defaultdict(list)
        self._ending: dict[str, list[_Phrase[Label]]] = defaultdict(list)
        for label, weight, phrases in entries:
            for first, rest in _all_parsed(phrases):
                self._add(first, _Phrase(label, weight, rest))
        for labels, phrases in excuses:
            for first, rest in _all_parsed(phrases):
                self._add(first, _Phrase(None, 0.0, rest, labels))
        self._lengths = sorted({len(text) for text in self._beginning})
        self._tails = sorted({len(text) for text in self._ending})
        # People use few different words: remembering which begin a phrase saves most of the look-ups.
        self._known: dict[str, _Starting[Label] | None] = {}

    def find(self, words: Sequence[str]) -> list[Found[Label]]:
        """Return every phrase that is there and not excused, from left to right."""
        found: list[Found[Label]] = []
        excused: dict[int, frozenset[Label]] = {}
        known = self._known
        for at, word in enumerate(words):
            starting = known[word] if word in known else self._beginning_with(word)
            if starting is None:
                continue
            phrases: Iterable[_Phrase[Label]] = starting.alone
            if starting.with_next and at + 1 < len(words) and words[at + 1] in starting.with_next:
                phrases = chain(phrases, starting.with_next[words[at + 1]])
            for phrase in chain(phrases, starting.others) if starting.others else phrases:
                end = _end(phrase.rest, words, at) if phrase.rest else at
                if end < 0:
                    continue
                if phrase.label is not None:
                    evidence = " ".join(words[at : end + 1])
                    found.append(Found(phrase.label, phrase.weight, evidence, at, end))
                else:
                    for place in range(at, end + 1):
                        excused[place] = excused.get(place, frozenset()) | phrase.excuses
        if not excused:
            return found
        none: frozenset[Label] = frozenset()
        return [
            one
            for one in found
            if not any(one.label in excused.get(place, none) for place in range(one.at, one.end + 1))
        ]

    def _add(self, first: _Word, phrase: _Phrase[Label]) -> None:
        for text in first.whole:
            self._whole[text].append(phrase)
        for text in first.beginnings:
            self._beginning[text].append(phrase)
        for text in first.endings:
            self._ending[text].append(phrase)

    def _beginning_with(self, word: str) -> _Starting[Label] | None:
        phrases = list(self._whole.get(word, ()))
        for length in self._lengths:
            phrases += self._beginning.get(word[:length], ()) if length <= len(word) else ()
        for length in self._tails:
            phrases += self._ending.get(word[-length:], ()) if length <= len(word) else ()
        if len(self._known) >= _MEMORY:
            self._known.clear()
        self._known[word] = _sorted(phrases) if phrases else None
        return self._known[word]


def _sorted(phrases: list[_Phrase[Label]]) -> _Starting[Label]:
    with_next: dict[str, list[_Phrase[Label]]] = defaultdict(list)
    others: list[_Phrase[Label]] = []
    for phrase in phrases:
        if phrase.rest and phrase.rest[0].is_next:
            for text in phrase.rest[0].whole:
                with_next[text].append(phrase)
        elif phrase.rest:
            others.append(phrase)
    return _Starting(tuple(phrase for phrase in phrases if not phrase.rest), dict(with_next), tuple(others))


def _all_parsed(phrases: str) -> Iterator[tuple[_Word, tuple[_Word, ...]]]:
    for phrase in phrases.split(","):
        for spelt_out in _spelt_out(phrase):
            words = tuple(_words(spelt_out))
            if not words:
                raise ValueError(f"empty phrase: {phrase!r}")
            yield words[0], words[1:]


def _spelt_out(phrase: str) -> Iterator[str]:
    """Return the phrase once for each choice of several words; choices of one word stay together."""
    around: list[str] = []
    options: list[list[str]] = []
    done = 0
    for group in _CHOICE.finditer(phrase):
        choices = [choice.strip() for choice in group[1].split("|")]
        single = [choice for choice in choices if _is_one_word(choice)]
        several = [choice for choice in choices if not _is_one_word(choice)]
        around.append(phrase[done : group.start()])
        options.append([*([f"({'|'.join(single)})"] if single else []), *several, *([""] if group[2] else [])])
        done = group.end()
    for chosen in product(*options):
        yield "".join(chain.from_iterable(zip(around, chosen, strict=True))) + phrase[done:]


def _is_one_word(choice: str) -> bool:
    return "+" not in choice and " " not in choice and len(words_of(choice)) == 1


def _words(phrase: str) -> Iterator[_Word]:
    gap = _BETWEEN
    for part in _PARTS.findall(phrase):
        if part in ("+", ".."):
            gap = 0 if part == "+" else _FAR
            continue
        if part.startswith("("):
            choices = part[1:-1].split("|")
            yield _one_of([(choice, words_of(choice)[0]) for choice in choices], gap)
        else:
            *before, last = words_of(part) or ("",)
            for text in before:  # of "s'il" and the like
                yield _one_of([(text, text)], gap)
                gap = 0
            if last:
                yield _one_of([(part, last)], gap)
        gap = _BETWEEN


def _one_of(choices: Sequence[tuple[str, str]], gap: int) -> _Word:
    return _Word(
        frozenset(text for choice, text in choices if "*" not in choice),
        tuple(text for choice, text in choices if choice.endswith("*")),
        tuple(text for choice, text in choices if choice.startswith("*")),
        gap,
    )


def _end(rest: tuple[_Word, ...], words: Sequence[str], at: int) -> int:
    for wanted in rest:
        near = words[at + 1 : at + 2 + wanted.gap]
        if not (wanted.beginnings or wanted.endings) and wanted.whole.isdisjoint(near):
            return -1
        for place, word in enumerate(near, at + 1):
            if wanted.fits(word):
                at = place
                break
        else:
            return -1
    return at
