"""Whose day it is, and which hour a deadline passed in."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from services.respond.domain.today import SLOT_SECONDS, Counted, Today, day_of
from shared.case.state.clock import ClockKind

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "now", "start", "hours"),
    [
        ("UTC", NOON, "2026-11-21T00:00", 24),
        ("Europe/Amsterdam", NOON, "2026-11-20T23:00", 24),
        ("Europe/Amsterdam", datetime(2026, 11, 21, 23, 30, tzinfo=UTC), "2026-11-21T23:00", 24),
        ("Europe/Amsterdam", datetime(2026, 10, 25, 12, tzinfo=UTC), "2026-10-24T22:00", 25),
        ("Europe/Amsterdam", datetime(2026, 3, 29, 12, tzinfo=UTC), "2026-03-28T23:00", 23),
        ("Asia/Kathmandu", NOON, "2026-11-20T18:15", 24),
        ("Pacific/Kiritimati", NOON, "2026-11-21T10:00", 24),
    ],
)
def test_a_day_begins_and_ends_at_midnight_where_the_zone_is(zone: str, now: datetime, start: str, hours: int) -> None:
    day = day_of(now, ZoneInfo(zone))

    assert day.start == datetime.fromisoformat(start).replace(tzinfo=UTC)
    assert day.end - day.start == timedelta(hours=hours)
    assert day.start <= now < day.end


def test_hours_are_local_also_where_they_begin_at_a_quarter() -> None:
    day = day_of(NOON, ZoneInfo("Asia/Kathmandu"))
    slot = int(day.start.timestamp()) // SLOT_SECONDS

    assert [day.hour(slot + quarter) for quarter in (0, 3, 4, 95)] == [0, 0, 1, 23]


def test_what_is_resolved_counts_for_its_clock_and_not_as_an_answer() -> None:
    report = Today(day=day_of(NOON, ZoneInfo("UTC")))
    slot = int(NOON.timestamp()) // SLOT_SECONDS

    for kind in (ClockKind.RESOLUTION, ClockKind.NEXT_RESPONSE):
        report.count([Counted(kind=kind, status="met_late", met_slot=slot, breach_slot=slot - 4, count=3)])

    assert [(one.met_late, one.breached) for one in report.clocks] == [(0, 0), (3, 3), (3, 3)]
    assert [(one.answered, one.breached) for one in report.hours[11:13]] == [(0, 6), (3, 0)]


def test_the_share_in_time_is_of_what_was_decided_and_nothing_where_nothing_was() -> None:
    [first, *_] = Today(day=day_of(NOON, ZoneInfo("UTC"))).clocks
    assert first.in_time_share is None

    first.met, first.met_late, first.late, first.running = 6, 1, 1, 100

    assert first.in_time_share == 0.75


def test_minutes_are_by_nearest_rank() -> None:
    report = Today(day=day_of(NOON, ZoneInfo("UTC")))
    assert report.first_minutes(50) is None

    report.first_seconds = [600, 60, 120, 180]

    assert (report.first_minutes(50), report.first_minutes(90)) == (2.0, 10.0)
