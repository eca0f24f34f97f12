"""`python -m tests.pictures.clock_life` draws docs/pictures/clock-life.svg. Every instant in it is the clocks' own."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from shared.case.state.clock import ClockKind
from shared.case.state.stage import OURS
from tests.pictures.axis import Axis
from tests.pictures.clock_row import clock_row, deadline_moved
from tests.pictures.marks import HEIGHT, WIDTH, bar, drawing, label, mark, region, rule
from tests.pictures.weekend import (
    ANSWERED,
    ANSWERED_LATE,
    RESOLVED,
    WRITES,
    WRITES_AGAIN,
    ZONE,
    Weekend,
    local,
    weekend,
)

PICTURE: Final = Path(__file__).parents[2] / "docs/pictures/clock-life.svg"
BEGIN: Final = local("2026-11-20 16:00")
END: Final = local("2026-11-24 13:00")
TOP, FOOT = 88, HEIGHT - 58
SAID_ROW, STAGE_ROW = 128, 180
CLOCK_ROWS: Final = {ClockKind.FIRST_RESPONSE: 248, ClockKind.NEXT_RESPONSE: 332, ClockKind.RESOLUTION: 416}
SAID: Final = (
    (WRITES, "customer", "writes"),
    (ANSWERED, "answer", "answer posted"),
    (WRITES_AGAIN, "customer", "writes again"),
    (ANSWERED_LATE, "answer", "answer posted"),
    (RESOLVED, "answer", "Mira resolves"),
)
KEY: Final = (
    ("runs", "open time counts"),
    ("still", "closed: no time counts"),
    ("paused", "paused"),
    ("late", "past the deadline"),
)


def draw() -> str:
    """Return the picture."""
    told = weekend()
    axis = Axis(hours=told.hours, begin=BEGIN, end=END, left=186, right=WIDTH - 16, closed_width=140)
    parts = [*_ground(axis), *_said(axis), *_stages(axis, told)]
    for clock in told.case.clocks:
        parts += clock_row(axis, clock, CLOCK_ROWS[clock.kind], zone=ZONE)
    if told.due_before_pause is not None and told.due_after_pause is not None:
        dues = told.due_before_pause, told.due_after_pause
        parts += deadline_moved(axis, *dues, CLOCK_ROWS[ClockKind.RESOLUTION], zone=ZONE)
    return drawing("One case over a weekend and its three clocks", [*parts, *_key()])


def _ground(axis: Axis) -> Iterator[str]:
    yield label(16, 32, "One case over a weekend, and its three clocks", "title")
    terms = "First and next response 2 h, resolution 8 h of open time; warning at 75 %."
    yield label(16, 54, f"Open Monday to Friday 09:00-17:00, Europe/Amsterdam. {terms}", "soft")
    for is_open, since, until in axis.spans(BEGIN, END):
        first, last = since.astimezone(ZONE), until.astimezone(ZONE)
        if is_open:
            yield region(axis.x(since), axis.x(until), TOP, FOOT, "open")
            yield label(axis.x(since) + 4, TOP - 7, f"{first:%a}", "day")
            yield from _hours(axis, since, until)
        elif (last.date() - first.date()).days > 1:
            yield label((axis.x(since) + axis.x(until)) / 2, TOP - 7, "Sat, Sun", "soft middle")


def _hours(axis: Axis, since: datetime, until: datetime) -> Iterator[str]:
    at = since
    while at < until:
        yield rule(axis.x(at), axis.x(at), TOP, FOOT, "hour")
        yield label(axis.x(at), FOOT + 16, f"{at.astimezone(ZONE):%H}", "soft middle")
        at += timedelta(hours=1)


def _said(axis: Axis) -> Iterator[str]:
    yield label(16, SAID_ROW + 4, "what happens", "row")
    for at, who, what in SAID:
        yield mark(axis.x(at), SAID_ROW, who)
        yield label(axis.x(at), SAID_ROW - 13, what, "" if at == WRITES else "middle")


def _stages(axis: Axis, told: Weekend) -> Iterator[str]:
    yield label(16, STAGE_ROW + 4, "stage", "row")
    ends = [at for at, _ in told.stages[1:]] + [END]
    for (since, stage), until in zip(told.stages, ends, strict=True):
        whose = "ours" if stage in OURS else "theirs"
        yield region(axis.x(since) + 1, axis.x(until) - 1, STAGE_ROW - 12, STAGE_ROW + 12, f"stage {whose}")
        middle = (axis.x(since) + axis.x(until)) / 2
        yield label(middle, STAGE_ROW + 4, stage.value.replace("_", " "), f"middle small {whose}")


def _key() -> Iterator[str]:
    x, y = 186.0, HEIGHT - 14
    for kind, text in KEY:
        yield bar(x, x + 26, y - 4, kind)
        yield label(x + 34, y, text, "soft")
        x += 70 + 7.6 * len(text)


if __name__ == "__main__":
    PICTURE.write_text(draw())
