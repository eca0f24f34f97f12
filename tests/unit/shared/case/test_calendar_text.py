"""How a calendar is written down, and which opening hours and lines are refused."""

from datetime import date

import pytest

from shared.case.hours.calendar import Calendar, Holiday, Span, WrongCalendar, is_open
from tests.unit.shared.case.calendars import AMSTERDAM, CLOSED, NIGHT, OFFICE, WHOLE, a_calendar, utc

MON, TUE, WED = (date(2026, 11, day) for day in (16, 17, 18))


@pytest.mark.parametrize(
    ("zone", "week", "holidays", "message"),
    [
        ("Europe/Amsterdm", (OFFICE,), (), "not a time zone: write an IANA name"),
        ("Europe", (OFFICE,), (), "not a time zone"),
        ("", (OFFICE,), (), "not a time zone"),
        ("../../etc/passwd", (OFFICE,), (), "not a time zone"),
        ("localtime", (OFFICE,), (), "not a time zone"),
        ("right/Europe/Amsterdam", (OFFICE,), (), "not a time zone"),
        (AMSTERDAM, (OFFICE,) * 5, (), "a week of 5 days: give seven"),
        (AMSTERDAM, (((540, 540),),), (), r"Monday: \(540, 540\) is not a span"),
        (AMSTERDAM, (((1320, 360),),), (), r"Monday: \(1320, 360\) is not a span: .* is \(1320, 1800\)"),
        (AMSTERDAM, (((-1, 360),),), (), "is not a span"),
        (AMSTERDAM, (((1440, 1500),),), (), "is not a span"),
        (AMSTERDAM, (((0, 2881),),), (), "is not a span"),
        (AMSTERDAM, (((660, 1020), (540, 720)),), (), "Monday: 09:00-12:00 and 11:00-17:00 overlap"),
        (
            AMSTERDAM,
            (NIGHT, ((300, 720),), *(CLOSED,) * 5),
            (),
            "Monday's 22:00-06:00 the next day runs into Tuesday's 05:00-12:00: end the first by 05:00",
        ),
        (AMSTERDAM, (((300, 720),), *(CLOSED,) * 5, NIGHT), (), "Sunday's 22:00-06:00 .* Monday's 05:00-12:00"),
        (AMSTERDAM, (WHOLE, WHOLE, ((0, 2880),), *(WHOLE,) * 4), (), "Wednesday's 00:00-24:00 the next day runs into"),
        (AMSTERDAM, (CLOSED,), (), "never open"),
        (AMSTERDAM, (CLOSED,), (date(2026, 12, 25),), "never open"),
        (AMSTERDAM, (OFFICE,), (TUE, MON, TUE), "the holiday 2026-11-17 is there twice"),
    ],
)
def test_opening_hours_that_make_no_sense_are_refused_with_what_to_write(
    zone: str, week: tuple[tuple[Span, ...], ...], holidays: tuple[date, ...], message: str
) -> None:
    with pytest.raises(WrongCalendar, match=message):
        a_calendar(*week, zone=zone, holidays=tuple(Holiday(date=day) for day in holidays))


def test_a_holiday_of_spans_that_overlap_is_refused() -> None:
    with pytest.raises(WrongCalendar, match="2026-11-17: 09:00-12:00 and 11:00-17:00 overlap"):
        Holiday(date=TUE, open=((540, 720), (660, 1020)))


def test_a_holiday_may_not_begin_before_the_shift_of_the_night_before_ends() -> None:
    with pytest.raises(WrongCalendar, match=r"the day before 2026-11-17's 22:00-06:00 .* 2026-11-17's 05:00-12:00"):
        a_calendar(NIGHT, holidays=(Holiday(date=TUE, open=((300, 720),)),))


def test_the_night_of_a_holiday_may_not_run_into_the_next_day_or_holiday() -> None:
    late = Holiday(date=TUE, open=((1320, 2000),))
    with pytest.raises(WrongCalendar, match=r"2026-11-17's 22:00-09:20 .* the day after 2026-11-17's 09:00-17:00"):
        a_calendar(holidays=(late,))

    assert a_calendar(holidays=(late, Holiday(date=WED))).holidays[0] == late


def test_a_calendar_is_written_as_one_short_line() -> None:
    calendar = a_calendar(
        ((780, 1020), (540, 720)),
        *(OFFICE,) * 4,
        CLOSED,
        NIGHT,
        holidays=(Holiday(date=date(2026, 12, 25)), Holiday(date=date(2026, 12, 24), open=((540, 600), (660, 720)))),
    )
    line = (
        "Europe/Amsterdam|540-720+780-1020;540-1020;540-1020;540-1020;540-1020;;1320-1800"
        "|2026-12-24=540-600+660-720,2026-12-25"
    )

    assert calendar.text() == line
    assert Calendar.of(line) == calendar
    assert Calendar.of(line) is Calendar.of(line)


def test_the_order_in_which_spans_and_holidays_are_given_makes_no_other_calendar() -> None:
    one = Calendar.of("UTC|540-720+780-1020;;;;;;|2026-12-25,2026-12-24=540-600+660-720")
    other = Calendar.of("UTC|0780-1020+0540-0720;;;;;;|2026-12-24=660-720+540-600,2026-12-25")

    assert one == other
    assert one.text() == other.text()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("", "is not a calendar: write zone|seven days"),
        ("Europe/Amsterdam", "is not a calendar"),
        ("UTC|;;;;;;|x|", "is not a calendar"),
        ("UTC|540-1020;;;;;|", "a week of 6 days"),
        ("UTC|540;;;;;;|", "'540' is not a span: write minutes"),
        ("UTC|09:00-17:00;;;;;;|", "is not a span"),
        ("UTC|540-1020,1080-1200;;;;;;|", "is not a span"),
        ("UTC|540-1020+;;;;;;|", "'' is not a span"),
        ("UTC|-5-1020;;;;;;|", "is not a span"),
        ("UTC|٥٤٠-1020;;;;;;|", "is not a span"),
        ("UTC|540-1020;;;;;;|2026-02-30", "'2026-02-30' is not a date: write 2026-12-25"),
        ("UTC|540-1020;;;;;;|20261225", "is not a date"),
        ("UTC|540-1020;;;;;;|=540-600", "'' is not a date"),
        ("UTC|540-1020;;;;;;|2026-12-24=600-540", "2026-12-24: .* is not a span"),
        ("Nowhere|540-1020;;;;;;|", "'Nowhere' is not a time zone"),
    ],
)
def test_a_line_that_cannot_be_read_is_refused_with_what_to_write(line: str, message: str) -> None:
    with pytest.raises(WrongCalendar, match=message):
        Calendar.of(line)
    with pytest.raises(WrongCalendar, match=message):
        is_open(line, utc("2026-11-16 12:00"))
