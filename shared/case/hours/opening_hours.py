"""A business calendar: weekly opening hours in a time zone, and the dates that differ."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from shared.case.hours.open_time import OpenTime
from shared.case.hours.spans import Holiday, Span, WrongCalendar, check_night, in_order
from shared.case.hours.text import read, written

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Files that zoneinfo finds beside the zones: other time scales, or whatever this machine is set to.
NO_ZONES = ("right/", "posix/", "posixrules", "localtime", "Factory")


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Opening hours by the wall clock of an IANA zone: seven days, Monday first, and the dates that differ.

    Raises WrongCalendar when they contradict themselves or are never open.
    """

    zone: str
    weekly: tuple[tuple[Span, ...], ...]
    holidays: tuple[Holiday, ...] = ()

    def __post_init__(self) -> None:
        _check_zone(self.zone)
        if len(self.weekly) != len(WEEKDAYS):
            raise WrongCalendar(f"a week of {len(self.weekly)} days: give seven, Monday first, () for a closed one")
        weekly = tuple(in_order(day, spans) for day, spans in zip(WEEKDAYS, self.weekly, strict=True))
        if not any(weekly) and not any(holiday.open for holiday in self.holidays):
            raise WrongCalendar("never open: give at least one day a span such as (540, 1020) for 09:00-17:00")
        holidays = tuple(sorted(self.holidays, key=lambda holiday: holiday.date))
        for one, other in pairwise(holidays):
            if one.date == other.date:
                raise WrongCalendar(f"the holiday {one.date} is there twice: give it once, with all its spans")
        # One meaning, one form: equal calendars have equal texts.
        object.__setattr__(self, "weekly", weekly)
        object.__setattr__(self, "holidays", holidays)
        self._check_nights()

    def text(self) -> str:
        """Return the calendar as one short line; equal calendars give equal lines."""
        return written(self.zone, self.weekly, self.holidays)

    @staticmethod
    @lru_cache(maxsize=1024)
    def of(text: str) -> "Calendar":
        """Return the calendar that this line says. Raises WrongCalendar."""
        zone, weekly, holidays = read(text)
        return Calendar(zone=zone, weekly=weekly, holidays=holidays)

    def open_time(self) -> OpenTime:
        """Return it made ready for counting."""
        holidays = {holiday.date.toordinal(): holiday.open for holiday in self.holidays}
        return OpenTime(zone=ZoneInfo(self.zone), weekly=self.weekly, holidays=holidays)

    def _check_nights(self) -> None:
        for i, day in enumerate(WEEKDAYS):
            check_night(day, self.weekly[i], WEEKDAYS[(i + 1) % 7], self.weekly[(i + 1) % 7])
        days = self.open_time()
        for ordinal, spans in days.holidays.items():
            name = date.fromordinal(ordinal).isoformat()
            check_night(f"the day before {name}", days.spans(ordinal - 1), name, spans)
            check_night(name, spans, f"the day after {name}", days.spans(ordinal + 1))


def _check_zone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        found = False
    else:
        found = not name.startswith(NO_ZONES)
    if not found:
        raise WrongCalendar(f"{name!r} is not a time zone: write an IANA name, such as Europe/Amsterdam or UTC")
