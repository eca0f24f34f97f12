"""Counting open time: how much has gone by, and when a target is reached (SEMANTICS, section 3).

Everywhere `hours` is a calendar's text, as it is kept on every clock, or ALWAYS: open around the clock.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import lru_cache

from shared.case.hours.open_time import EPOCH, SECOND, OpenTime
from shared.case.hours.opening_hours import Calendar
from shared.case.hours.spans import Holiday, Span, WrongCalendar

__all__ = [
    "ALWAYS",
    "HORIZON",
    "Calendar",
    "Holiday",
    "Pause",
    "Span",
    "WrongCalendar",
    "deadline",
    "is_open",
    "open_seconds",
]

ALWAYS: None = None

HORIZON = timedelta(days=50 * 366)
"""A deadline further off than this is none: counting ends somewhere, also for a calendar that is hardly ever open."""

Pause = tuple[datetime, datetime | None]
"""From when to when time stands still, aware; None: still. Pauses may overlap and come in any order."""

MICROSECOND = timedelta(microseconds=1)
END_OF_TIME = (datetime.max.replace(tzinfo=EPOCH.tzinfo) - EPOCH) // MICROSECOND


def open_seconds(hours: str | None, start: datetime, end: datetime, pauses: Sequence[Pause] = ()) -> float:
    """Return the seconds of open time in [start, end) outside the pauses; 0 when the end is not after the start.

    Times are aware. Raises WrongCalendar.
    """
    calendar = _open_time(hours)
    running = _running(_instant(start), _instant(end), pauses)
    return sum(_open_between(calendar, since, until) for since, until in running) / SECOND


def deadline(hours: str | None, start: datetime, seconds: float, pauses: Sequence[Pause] = ()) -> datetime | None:
    """Return the earliest instant (UTC) at which so much open time outside the pauses has gone by since start.

    That is the end of an open span or the beginning of a pause when the target is reached just there; the start when
    the target is not above 0. None: not reached, because a pause is still on or within HORIZON. Raises WrongCalendar.
    """
    calendar, begin, left = _open_time(hours), _instant(start), round(seconds * SECOND)
    if left <= 0:
        return _datetime(begin)
    for since, until in _running(begin, min(begin + HORIZON // MICROSECOND, END_OF_TIME), pauses):
        found = _reach(calendar, since, until, left)
        if found is not None:
            return _datetime(found)
        left -= _open_between(calendar, since, until)
    return None


def is_open(hours: str | None, at: datetime) -> bool:
    """Is it open at this instant? The first instant of a span is, its last is not. Raises WrongCalendar."""
    calendar, instant = _open_time(hours), _instant(at)
    return _open_between(calendar, instant, instant + 1) > 0


def _running(start: int, end: int, pauses: Sequence[Pause]) -> Iterator[tuple[int, int]]:
    """What the pauses leave of [start, end), in order; overlapping pauses count as their union."""
    for since, until in sorted((_instant(a), END_OF_TIME if b is None else _instant(b)) for a, b in pauses):
        if since < until:
            if start < min(since, end):
                yield start, min(since, end)
            start = max(start, until)
    if start < end:
        yield start, end


def _open_between(calendar: OpenTime | None, start: int, end: int) -> int:
    return end - start if calendar is None else calendar.between(start, end)


def _reach(calendar: OpenTime | None, start: int, end: int, length: int) -> int | None:
    if calendar is None:
        return start + length if start + length <= end else None
    return calendar.reach(start, end, length)


@lru_cache(maxsize=1024)
def _open_time(hours: str | None) -> OpenTime | None:
    return None if hours is None else Calendar.of(hours).open_time()


def _instant(at: datetime) -> int:
    return (at - EPOCH) // MICROSECOND


def _datetime(instant: int) -> datetime:
    return EPOCH + timedelta(microseconds=instant)
