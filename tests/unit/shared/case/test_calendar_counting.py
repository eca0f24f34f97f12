"""Counting open time: pauses, long targets, exactness, and the edges."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from shared.case.hours.calendar import ALWAYS, HORIZON, Holiday, deadline, is_open, open_seconds
from tests.unit.shared.case.calendars import (
    AMSTERDAM,
    CLOSED,
    HOUR,
    OFFICE,
    WHOLE,
    a_calendar,
    due,
    open_hours,
    utc,
)

MINUTE = timedelta(minutes=1)
FRI = date(2026, 11, 20)


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


@pytest.mark.parametrize("hours", [ALWAYS, a_calendar().text()])
def test_no_time_passes_backwards_and_a_target_of_nothing_is_reached_at_once(hours: str | None) -> None:
    start = utc("2026-11-16 12:00", AMSTERDAM)

    assert open_seconds(hours, start, start) == 0
    assert open_seconds(hours, start, start - timedelta(days=1)) == 0
    assert deadline(hours, start, 0, [(start, None)]) == start
    assert deadline(hours, start, -5) == start


def test_a_deadline_is_exact_to_the_microsecond() -> None:
    """1.001 * 10**6 is a little less than 1001000 in floating point."""
    start = utc("2026-11-16 09:00")

    assert deadline(ALWAYS, start, 1.001) == start + timedelta(milliseconds=1001)


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
