"""What is usual for a brand: how many people an hour speak of each thing, remembered for about two days."""

from collections.abc import Iterable, Mapping
from math import exp
from typing import Final

from services.classify.domain.storms.post import ANY
from services.classify.domain.storms.rules import MINUTE

QUARTER: Final = 15 * MINUTE
"""Usual rates learn a quarter of an hour at a time."""
HOUR: Final = 60 * MINUTE
KEPT: Final = 2_000
"""The strongest keys of a brand that are remembered."""
_MEMORY: Final = 48.0
_DAY_MEMORY: Final = 7 * 24.0
_TRUST: Final = 6.0
"""Hours that a brand must be known until its own figures weigh as much as our guess."""
_GUESS: Final = {"*": 2.5, "@": 1.0, "#": 0.25}
_GUESS_OF_A_WORD: Final = 0.05
_DAY_TRUST: Final = 4.0
_LONGEST_GAP: Final = 10 * 24 * 4
_OPEN: Final = 0.1
"""What is said during a storm about its issue counts only so much towards what is usual."""


class Rates:
    """Usual rates of one brand. `since`: when it was first heard (milliseconds); `folded`: what has been learned."""

    def __init__(
        self,
        *,
        since: int = 0,
        folded: int = 0,
        counts: Mapping[str, tuple[float, int]] | None = None,
        day: Iterable[tuple[float, float]] = (),
    ) -> None:
        """`counts`: a decayed count by key, and as of when; `day`: people and hours by hour of the day (UTC)."""
        self.since = since
        self.folded = folded
        self.counts: dict[str, tuple[float, int]] = dict(counts or {})
        self.day: list[tuple[float, float]] = list(day) or [(0.0, 0.0)] * 24

    def begin(self, at: int) -> None:
        """A brand is heard for the first time; later calls change nothing."""
        if not self.since:
            self.since = self.folded = at // QUARTER * QUARTER

    def expected(self, key: str, at: int, span: int) -> float:
        """Return how many people one would expect to speak of a thing within a span (ms) that ends at an instant."""
        known = _remembered((self.folded - self.since) / HOUR)
        count, as_of = self.counts.get(key, (0.0, at))
        count *= exp(-max(0, self.folded - as_of) / HOUR / _MEMORY)
        rate = (count + _guess(key) * _TRUST) / (known + _TRUST)
        return float(rate * self._time_of_day(at - span // 2) * span / HOUR)

    @property
    def is_new(self) -> bool:
        """Until a brand was heard for a whole day its own figures say little."""
        return self.known_hours() < 24.0

    def known_hours(self) -> float:
        """Return for how many hours this brand has been learned."""
        return (self.folded - self.since) / HOUR

    def fold(self, until: int, people: Mapping[int, Mapping[str, int]], stormy: frozenset[str]) -> None:
        """Learn all quarters that end by `until`: how many people spoke of each key, by the quarter's start.

        `stormy`: keys of open storms, which are no measure of what is usual.
        """
        first = max(self.folded, until - _LONGEST_GAP * QUARTER)
        for start in range(first, until - QUARTER + 1, QUARTER):
            self._fold_one(start, people.get(start, {}), stormy)
            self.folded = start + QUARTER
        if len(self.counts) > 2 * KEPT:
            self._forget_the_weak()

    def _fold_one(self, start: int, people: Mapping[str, int], stormy: frozenset[str]) -> None:
        end = start + QUARTER
        for key, number in people.items():
            count, as_of = self.counts.get(key, (0.0, end))
            weight = _OPEN if key in stormy else 1.0
            self.counts[key] = (count * exp(-(end - as_of) / HOUR / _MEMORY) + weight * number, end)
        if stormy and people:
            return  # the shape of the day is learned from ordinary days
        hour = start // HOUR % 24
        faded = exp(-0.25 / _DAY_MEMORY * 24)  # an hour of the day comes once a day
        counted, hours = self.day[hour]
        self.day[hour] = (counted * faded + people.get(ANY, 0), hours * faded + 0.25)

    def _time_of_day(self, at: int) -> float:
        counted, hours = self.day[at // HOUR % 24]
        all_counted: float
        all_hours: float
        all_counted, all_hours = (sum(column) for column in zip(*self.day, strict=True))
        if not all_counted:
            return 1.0
        mean = all_counted / all_hours
        return (counted + _DAY_TRUST * mean) / (hours + _DAY_TRUST) / mean

    def _forget_the_weak(self) -> None:
        ranked = sorted(
            self.counts.items(), key=lambda one: (-one[1][0] * exp((one[1][1] - self.folded) / HOUR / _MEMORY), one[0])
        )
        self.counts = dict(ranked[:KEPT])


def _remembered(hours: float) -> float:
    return _MEMORY * (1 - exp(-hours / _MEMORY))


def _guess(key: str) -> float:
    guess = _GUESS.get(key[0], _GUESS_OF_A_WORD)
    return guess / 4 if "+" in key or " " in key else guess
