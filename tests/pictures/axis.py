"""A line of time on which open hours are wide and closed ones narrow, by the calendar that counts the clocks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from shared.case.hours.calendar import is_open, open_seconds

QUARTER = timedelta(minutes=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """From `begin` to `end`, drawn from `left` to `right`; `closed_width`: what all closed time together takes."""

    hours: str | None
    begin: datetime
    end: datetime
    left: float
    right: float
    closed_width: float

    def x(self, at: datetime) -> float:
        """Return where an instant is drawn."""
        total = self.end - self.begin
        all_open = open_seconds(self.hours, self.begin, self.end)
        all_closed = total.total_seconds() - all_open
        passed = (at - self.begin).total_seconds()
        was_open = open_seconds(self.hours, self.begin, at)
        open_width = self.right - self.left - self.closed_width
        return self.left + was_open / all_open * open_width + (passed - was_open) / all_closed * self.closed_width

    def spans(self, since: datetime, until: datetime) -> Iterator[tuple[bool, datetime, datetime]]:
        """Give the open (True) and closed spans between two instants, in order; opening hours change on quarters."""
        start = since
        for at in self._quarters(since, until):
            if is_open(self.hours, at) is not is_open(self.hours, start):
                yield is_open(self.hours, start), start, at
                start = at
        yield is_open(self.hours, start), start, until

    def _quarters(self, since: datetime, until: datetime) -> Iterator[datetime]:
        at = since.replace(minute=0, second=0, microsecond=0)
        while at < until:
            if at > since:
                yield at
            at += QUARTER
