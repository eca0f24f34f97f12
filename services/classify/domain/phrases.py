"""Finding phrases among words, in time linear in the words: dictionary look-ups, no regular expressions.

A phrase is written as people say it. `parcel*` stands for every word that begins so, `*wagen` for one that ends so,
`(hand|arm|leg*|big+toe)` for any of these, `(the+)?` for it or nothing. Between two words of a phrase up to two others
may stand (`cancel subscription` finds "cancel my damn subscription"); `+` allows none (`caught+fire`), `..` up to six
(`hand .. bandaged`).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, product
from operator import itemgetter
from typing import Final, Generic, TypeVar

from services.classify.domain.fitting import Fitting, Word
from services.classify.domain.text import words_of

Label = TypeVar("Label")

_BETWEEN: Final = 2
_FAR: Final = 6
_MEMORY: Final = 20_000
_NEXT: Final = -1
_NONE: Final[frozenset[int]] = frozenset()
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
class _Phrase(Generic[Label]):
    """`second`: the number of the phrase's second word, where it need not stand right behind the first."""

    label: Label | None
    weight: float
    rest: tuple[Word, ...]
    excuses: frozenset[Label] = frozenset()
    second: int = _NEXT


@dataclass(frozen=True, slots=True)
class _Starting(Generic[Label]):
    """What begins with a word: alone; going on with one of whole words right behind it; or in any other way.

    Common words begin many phrases, so what can be looked up in one step is kept apart. `others` are kept by the number
    of their second word, with their places in the order in which they are tried; `reach`: how far behind the first
    that can stand.
    """

    alone: tuple[_Phrase[Label], ...]
    with_next: dict[str, list[_Phrase[Label]]]
    others: dict[int, list[tuple[int, _Phrase[Label]]]]
    reach: int


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
        self._firsts: Fitting[_Phrase[Label]] = Fitting()
        self._seconds: Fitting[int] = Fitting()
        self._numbers: dict[Word, int] = {}
        for label, weight, phrases in entries:
            for first, rest in _all_parsed(phrases):
                self._firsts.add(first, _Phrase(label, weight, rest, second=self._number(rest)))
        for labels, phrases in excuses:
            for first, rest in _all_parsed(phrases):
                self._firsts.add(first, _Phrase(None, 0.0, rest, labels, self._number(rest)))
        # People use few different words: remembering which begin a phrase, and which go on with one, saves most of the
        # look-ups.
        self._known: dict[str, tuple[_Starting[Label] | None, frozenset[int]]] = {}

    def find(self, words: Sequence[str]) -> list[Found[Label]]:
        """Return every phrase that is there and not excused, from left to right."""
        found: list[Found[Label]] = []
        excused: dict[int, frozenset[Label]] = {}
        known = self._known
        about = [known[word] if word in known else self._learn(word) for word in words]
        there = _NONE.union(*[numbers for _, numbers in about])
        for at, (starting, _) in enumerate(about):
            if starting is None:
                continue
            phrases: Iterable[_Phrase[Label]] = starting.alone
            if starting.with_next and at + 1 < len(words) and words[at + 1] in starting.with_next:
                phrases = chain(phrases, starting.with_next[words[at + 1]])
            if not there.isdisjoint(starting.others):
                near = _NONE.union(*[numbers for _, numbers in about[at + 1 : at + 1 + starting.reach]])
                phrases = chain(phrases, _going_on(starting.others, near))
            for phrase in phrases:
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

    def _number(self, rest: tuple[Word, ...]) -> int:
        if not rest or rest[0].is_next:
            return _NEXT
        second = replace(rest[0], gap=0)
        if second not in self._numbers:
            self._numbers[second] = len(self._numbers)
            self._seconds.add(second, self._numbers[second])
        return self._numbers[second]

    def _learn(self, word: str) -> tuple[_Starting[Label] | None, frozenset[int]]:
        phrases = self._firsts.of(word)
        if len(self._known) >= _MEMORY:
            self._known.clear()
        found = (_sorted(phrases) if phrases else None, frozenset(self._seconds.of(word)) or _NONE)
        self._known[word] = found
        return found


def _sorted(phrases: list[_Phrase[Label]]) -> _Starting[Label]:
    with_next: dict[str, list[_Phrase[Label]]] = defaultdict(list)
    others: dict[int, list[tuple[int, _Phrase[Label]]]] = defaultdict(list)
    reach = 0
    for place, phrase in enumerate(phrases):
        if phrase.rest and phrase.second == _NEXT:
            for text in phrase.rest[0].whole:
                with_next[text].append(phrase)
        elif phrase.rest:
            others[phrase.second].append((place, phrase))
            reach = max(reach, 1 + phrase.rest[0].gap)
    return _Starting(tuple(phrase for phrase in phrases if not phrase.rest), dict(with_next), dict(others), reach)


def _going_on(others: dict[int, list[tuple[int, _Phrase[Label]]]], near: frozenset[int]) -> Iterator[_Phrase[Label]]:
    """Return those whose second word is near, in the order in which they are tried."""
    tried = [one for number in near if number in others for one in others[number]]
    tried.sort(key=itemgetter(0))
    return map(itemgetter(1), tried)


def _all_parsed(phrases: str) -> Iterator[tuple[Word, tuple[Word, ...]]]:
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


def _words(phrase: str) -> Iterator[Word]:
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


def _one_of(choices: Sequence[tuple[str, str]], gap: int) -> Word:
    return Word(
        frozenset(text for choice, text in choices if "*" not in choice),
        tuple(text for choice, text in choices if choice.endswith("*")),
        tuple(text for choice, text in choices if choice.startswith("*")),
        gap,
    )


def _end(rest: tuple[Word, ...], words: Sequence[str], at: int) -> int:
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
