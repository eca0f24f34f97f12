"""Calendars for tests, and times on a wall clock."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from shared.case.hours.calendar import Calendar, Holiday, Span, deadline, open_seconds

AMSTERDAM = "Europe/Amsterdam"
HOUR, DAY = 3600, 86_400
OFFICE, NIGHT, WHOLE = ((540, 1020),), ((1320, 1800),), ((0, 1440),)
CLOSED: tuple[Span, ...] = ()


def utc(text: str, zone: str = "UTC") -> datetime:
    """Return the instant that a wall clock in this zone showed, such as '2026-10-24 12:00'."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def a_calendar(*week: tuple[Span, ...], zone: str = AMSTERDAM, holidays: tuple[Holiday, ...] = ()) -> Calendar:
    """Open 09:00-17:00 from Monday to Friday unless a week is given; one day given stands for all seven."""
    days = week or (OFFICE,) * 5 + (CLOSED,) * 2
    return Calendar(zone=zone, weekly=days * 7 if len(days) == 1 else days, holidays=holidays)


def open_hours(calendar: Calendar, start: str, end: str) -> float:
    """How many hours are open between these times on the calendar's own wall clock."""
    return open_seconds(calendar.text(), utc(start, calendar.zone), utc(end, calendar.zone)) / HOUR


def due(calendar: Calendar, start: str, hours: float) -> datetime | None:
    """Return when so many hours are over that start at this time on the calendar's own wall clock."""
    return deadline(calendar.text(), utc(start, calendar.zone), hours * HOUR)
