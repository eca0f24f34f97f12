"""The vectors that SEMANTICS.md, section 3, asks of every implementation, row by row."""

from collections.abc import Sequence

import pytest

from shared.case.hours.calendar import ALWAYS, Calendar, Holiday, Span, deadline, open_seconds
from tests.unit.shared.case.calendars import utc

# In November 2026 the 16th is a Monday, the 20th a Friday, the 23rd the next Monday.
ZONE = "Europe/Amsterdam"
MON, TUE, FRI, SAT, NEXT_MON, NEXT_TUE = (f"2026-11-{day}" for day in (16, 17, 20, 21, 23, 24))
HOURS = 3600


def working_days(*spans: Span, holidays: Sequence[str] = ()) -> str:
    closed = tuple(Holiday(date=utc(day).date()) for day in holidays)
    return Calendar(zone=ZONE, weekly=(spans,) * 5 + ((), ()), holidays=closed).text()


def every_day(*spans: Span) -> str:
    return Calendar(zone=ZONE, weekly=(spans,) * 7).text()


NINE_TO_FIVE = working_days((540, 1020))
SPLIT = working_days((540, 720), (780, 1020))
# "Starts Mon 04:30" is within the shift that began on Sunday.
NIGHTS = every_day((1320, 1800))

TABLE = [
    pytest.param(NINE_TO_FIVE, f"{FRI} 16:45", 0.5, [], f"{NEXT_MON} 09:15", id="target 30 min, starts Fri 16:45"),
    pytest.param(NINE_TO_FIVE, f"{FRI} 17:00", 8, [], f"{NEXT_MON} 17:00", id="target 8 h, starts Fri 17:00"),
    pytest.param(
        working_days((540, 1020), holidays=[NEXT_MON]),
        f"{SAT} 12:00",
        1,
        [],
        f"{NEXT_TUE} 10:00",
        id="target 1 h, starts Sat 12:00, Monday is a holiday",
    ),
    *(
        pytest.param(
            hours,
            "2026-10-24 12:00",
            24,
            [],
            "2026-10-25 11:00",
            id="24/7 calendar, Europe/Amsterdam, target 24 h, starts 2026-10-24 12:00 local (DST ends that night)"
            + way,
        )
        for hours, way in ((ALWAYS, ""), (every_day((0, 1440)), ", written out"))
    ),
    pytest.param(
        SPLIT, f"{TUE} 11:00", 4, [], f"{TUE} 16:00", id="split shift 09-12, 13-17, target 4 h, starts Tue 11:00"
    ),
    pytest.param(
        NIGHTS, f"{MON} 04:30", 3, [], f"{MON} 23:30", id="overnight shift 22-06, target 3 h, starts Mon 04:30"
    ),
    pytest.param(
        NINE_TO_FIVE,
        f"{MON} 09:00",
        4,
        [(f"{MON} 10:00", f"{MON} 12:00")],
        f"{MON} 15:00",
        id="resolution target 4 h, starts Mon 09:00, paused 10:00-12:00",
    ),
    pytest.param(
        NINE_TO_FIVE,
        f"{FRI} 10:00",
        8,
        [(f"{FRI} 16:00", f"{NEXT_MON} 10:00")],
        f"{NEXT_MON} 12:00",
        id="paused from Fri 16:00 over the weekend, resumed Mon 10:00, 2 h were left at the pause",
    ),
]


@pytest.mark.parametrize(("hours", "start", "target_hours", "paused", "answer"), TABLE)
def test_a_row_of_the_table(
    hours: str | None, start: str, target_hours: float, paused: list[tuple[str, str]], answer: str
) -> None:
    """The deadline is the row's answer, and counting from the start to it gives the target back."""
    begin, due, target = utc(start, ZONE), utc(answer, ZONE), target_hours * HOURS
    pauses = [(utc(since, ZONE), utc(until, ZONE)) for since, until in paused]

    assert deadline(hours, begin, target, pauses) == due
    assert open_seconds(hours, begin, due, pauses) == target
