"""Charts are true: lengths are in proportion, nothing that happened is invisible, nothing is drawn of nothing."""

from services.respond.console.charts import HEIGHT, WIDTH, by_hour, divided
from services.respond.domain.today import ClockDay, HourDay
from shared.case.state.clock import ClockKind


def test_a_bar_is_divided_in_proportion_and_without_a_gap() -> None:
    pieces = divided(ClockDay(kind=ClockKind.FIRST_RESPONSE, met=6, met_late=0, late=1, running=1, paused=9))

    assert [(one.kind, one.x, one.width) for one in pieces] == [
        ("met", 0.0, 75.0),
        ("late", 75.0, 12.5),
        ("running", 87.5, 12.5),
    ]
    assert pieces[-1].x + pieces[-1].width == WIDTH


def test_of_nothing_no_bar_is_drawn() -> None:
    assert divided(ClockDay(kind=ClockKind.RESOLUTION)) == []


def test_columns_share_one_scale_and_one_of_many_is_still_seen() -> None:
    hours = [HourDay(hour=hour) for hour in range(24)]
    hours[9].opened, hours[9].answered, hours[10].answered = 1_000, 500, 1

    opened, answered, breached = by_hour(hours)

    assert (opened.columns[9].height, opened.columns[9].y) == (HEIGHT, 0.0)
    assert answered.columns[9].height == HEIGHT / 2
    assert 0 < answered.columns[10].height < 1
    assert (opened.busiest, breached.busiest, breached.total) == (9, None, 0)
    assert {one.height for one in breached.columns} == {0.0}


def test_a_day_on_which_nothing_happened_yet_has_charts_too() -> None:
    assert [(one.total, one.busiest) for one in by_hour([HourDay(hour=hour) for hour in range(24)])] == [(0, None)] * 3
