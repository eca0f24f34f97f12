"""What became of today's deadlines, and when a day begins where somebody is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from shared.case.state.clock import ClockKind

SLOT_SECONDS: Final = 900
"""Every zone's hours begin at a quarter of an hour of UTC."""
HOURS: Final = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day where somebody is: from `start` up to, and without, `end`, in UTC."""

    zone: ZoneInfo
    start: datetime
    end: datetime

    def hour(self, slot: int) -> int:
        """Return the local hour, 0 to 23, of a quarter of an hour, counted from 1970 in UTC."""
        return datetime.fromtimestamp(slot * SLOT_SECONDS, tz=self.zone).hour


def day_of(now: datetime, zone: ZoneInfo) -> Day:
    """Return the day that it is now there; it has 23 or 25 hours where clocks are changed."""
    today = now.astimezone(zone).date()
    start, end = (datetime.combine(one, time.min, tzinfo=zone) for one in (today, today + timedelta(days=1)))
    return Day(zone=zone, start=start.astimezone(UTC), end=end.astimezone(UTC))


@dataclass(slots=True, kw_only=True)
class ClockDay:
    """Deadlines of one kind. `met`, `met_late`: answered today. `late`, `running`, `paused`: open now, `late` past due.

    `breached`: how many deadlines passed unmet today, whatever followed.
    """

    kind: ClockKind
    met: int = 0
    met_late: int = 0
    late: int = 0
    running: int = 0
    paused: int = 0
    breached: int = 0

    @property
    def in_time_share(self) -> float | None:
        """Return the share, 0..1, in time of all that was met today or is late; None where nothing was."""
        decided = self.met + self.met_late + self.late
        return self.met / decided if decided else None


@dataclass(slots=True, kw_only=True)
class HourDay:
    """An hour of the day: cases opened, messages answered, deadlines passed."""

    hour: int
    opened: int = 0
    answered: int = 0
    breached: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """So many clocks of a kind that are alike. `met_slot`, `breach_slot`: quarters of an hour, None: not of today."""

    kind: ClockKind
    status: str
    met_slot: int | None
    breach_slot: int | None
    count: int


@dataclass(slots=True, kw_only=True)
class Today:
    """The report. `first_seconds`: how long, on the wall clock, those waited who got their first answer today."""

    day: Day
    clocks: list[ClockDay] = field(default_factory=lambda: [ClockDay(kind=kind) for kind in ClockKind])
    hours: list[HourDay] = field(default_factory=lambda: [HourDay(hour=hour) for hour in range(HOURS)])
    first_seconds: list[int] = field(default_factory=list)

    def count(self, found: Iterable[Counted]) -> None:
        """Add clocks."""
        kinds = {one.kind: one for one in self.clocks}
        for one in found:
            clock = kinds[one.kind]
            if one.status in ("met", "met_late", "late", "running", "paused"):
                setattr(clock, one.status, getattr(clock, one.status) + one.count)
            if one.met_slot is not None and one.kind is not ClockKind.RESOLUTION:
                self.hours[self.day.hour(one.met_slot)].answered += one.count
            if one.breach_slot is not None:
                clock.breached += one.count
                self.hours[self.day.hour(one.breach_slot)].breached += one.count

    def count_opened(self, slots: Mapping[int, int]) -> None:
        """Add cases opened, by quarter of an hour."""
        for slot, count in slots.items():
            self.hours[self.day.hour(slot)].opened += count

    def first_minutes(self, percent: int) -> float | None:
        """Return the minutes within which so many percent got their first answer; None where nobody did."""
        waited = sorted(self.first_seconds)
        return waited[max(0, -(-len(waited) * percent // 100) - 1)] / 60 if waited else None
