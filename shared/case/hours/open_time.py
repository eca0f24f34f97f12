"""When a calendar is open in real time: its wall-clock spans laid on the line of instants, four weeks at a time.

Instants and lengths are whole microseconds, instants since 1970 in UTC, so that nothing is lost in adding up.

Daylight saving time: a time on the wall clock stands for one instant, the first at which the clock shows that time or
a later one. In the hour that is skipped that is the instant after the gap; in the hour that comes twice it is its first
coming. A span's end and its neighbour's start are then the same instant, so no time is counted twice and none is lost
between them; a span around the gap is an hour shorter, one around the doubled hour an hour longer. The price: a span
that ends within the doubled hour ends at its first coming and is not open at the second.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache

from shared.case.hours.spans import Span

SECOND = 1_000_000
DAY = 86_400 * SECOND
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
EPOCH_DAY = EPOCH.toordinal()

STRETCH = 28
"""Days that are computed and remembered together: a usual deadline needs one or two stretches, a year thirteen."""

# What cannot be asked of datetime: days before the year 1 and after 9999. There a calendar counts as closed.
FIRST, LAST = 1, date.max.toordinal() // STRETCH - 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OpenTime:
    """A calendar made ready for counting: its days by weekday, its holidays by the date's ordinal.

    It is equal to itself only, which makes it a cheap key.
    """

    zone: tzinfo
    weekly: tuple[tuple[Span, ...], ...]
    holidays: Mapping[int, tuple[Span, ...]]

    def spans(self, day: int) -> tuple[Span, ...]:
        """Return what begins on the day with this ordinal."""
        found = self.holidays.get(day)
        return self.weekly[(day + 6) % 7] if found is None else found

    def between(self, start: int, end: int) -> int:
        """Return the open time in [start, end)."""
        return sum(stretch.before(end) - stretch.before(start) for stretch in self._stretches(start, end))

    def reach(self, start: int, end: int, length: int) -> int | None:
        """Return the earliest instant at which this much (above 0) was open since start; None: not by `end`."""
        for stretch in self._stretches(start, end):
            gone = stretch.before(start)
            if gone + length <= stretch.sums[-1]:
                found = stretch.after(gone + length)
                return found if found <= end else None
            length -= stretch.sums[-1] - gone
        return None

    def _stretches(self, start: int, end: int) -> Iterator["Stretch"]:
        # A shift may have begun on the local day before, and a local date is at most a day from that in UTC.
        first = max(FIRST, (EPOCH_DAY + start // DAY - 2) // STRETCH)
        last = min(LAST, (EPOCH_DAY + end // DAY + 1) // STRETCH)
        return (_stretch(self, number) for number in range(first, last + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Open times that begin within four weeks: from starts[i] to ends[i], with sums[i] of open time before it."""

    starts: list[int]
    ends: list[int]
    sums: list[int]

    def before(self, at: int) -> int:
        """Return this stretch's open time before an instant."""
        i = bisect_right(self.starts, at) - 1
        return self.sums[i] + min(at, self.ends[i]) - self.starts[i] if i >= 0 else 0

    def after(self, passed: int) -> int:
        """Return the earliest instant at which this much (above 0, at most all) of its open time has gone by."""
        i = bisect_left(self.sums, passed) - 1
        return self.starts[i] + passed - self.sums[i]


@lru_cache(maxsize=1024)
def _stretch(calendar: OpenTime, number: int) -> Stretch:
    starts, ends, sums = [], [], [0]
    first = number * STRETCH
    offsets = _noon_offsets(calendar.zone, first - 1, STRETCH + 3)
    for i in range(STRETCH):
        offset = offsets[i]
        # The same at four noons: the clock was not changed in the two days that this day's spans can reach into.
        steady = offset == offsets[i + 1] == offsets[i + 2] == offsets[i + 3]
        midnight = (first + i - EPOCH_DAY) * 86_400 - offset
        for opens, closes in calendar.spans(first + i):
            start = midnight + opens * 60 if steady else _instant(calendar.zone, first + i, opens)
            end = midnight + closes * 60 if steady else _instant(calendar.zone, first + i, closes)
            starts.append(start * SECOND)
            ends.append(end * SECOND)
            sums.append(sums[-1] + (end - start) * SECOND)
    return Stretch(starts=starts, ends=ends, sums=sums)


def _noon_offsets(zone: tzinfo, first: int, count: int) -> list[int]:
    noon, day = datetime.fromordinal(first).replace(hour=12), timedelta(days=1)
    return [_offset(zone, noon + day * i) for i in range(count)]


def _instant(zone: tzinfo, day: int, minute: int) -> int:
    """Return the first second since 1970 at which the clock on the wall shows this time or a later one."""
    wall = datetime.fromordinal(day) + timedelta(minutes=minute)
    local = (day - EPOCH_DAY) * 86_400 + minute * 60
    earlier, later = local - _offset(zone, wall.replace(fold=1)), local - _offset(zone, wall)
    if earlier >= later:
        return later
    # In a gap zoneinfo says how far the clock jumps, not when: it jumps between these two.
    between = range(earlier, later + 1)
    return between[bisect_left(between, wall, key=lambda at: _shown(zone, at))]


def _offset(zone: tzinfo, wall: datetime) -> int:
    return (zone.utcoffset(wall) or timedelta()) // timedelta(seconds=1)


def _shown(zone: tzinfo, at: int) -> datetime:
    return (EPOCH + timedelta(seconds=at)).astimezone(zone).replace(tzinfo=None, fold=0)
