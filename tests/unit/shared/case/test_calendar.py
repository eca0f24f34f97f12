"""Business calendars: what the hours of a week mean, and its holidays."""

from datetime import date

from shared.case.hours.calendar import ALWAYS, Holiday, is_open, open_seconds
from tests.unit.shared.case.calendars import AMSTERDAM, CLOSED, NIGHT, OFFICE, WHOLE, a_calendar, due, open_hours, utc

TUE, SAT = date(2026, 11, 17), date(2026, 11, 21)


def test_a_split_shift_is_closed_at_noon() -> None:
    split = a_calendar(((540, 720), (780, 1020)))

    assert open_hours(split, "2026-11-16 00:00", "2026-11-17 00:00") == 7
    around = [is_open(split.text(), utc(f"2026-11-16 {at}", AMSTERDAM)) for at in ("11:59", "12:00", "12:59", "13:00")]
    assert around == [True, False, False, True]


def test_a_target_reached_as_the_shop_closes_is_due_then_and_not_at_the_next_opening() -> None:
    split = a_calendar(((540, 720), (780, 1020)))

    assert due(split, "2026-11-16 09:00", 3) == utc("2026-11-16 12:00", AMSTERDAM)
    assert due(split, "2026-11-16 09:00", 7) == utc("2026-11-16 17:00", AMSTERDAM)
    assert due(split, "2026-11-16 09:00", 7.5) == utc("2026-11-17 09:30", AMSTERDAM)


def test_a_night_shift_belongs_to_the_day_on_which_it_begins() -> None:
    """Open on Monday night only: that is Tuesday morning too, and not Monday morning."""
    monday_night = a_calendar(NIGHT, *(CLOSED,) * 6)

    assert open_hours(monday_night, "2026-11-16 00:00", "2026-11-16 22:00") == 0
    assert open_hours(monday_night, "2026-11-16 22:00", "2026-11-17 06:00") == 8
    assert open_hours(monday_night, "2026-11-17 06:00", "2026-11-23 22:00") == 0


def test_the_night_from_sunday_reaches_into_monday() -> None:
    sunday_night = a_calendar(*(CLOSED,) * 6, NIGHT)

    assert open_hours(sunday_night, "2026-11-16 00:00", "2026-11-22 22:00") == 6


def test_a_shift_may_last_until_the_end_of_the_next_day() -> None:
    two_days = a_calendar(((0, 2880),), CLOSED, OFFICE, *(CLOSED,) * 4)

    assert open_hours(two_days, "2026-11-16 00:00", "2026-11-18 00:00") == 48


def test_around_the_clock_written_as_a_calendar_is_around_the_clock() -> None:
    start, end = utc("2026-03-01 12:34"), utc("2027-03-01 01:01")

    assert open_seconds(a_calendar(WHOLE).text(), start, end) == open_seconds(ALWAYS, start, end)


def test_nothing_begins_on_a_holiday_but_the_night_before_is_worked_to_its_end() -> None:
    nights = a_calendar(NIGHT, holidays=(Holiday(date=TUE),))

    assert open_hours(nights, "2026-11-16 22:00", "2026-11-17 06:00") == 8
    assert open_hours(nights, "2026-11-17 06:00", "2026-11-18 22:00") == 0
    assert open_hours(nights, "2026-11-18 22:00", "2026-11-19 06:00") == 8


def test_on_a_holiday_with_hours_these_stand_in_place_of_the_weekly_ones() -> None:
    eve = a_calendar(holidays=(Holiday(date=TUE, open=((600, 720), (1200, 1500))),))

    assert open_hours(eve, "2026-11-17 00:00", "2026-11-17 12:00") == 2
    assert open_hours(eve, "2026-11-17 12:00", "2026-11-18 09:00") == 5
    assert due(eve, "2026-11-16 16:00", 3.5) == utc("2026-11-17 20:30", AMSTERDAM)


def test_a_date_can_be_open_on_a_weekday_that_is_not() -> None:
    bazaar = a_calendar(holidays=(Holiday(date=SAT, open=OFFICE),))

    assert open_hours(bazaar, "2026-11-21 00:00", "2026-11-23 00:00") == 8
