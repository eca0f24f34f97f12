"""Calendars on the days on which the clock is changed, both ways, by an hour, by half, by a day."""

from datetime import timedelta

import pytest

from shared.case.hours.calendar import Calendar, Holiday, Span, deadline, is_open, open_seconds
from tests.unit.shared.case.calendars import AMSTERDAM, DAY, HOUR, a_calendar, utc

MICROSECOND = timedelta(microseconds=1)


CHANGES = [
    (AMSTERDAM, "2026-03-29", 23),
    (AMSTERDAM, "2026-10-25", 25),
    ("America/New_York", "2026-03-08", 23),
    ("America/New_York", "2026-11-01", 25),
    ("Australia/Lord_Howe", "2026-10-04", 23.5),
    ("Australia/Lord_Howe", "2026-04-05", 24.5),
    ("America/Sao_Paulo", "2018-11-04", 23),  # there is no 00:00 on this day
    ("America/Sao_Paulo", "2018-02-17", 25),  # 23:00 comes twice
    ("Asia/Beirut", "2026-03-29", 23),
    ("Asia/Beirut", "2026-10-24", 25),
    ("America/Toronto", "1919-03-30", 23.5),  # from 23:30 to 00:30 of the next day: half an hour is missing in each
    ("America/Toronto", "1919-03-31", 23.5),
    ("Africa/Casablanca", "2026-02-15", 25),  # Ramadan puts the clock back, and a month later forward
    ("Africa/Casablanca", "2026-03-22", 23),
    ("Pacific/Apia", "2011-12-30", 0),
]


@pytest.mark.parametrize(("zone", "day", "hours"), CHANGES)
def test_a_day_on_which_the_clock_changes_is_as_long_as_it_is(zone: str, day: str, hours: float) -> None:
    """Whichever way the day is cut, its spans add up to it, and with the days around it no time is lost."""
    before, after = utc(day) - timedelta(days=3), utc(day) + timedelta(days=3)
    whole, halves, quarters = (
        a_calendar(tuple((cut, cut + step) for cut in range(0, 1440, step)), zone=zone) for step in (1440, 720, 15)
    )

    for calendar in (whole, halves, quarters):
        only = Calendar(
            zone=zone,
            weekly=((),) * 7,
            holidays=(Holiday(date=utc(day).date(), open=calendar.weekly[0]),),
        )
        assert open_seconds(only.text(), before, after) == hours * HOUR
        assert open_seconds(calendar.text(), before, after) == 6 * DAY


@pytest.mark.parametrize(
    ("zone", "day", "span", "opens", "closes"),
    [
        (AMSTERDAM, "2026-03-29", (150, 360), "01:00", "04:00"),  # 02:30 does not exist: from 03:00, which is 01:00 UTC
        (AMSTERDAM, "2026-03-29", (60, 150), "00:00", "01:00"),
        (AMSTERDAM, "2026-03-29", (130, 170), None, None),  # wholly in the gap
        (AMSTERDAM, "2026-03-29", (60, 240), "00:00", "02:00"),
        (AMSTERDAM, "2026-10-25", (150, 360), "00:30", "05:00"),  # from the first 02:30
        (AMSTERDAM, "2026-10-25", (60, 150), "2026-10-24 23:00", "00:30"),  # to the first 02:30
        (AMSTERDAM, "2026-10-25", (130, 170), "00:10", "00:50"),
        (AMSTERDAM, "2026-10-25", (60, 240), "2026-10-24 23:00", "03:00"),
        ("Australia/Lord_Howe", "2026-10-04", (135, 180), "2026-10-03 15:30", "2026-10-03 16:00"),
        ("Australia/Lord_Howe", "2026-04-05", (105, 180), "2026-04-04 14:45", "2026-04-04 16:30"),
        ("America/Sao_Paulo", "2018-11-04", (0, 120), "03:00", "04:00"),
        ("America/Sao_Paulo", "2018-02-17", (1320, 1500), "2018-02-18 00:00", "2018-02-18 04:00"),
        ("America/Sao_Paulo", "2018-02-17", (1410, 1440), "2018-02-18 01:30", "2018-02-18 03:00"),
        ("America/Toronto", "1919-03-30", (1320, 1500), "1919-03-31 03:00", "1919-03-31 05:00"),
        ("America/Toronto", "1919-03-31", (0, 60), "1919-03-31 04:30", "1919-03-31 05:00"),
        ("Pacific/Apia", "2011-12-29", (1320, 1800), "2011-12-30 08:00", "2011-12-30 10:00"),
        ("Pacific/Apia", "2011-12-30", (540, 1020), None, None),
        ("Pacific/Apia", "2011-12-30", (1320, 1800), "2011-12-30 10:00", "2011-12-30 16:00"),
    ],
)
def test_a_time_stands_for_the_first_instant_at_which_the_clock_shows_it_or_a_later_one(
    zone: str, day: str, span: Span, opens: str | None, closes: str | None
) -> None:
    """Opens and closes are in UTC, with the day before them where it is another; None: it does not open at all."""
    once = Calendar(zone=zone, weekly=((),) * 7, holidays=(Holiday(date=utc(day).date(), open=(span,)),)).text()
    before = utc(day) - timedelta(days=3)

    first = deadline(once, before, 1e-6)

    if opens is None or closes is None:
        assert first is None
        return
    start, end = (utc(at if " " in at else f"{day} {at}") for at in (opens, closes))
    length = (end - start).total_seconds()
    assert first == start + MICROSECOND
    assert deadline(once, before, length) == end
    assert open_seconds(once, before, before + timedelta(days=6)) == length
    assert [is_open(once, at) for at in (start - MICROSECOND, start, end - MICROSECOND, end)] == [
        False,
        True,
        True,
        False,
    ]
