"""Times to the first answer by tenths of the customers, from the least followed to the most."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from shared.case.state.clock import ClockMove, SlaClock

TENTHS: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstAnswer:
    """One wait. Seconds from the clock's start to the answer, None while there is none.

    `open_seconds`: of opening hours, pauses left out, as the clock counts them; `wall_seconds`: as the customer does.
    """

    followers: int | None
    open_seconds: float | None
    wall_seconds: float | None
    breached: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Customers with so many followers, from `least` to `most`; both None: it is not known how many.

    Times in seconds, over those who were answered; None where nobody was. `breached`: share, 0..1, of all.
    """

    least: int | None
    most: int | None
    cases: int
    answered: int
    breached: float
    open_median: float | None
    open_p90: float | None
    wall_median: float | None
    wall_p90: float | None


@dataclass(slots=True)
class Tally:
    """All waits so far, by number of followers. It takes some 200 bytes for each."""

    waits: dict[int | None, list[FirstAnswer]] = field(default_factory=lambda: defaultdict(list))
    cases: int = 0

    def add(self, answers: Sequence[FirstAnswer]) -> None:
        """Count these."""
        self.cases += len(answers)
        for one in answers:
            self.waits[one.followers].append(one)

    def rows(self) -> list[Row]:
        """Return the tenths from the least followed on, then those of whom it is not known.

        Customers with equally many followers are in the same tenth, so that there may be fewer than ten rows.
        """
        known = sorted(count for count in self.waits if count is not None)
        numbers = [count for count in known for _ in self.waits[count]]
        edges = [numbers[len(numbers) * tenth // TENTHS] for tenth in range(1, TENTHS)] if numbers else []
        tenths: dict[int, list[int]] = defaultdict(list)
        for count in known:
            tenths[bisect_right(edges, count)].append(count)
        rows = [_row(counts, [one for count in counts for one in self.waits[count]]) for counts in tenths.values()]
        return [*rows, _row([], self.waits[None])] if self.waits.get(None) else rows


def first_answer(clock: SlaClock, *, followers: int | None) -> FirstAnswer | None:
    """Return what a clock of a first response tells; None where it never began."""
    start, met = clock.first(ClockMove.ACTIVATE), clock.fulfilled_at
    if start is None:
        return None
    return FirstAnswer(
        followers=followers,
        # An answer may have been posted before the message that it turned out to answer.
        open_seconds=None if met is None else max(0.0, clock.used_seconds(now=met)),
        wall_seconds=None if met is None else max(0.0, (met - start).total_seconds()),
        breached=clock.breached_at is not None,
    )


def quantile(values: Sequence[float], percent: int) -> float | None:
    """Return the smallest of the sorted values that at least so many percent of them do not exceed; None for none."""
    return values[max(0, -(-len(values) * percent // 100) - 1)] if values else None


def _row(counts: Sequence[int], waits: Sequence[FirstAnswer]) -> Row:
    opened = sorted(one.open_seconds for one in waits if one.open_seconds is not None)
    wall = sorted(one.wall_seconds for one in waits if one.wall_seconds is not None)
    return Row(
        least=min(counts, default=None),
        most=max(counts, default=None),
        cases=len(waits),
        answered=len(wall),
        breached=sum(one.breached for one in waits) / len(waits),
        open_median=quantile(opened, 50),
        open_p90=quantile(opened, 90),
        wall_median=quantile(wall, 50),
        wall_p90=quantile(wall, 90),
    )
