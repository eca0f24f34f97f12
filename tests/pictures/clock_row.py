"""One clock's log, drawn along an axis."""

from collections.abc import Iterator
from datetime import datetime, tzinfo

from shared.case.state.clock import ClockEvent, ClockMove, SlaClock
from tests.pictures.axis import Axis
from tests.pictures.marks import bar, label, mark

ABOVE, BELOW = -15, 25


def clock_row(axis: Axis, clock: SlaClock, y: float, *, zone: tzinfo) -> Iterator[str]:
    """Give what is drawn of a clock that has been met: thick where time counts, thin where it does not, its moves."""
    begin, met, terms = clock.log[0].at, clock.fulfilled_at, clock.terms
    if met is None or terms is None:
        raise ValueError(f"{clock.kind} is not met: there is no end to draw it to")
    used = f"{_length(clock.used_seconds(now=met))} of {_length(terms.target_seconds or 0)}"
    yield label(16, y, clock.kind.value.replace("_", " "), "row")
    yield label(16, y + 18, f"used {used}", "soft")
    since, kind = begin, "runs"
    for event in clock.log:
        if event.move in (ClockMove.PAUSE, ClockMove.RESUME, ClockMove.BREACH, ClockMove.FULFIL):
            yield from _stretch(axis, since, event.at, y, kind)
            since, kind = event.at, {ClockMove.PAUSE: "paused", ClockMove.BREACH: "late"}.get(event.move, "runs")
    yield mark(axis.x(begin), y, "start")
    first_pause = clock.first(ClockMove.PAUSE)
    for event in clock.log:
        yield from _moved(axis, clock, event, y, zone=zone, is_first_pause=event.at == first_pause)


def deadline_moved(axis: Axis, before: datetime, after: datetime, y: float, *, zone: tzinfo) -> Iterator[str]:
    """Give the deadline as it was before a pause, and as it was after it."""
    yield mark(axis.x(before), y, "former")
    yield label(axis.x(before), y + ABOVE, f"due {_time(before, zone)}", "middle soft")
    yield mark(axis.x(after), y, "due")
    yield label(axis.right, y + ABOVE, f"after the pause: {_time(after, zone)}", "end")


def _stretch(axis: Axis, since: datetime, until: datetime, y: float, kind: str) -> Iterator[str]:
    for is_open, begin, end in axis.spans(since, until):
        yield bar(axis.x(begin), axis.x(end), y, "still" if kind == "runs" and not is_open else kind)


def _moved(
    axis: Axis, clock: SlaClock, event: ClockEvent, y: float, *, zone: tzinfo, is_first_pause: bool
) -> Iterator[str]:
    x, at = axis.x(event.at), _time(event.at, zone)
    match event.move:
        case ClockMove.WARN:
            yield mark(x, y, "warn")
            yield label(x + 4, y + ABOVE, f"warning {at}", "end soon")
        case ClockMove.BREACH:
            yield mark(x, y, "breach")
            yield label(x - 4, y + ABOVE, f"breach {at}: the deadline's own instant", "late")
        case ClockMove.FULFIL:
            is_late, due = clock.breached_at is not None, clock.due_at
            if due is not None and not is_late:
                yield mark(axis.x(due), y, "due")
                yield label(axis.x(due) + 6, y + ABOVE, f"deadline {_time(due, zone)}", "")
            yield mark(x, y, "met")
            yield label(x, y + BELOW, f"met {at}{', late: the breach stays' if is_late else ''}", "middle met")
        case ClockMove.PAUSE if is_first_pause:
            yield label(x + 6, y + ABOVE, "stands still: it is the customer's turn", "soft")
        case _:
            return


def _time(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%a %H:%M}"


def _length(seconds: float) -> str:
    hours, rest = divmod(round(seconds), 3600)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{rest // 60} min" if rest else "") if part)
