"""Waiting times of one severity, as they are read off a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tests.simulation.day import Day
from tests.simulation.town import TARGETS

SEVERITIES: Final = ("critical", "high", "normal", "low")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """Seconds from the customer's message until whoever dealt with it had it, in order of size.

    `late`: the share, 0..1, that was dealt with after the deadline of its severity.
    """

    seconds: Sequence[int]
    late: float

    def within(self, seconds: float) -> float:
        """Return the share, 0..1, that waited no longer than this."""
        return sum(one <= seconds for one in self.seconds) / len(self.seconds)

    def quantile(self, share: float) -> int:
        """Return how long the given share waited at most."""
        return self.seconds[min(len(self.seconds) - 1, int(len(self.seconds) * share))]


def waits(day: Day, severity: str) -> Waits:
    """Return the waiting times of the cases of this severity that were dealt with."""
    told = [one for one in day.told.values() if one.arrival.severity == severity and one.done is not None]
    late = sum((one.done or 0) - one.arrival.at > TARGETS[severity] for one in told)
    seconds = sorted(one.waited for one in told if one.waited is not None)
    return Waits(seconds=seconds, late=late / len(told))
