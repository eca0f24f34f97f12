"""Business calendars: what opening hours mean, holidays, pauses, and the edges of counting."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from shared.case.calendar import ALWAYS, HORIZON, Calendar, Holiday, deadline, is_open, open_seconds
from tests.unit.shared.case.calendars import AMSTERDAM, CLOSED, HOUR, NIGHT, OFFICE, WHOLE, a_calendar, utc

MINUTE = timedelta(minutes=1)
TUE, FRI, SAT = (date(2026, 11, day) for day in (17, 20, 21))


def open_hours(calendar: Calendar, start: str, end: str) -> float:
    """How many hours are open between these times on the calendar's own wall clock."""
    return open_seconds(calendar.text(), utc(start, calendar.zone), utc(end, calendar.zone)) / HOUR


def due(calendar: Calendar, start: str, hours: float) -> datetime | None:
    return deadline(calendar.text(), utc(start, calendar.zone), hours * HOUR)


# The week


def test_a_split_shift_is_closed_at_noon() -> None:
    split = a_calendar(((540, 720), (780, 1020)))

    assert open_hours(split, "2026-11-16 00:00", "2026-11-17 00:00") == 7
    assert [
        is_open(split.text(), utc(f"2026-11-16 {at}", AMSTERDAM)) for at in ("11:59", "12:00", "12:59", "13:00")
    ] == [
        True,
        False,
        False,
        True,
    ]


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


# Holidays


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


# Pauses


def test_pauses_count_as_their_union_in_whatever_order_they_come() -> None:
    start = utc("2026-11-16 09:00")
    pauses = [
        (start + 50 * MINUTE, start + 60 * MINUTE),
        (start + 10 * MINUTE, start + 30 * MINUTE),
        (start + 20 * MINUTE, start + 40 * MINUTE),
        (start + 12 * MINUTE, start + 14 * MINUTE),
        (start - 90 * MINUTE, start - 60 * MINUTE),
        (start + 45 * MINUTE, start + 45 * MINUTE),
        (start + 48 * MINUTE, start + 5 * MINUTE),
        (start + 500 * MINUTE, None),
    ]

    assert open_seconds(ALWAYS, start, start + 55 * MINUTE, pauses) == 20 * 60
    assert deadline(ALWAYS, start, 25 * 60, pauses) == start + 65 * MINUTE


def test_a_target_reached_as_a_pause_begins_is_due_then() -> None:
    start = utc("2026-11-16 09:00")

    assert deadline(ALWAYS, start, HOUR, [(start + 60 * MINUTE, None)]) == start + 60 * MINUTE
    assert deadline(ALWAYS, start, HOUR + 1e-6, [(start + 60 * MINUTE, None)]) is None


def test_a_pause_that_is_still_on_leaves_no_deadline() -> None:
    start = utc("2026-11-16 09:00")

    assert deadline(a_calendar().text(), start, HOUR, [(start - MINUTE, None)]) is None
    assert open_seconds(a_calendar().text(), start, start + timedelta(days=9), [(start - MINUTE, None)]) == 0


# The edges


@pytest.mark.parametrize("hours", [ALWAYS, a_calendar().text()])
def test_no_time_passes_backwards_and_a_target_of_nothing_is_reached_at_once(hours: str | None) -> None:
    start = utc("2026-11-16 12:00", AMSTERDAM)

    assert open_seconds(hours, start, start) == 0
    assert open_seconds(hours, start, start - timedelta(days=1)) == 0
    assert deadline(hours, start, 0, [(start, None)]) == start
    assert deadline(hours, start, -5) == start


def test_a_target_of_years_is_counted_out() -> None:
    """Five years of open time are 1095 weeks of 40 hours: twenty-one years, and twice as many clock changes."""
    assert due(a_calendar(), "2026-11-16 09:00", 5 * 365 * 24) == utc("2047-11-08 17:00", AMSTERDAM)


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_two_days_on_end_are_open_from_first_to_last_wherever_they_lie(zone: str) -> None:
    for day in (date(2026, 11, 1) + timedelta(days=i) for i in range(60)):
        once = a_calendar(CLOSED, zone=zone, holidays=(Holiday(date=day, open=((0, 2880),)),))
        following = day + timedelta(days=2)

        assert open_hours(once, f"{day} 00:00", f"{day} 00:30") == 0.5
        assert open_hours(once, f"{following - timedelta(days=1)} 23:30", f"{following} 00:30") == 0.5
        assert due(once, f"{day - timedelta(days=1)} 23:30", 48) == utc(f"{following} 00:00", zone)


@pytest.mark.parametrize("hours", [ALWAYS, a_calendar(WHOLE).text()])
def test_a_deadline_beyond_the_horizon_is_none(hours: str | None) -> None:
    start = utc("2026-11-16 12:00")

    assert deadline(hours, start, HORIZON.total_seconds()) == start + HORIZON
    assert deadline(hours, start, HORIZON.total_seconds() + 1e-6) is None


def test_a_calendar_that_is_open_on_one_date_only_does_not_count_for_ever() -> None:
    once = a_calendar(CLOSED, holidays=(Holiday(date=FRI, open=OFFICE),))

    assert due(once, "2026-01-01 00:00", 8) == utc("2026-11-20 17:00", AMSTERDAM)
    assert due(once, "2026-01-01 00:00", 8.01) is None


@pytest.mark.parametrize("hours", [ALWAYS, a_calendar().text()])
@pytest.mark.parametrize("at", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
def test_a_senseless_date_from_a_network_is_no_error(hours: str | None, at: datetime) -> None:
    deadline(hours, at, HOUR)
    is_open(hours, at)


def test_times_may_be_given_in_any_zone_and_come_back_in_utc() -> None:
    """Python subtracts two times of one zone by the wall clock; real time is what passes."""
    start, end = (datetime(2026, 10, 25, hour, tzinfo=ZoneInfo(AMSTERDAM)) for hour in (0, 6))

    answer = deadline(ALWAYS, start, HOUR)

    assert open_seconds(ALWAYS, start, end) == 7 * HOUR
    assert answer is not None
    assert answer.tzinfo is UTC


@pytest.mark.parametrize("hours", [ALWAYS, a_calendar().text()])
def test_a_time_without_a_zone_is_a_bug_that_shows(hours: str | None) -> None:
    with pytest.raises(TypeError, match="offset-naive"):
        deadline(hours, datetime(2026, 11, 16), HOUR)  # noqa: DTZ001 - the bug
