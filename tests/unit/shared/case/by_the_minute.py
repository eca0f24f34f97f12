"""Open time counted the slow way: one minute after the other, each asked whether it counts. Shares no code with ours.

The rule for the clock change is put differently here on purpose: nobody turns the clock in the shop back. When the hour
comes twice it waits until the zone has caught up; when an hour is skipped it jumps.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

Spans = Sequence[tuple[int, int]]
MINUTE = timedelta(minutes=1)


def counting_minutes(
    *,
    zone: str,
    weekly: Sequence[Spans],
    holidays: Mapping[date, Spans],
    pauses: Sequence[tuple[datetime, datetime | None]],
    start: datetime,
    minutes: int,
) -> Iterator[datetime]:
    """Yield the beginning of every minute, out of so many since start, that is open and not paused."""
    local, highest = ZoneInfo(zone), datetime(1, 1, 1)  # noqa: DTZ001 - what hangs on the wall knows no zone
    for i in range(-26 * 60, minutes):
        at = start + i * MINUTE
        highest = max(highest, at.astimezone(local).replace(tzinfo=None))
        if i >= 0 and not _paused(at, pauses) and _open(highest, weekly, holidays):
            yield at


def reached(minutes: Iterator[datetime], wanted: int) -> datetime | None:
    """Return the end of the minute that makes it so many; None when there are not that many."""
    return next((at + MINUTE for i, at in enumerate(minutes, start=1) if i == wanted), None)


def _paused(at: datetime, pauses: Sequence[tuple[datetime, datetime | None]]) -> bool:
    return any(since <= at and (until is None or at < until) for since, until in pauses)


def _open(shown: datetime, weekly: Sequence[Spans], holidays: Mapping[date, Spans]) -> bool:
    minute = shown.hour * 60 + shown.minute
    today, yesterday = shown.date(), shown.date() - timedelta(days=1)
    begun_today = any(a <= minute < b for a, b in holidays.get(today, weekly[today.weekday()]))
    return begun_today or any(a <= minute + 1440 < b for a, b in holidays.get(yesterday, weekly[yesterday.weekday()]))
