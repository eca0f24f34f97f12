"""A calendar as one short line, as it is kept on every clock: zone | seven days, Monday first | holidays.

`Europe/Amsterdam|540-720+780-1020;540-1020;540-1020;540-1020;540-1020;;|2026-12-24=540-720,2026-12-25` is a split shift
on Mondays, a closed weekend, a short Christmas Eve and a closed Christmas.
"""

import re
from collections.abc import Sequence
from datetime import date

from shared.case.hours.spans import Holiday, Span, WrongCalendar

SPAN = re.compile(r"([0-9]{1,4})-([0-9]{1,4})")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def written(zone: str, weekly: Sequence[Sequence[Span]], holidays: Sequence[Holiday]) -> str:
    """Return the line, in the order given."""
    days = ";".join(_written_day(spans) for spans in weekly)
    apart = ",".join(f"{it.date.isoformat()}{'=' if it.open else ''}{_written_day(it.open)}" for it in holidays)
    return f"{zone}|{days}|{apart}"


def read(text: str) -> tuple[str, tuple[tuple[Span, ...], ...], tuple[Holiday, ...]]:
    """Return zone, days and holidays. Raises WrongCalendar where the line cannot be read; the zone is not looked up."""
    parts = text.split("|")
    if len(parts) != 3:
        raise WrongCalendar(f"{text!r} is not a calendar: write zone|seven days parted by ;|holidays parted by comma")
    zone, days, apart = parts
    weekly = tuple(_read_day(day) for day in days.split(";"))
    return zone, weekly, tuple(_read_holiday(it) for it in apart.split(",") if it)


def _written_day(spans: Sequence[Span]) -> str:
    return "+".join(f"{start}-{end}" for start, end in spans)


def _read_day(text: str) -> tuple[Span, ...]:
    return tuple(_read_span(it) for it in text.split("+")) if text else ()


def _read_span(text: str) -> Span:
    found = SPAN.fullmatch(text)
    if found is None:
        raise WrongCalendar(f"{text!r} is not a span: write minutes since midnight, such as 540-1020 for 09:00-17:00")
    return int(found[1]), int(found[2])


def _read_holiday(text: str) -> Holiday:
    day, _, spans = text.partition("=")
    try:
        # Python reads more forms of a date than we write.
        found = date.fromisoformat(day) if DATE.fullmatch(day) else None
    except ValueError:
        found = None
    if found is None:
        raise WrongCalendar(f"{day!r} is not a date: write 2026-12-25, or 2026-12-24=540-720 for a day that is short")
    return Holiday(date=found, open=_read_day(spans))
