"""What other service levels make of all cases, added up."""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from heapq import nlargest

from services.route.domain.foresight import Foresight, Move, Shift


class Tally:
    """Adds up foresights, and keeps the `most` shifts that matter most."""

    def __init__(self, *, most: int) -> None:
        self._most = most
        self.cases = 0
        self.policies: Counter[tuple[str, str, bool]] = Counter()
        """By policy now, policy then, and whether the terms would differ."""
        self.queues: Counter[tuple[str | None, str | None]] = Counter()
        """By queue now and queue then, where these differ."""
        self.moves: Counter[Move] = Counter()
        self.passes: Counter[Move] = Counter()
        """Of the moves, those into the past."""
        self.most_affected: list[Shift] = []
        """First those into the past, then the widest moves."""

    def add(self, found: Iterable[Foresight]) -> None:
        """Count these in."""
        shifts: list[Shift] = []
        for one in found:
            now, then = one.now, one.then
            self.cases += 1
            self.policies[now.terms.policy, then.terms.policy, now.terms != then.terms] += 1
            if now.queue != then.queue:
                self.queues[now.queue, then.queue] += 1
            shifts += one.shifts
        for shift in shifts:
            self.moves[shift.move] += 1
            if shift.passes:
                self.passes[shift.move] += 1
        self.most_affected = nlargest(self._most, [*self.most_affected, *shifts], key=_weight)


def _weight(shift: Shift) -> tuple[bool, timedelta]:
    return shift.passes, abs(shift.by or timedelta())
