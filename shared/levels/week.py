"""Opening hours as people write them: `mon-fri: ["09:00-17:00"]`, and the dates that differ."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from shared.case.hours.calendar import Holiday, Span

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

Week = tuple[tuple[Span, ...], ...]
"""The spans of seven days, Monday first."""

_SPAN: Final = re.compile(r"([0-9]{1,2}):([0-5][0-9]) ?- ?([0-9]{1,2}):([0-5][0-9])")
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MIDNIGHT: Final = 24 * 60
_EXAMPLE: Final = 'such as mon-fri: ["09:00-17:00"]'


def week(value: Any) -> Week:
    """Return a week from its mapping of days, or ranges of days, to spans. Raises ValueError, saying what to write."""
    if not isinstance(value, Mapping) or not value:
        raise ValueError(f"write days with their hours, {_EXAMPLE}")
    found: dict[str, tuple[Span, ...]] = {}
    for key, hours in value.items():
        for day in _days(key):
            if day in found:
                raise ValueError(f"{day} has hours twice: write all of them in one list")
            found[day] = spans(str(key), hours)
    if not any(found.values()):
        raise ValueError(f"never open: give at least one day hours, {_EXAMPLE}")
    return tuple(found.get(day, ()) for day in DAYS)


def holiday(value: Any) -> Holiday:
    """Return a holiday from its date (closed all day) or {date, hours}. Raises ValueError, saying what to write."""
    if isinstance(value, Mapping):
        unknown = value.keys() - {"date", "hours"}
        if unknown:
            raise ValueError(
                f"{', '.join(sorted(map(str, unknown)))}: a holiday has a date, and hours where it is short"
            )
        return Holiday(date=_date(value.get("date")), open=spans("hours", value.get("hours", [])))
    return Holiday(date=_date(value))


def spans(day: str, value: Any) -> tuple[Span, ...]:
    """Return the spans of a list such as ["09:00-12:00", "22:00-06:00"]. Raises ValueError, naming the day."""
    if not isinstance(value, list):
        raise ValueError(f'{day}: write a list, such as ["09:00-17:00"]; [] is closed')
    return tuple(_span(day, one) for one in value)


def _span(day: str, value: Any) -> Span:
    found = _SPAN.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise ValueError(f'{day}: {value!r} is not a span: write "09:00-17:00", or "22:00-06:00" for a night')
    start, end = (int(found[i]) * 60 + int(found[i + 1]) for i in (1, 3))
    if start >= _MIDNIGHT or end > _MIDNIGHT:
        raise ValueError(f"{day}: {value!r} has a time that no clock shows: the last are 23:59, and 24:00 as an end")
    if start == end:
        raise ValueError(f'{day}: {value!r} is no time at all: write "00:00-24:00" for around the clock')
    return start, end if end > start else end + _MIDNIGHT


def _days(key: Any) -> tuple[str, ...]:
    first, dash, end_of_range = str(key).partition("-")
    last = end_of_range if dash else first
    if first not in DAYS or last not in DAYS:
        raise ValueError(f"{str(key)!r} is no day: write one of {', '.join(DAYS)}, or a range such as mon-fri")
    start, end = DAYS.index(first), DAYS.index(last)
    return tuple(DAYS[(start + i) % 7] for i in range((end - start) % 7 + 1))


def _date(value: Any) -> date:
    text = value.isoformat() if type(value) is date else str(value)
    try:
        found = date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None:
        raise ValueError(f"{text!r} is not a date: write 2026-12-25, or {{date: 2026-12-24, hours: [...]}}")
    return found
