"""When a day is open on the wall clock: spans, holidays, and what makes them wrong."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

Span = tuple[int, int]
"""Minutes since local midnight: start 0..1439, end 1..2880. It belongs to the day it begins on: a night shift from
22:00 to 06:00 is (1320, 1800), and a holiday on the next day does not cut it short."""

DAY = 1440


class WrongCalendar(ValueError):
    """The opening hours contradict themselves or mean nothing. The message says what to write instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A date whose spans stand in place of the weekly hours; none: closed all day. Raises WrongCalendar."""

    date: date
    open: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "open", in_order(self.date.isoformat(), self.open))


def in_order(day: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return a day's spans by start, so that one meaning has one form. Raises WrongCalendar, naming the day."""
    for start, end in spans:
        if not (0 <= start < DAY and start < end <= 2 * DAY):
            raise WrongCalendar(
                f"{day}: ({start}, {end}) is not a span: write minutes since midnight, start 0..1439, end after it and"
                " at most 2880; a night shift from 22:00 to 06:00 is (1320, 1800)"
            )
    ordered = tuple(sorted(spans))
    for first, second in pairwise(ordered):
        if first[1] > second[0]:
            raise WrongCalendar(f"{day}: {shown(first)} and {shown(second)} overlap: write one span, or part them")
    return ordered


def check_night(day: str, spans: tuple[Span, ...], next_day: str, next_spans: tuple[Span, ...]) -> None:
    """Raise WrongCalendar when the last shift of a day runs into the first of the next. Both are in order."""
    if spans and next_spans and spans[-1][1] - DAY > next_spans[0][0]:
        raise WrongCalendar(
            f"{day}'s {shown(spans[-1])} runs into {next_day}'s {shown(next_spans[0])}: end the first by"
            f" {_clock(next_spans[0][0])}, or begin the second when the first has ended"
        )


def shown(span: Span) -> str:
    """Return the span as people write it, such as 22:00-06:00 the next day."""
    start, end = span
    return f"{_clock(start)}-{_clock(end) if end <= DAY else f'{_clock(end - DAY)} the next day'}"


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
