"""Tenths of the customers by followers, and the times to their first answer."""

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from services.respond.reports.deciles import FirstAnswer, Tally, first_answer, quantile
from services.respond.reports.table import table
from shared.case.hours.calendar import Calendar
from shared.case.state.clock import ClockEvent, ClockKind, ClockMove, SlaClock
from tests.builders import HOUR, NOON

MINUTE = timedelta(minutes=1)


def a_wait(followers: int | None = 10, minutes: float | None = 5, *, breached: bool = False) -> FirstAnswer:
    seconds = None if minutes is None else 60 * minutes
    return FirstAnswer(followers=followers, open_seconds=seconds, wall_seconds=seconds, breached=breached)


def a_tally(*waits: FirstAnswer) -> Tally:
    tally = Tally()
    tally.add(waits)
    return tally


def a_clock(*moves: tuple[ClockMove, datetime], hours: str | None = None) -> SlaClock:
    begins = (
        ClockEvent(move=ClockMove.ACTIVATE, at=NOON),
        ClockEvent(move=ClockMove.APPLY_POLICY, at=NOON, target_seconds=3600, hours=hours),
    )
    return SlaClock(kind=ClockKind.FIRST_RESPONSE, log=(*begins, *(ClockEvent(move=move, at=at) for move, at in moves)))


def test_a_wait_lasts_from_the_clocks_start_to_the_answer() -> None:
    met = a_clock((ClockMove.FULFIL, NOON + 5 * MINUTE))

    assert first_answer(met, followers=10) == a_wait(10, 5)


def test_open_time_leaves_out_what_is_closed_and_the_wall_clock_does_not() -> None:
    """Open until one: of the two hours from noon on, one counts."""
    hours = Calendar(zone="UTC", weekly=(((540, 780),),) * 7).text()
    wait = first_answer(a_clock((ClockMove.FULFIL, NOON + 2 * HOUR), hours=hours), followers=None)

    assert wait is not None
    assert (wait.open_seconds, wait.wall_seconds) == (3600, 7200)


def test_who_has_no_answer_yet_counts_without_a_time() -> None:
    assert first_answer(a_clock(), followers=10) == a_wait(10, None)
    late = a_clock((ClockMove.BREACH, NOON + HOUR))
    assert first_answer(late, followers=10) == a_wait(10, None, breached=True)


def test_an_answer_that_turns_out_to_have_been_in_time_was_not_late() -> None:
    clock = a_clock((ClockMove.BREACH, NOON + HOUR), (ClockMove.FULFIL, NOON + 59 * MINUTE))

    assert first_answer(clock, followers=10) == a_wait(10, 59)


def test_an_answer_from_before_the_message_took_no_time() -> None:
    wait = first_answer(a_clock((ClockMove.FULFIL, NOON - MINUTE)), followers=10)

    assert wait == a_wait(10, 0)


def test_a_clock_that_never_began_tells_nothing() -> None:
    assert first_answer(SlaClock(kind=ClockKind.FIRST_RESPONSE), followers=10) is None


def test_ten_tenths_from_the_least_followed_to_the_most() -> None:
    rows = a_tally(*(a_wait(followers, followers) for followers in range(100, 0, -1))).rows()

    assert [(row.least, row.most, row.cases) for row in rows] == [(n, n + 9, 10) for n in range(1, 101, 10)]
    assert [row.open_median for row in rows[:2]] == [5 * 60, 15 * 60]
    assert [row.wall_p90 for row in rows[:2]] == [9 * 60, 19 * 60]


def test_customers_with_equally_many_followers_are_not_torn_apart() -> None:
    rows = a_tally(*(a_wait(0) for _ in range(60)), *(a_wait(followers) for followers in range(1, 41))).rows()

    assert (rows[0].least, rows[0].most, rows[0].cases) == (0, 0, 60)
    assert sum(row.cases for row in rows) == 100


def test_those_of_whom_it_is_not_known_stand_apart_at_the_end() -> None:
    rows = a_tally(a_wait(None, 9), a_wait(3, 1)).rows()

    assert [(row.least, row.cases, row.open_median) for row in rows] == [(3, 1, 60), (None, 1, 540)]


def test_the_unanswered_count_as_cases_and_by_their_breaches_but_have_no_time() -> None:
    [row] = a_tally(a_wait(1, 5), a_wait(1, None, breached=True), a_wait(1, 7), a_wait(1, 6, breached=True)).rows()

    assert (row.cases, row.answered, row.breached, row.open_median) == (4, 3, 0.5, 360)


def test_where_nobody_was_answered_there_is_no_time() -> None:
    [row] = a_tally(a_wait(1, None)).rows()

    assert (row.answered, row.open_median, row.wall_p90) == (0, None, None)


@given(st.lists(st.one_of(st.none(), st.integers(0, 50)), max_size=200))
def test_every_wait_is_in_exactly_one_row_and_rows_do_not_overlap(followers: list[int | None]) -> None:
    rows = a_tally(*(a_wait(count) for count in followers)).rows()
    known = [row for row in rows if row.least is not None]

    assert sum(row.cases for row in rows) == len(followers)
    assert len(known) <= 10
    bounds = [bound for row in known for bound in (row.least, row.most) if bound is not None]
    assert bounds == sorted(bounds)
    assert all(first.most != second.least for first, second in pairwise(known))


@given(st.lists(st.integers(0, 10**9), min_size=20, max_size=200, unique=True))
def test_where_all_differ_tenths_differ_by_one_case_at_most(followers: list[int]) -> None:
    sizes = [row.cases for row in a_tally(*(a_wait(count) for count in followers)).rows()]

    assert len(sizes) == 10
    assert max(sizes) - min(sizes) <= 1


@given(values=st.lists(st.floats(0, 1000), min_size=1), percent=st.integers(1, 100))
def test_a_quantile_is_a_value_that_so_many_do_not_exceed_and_the_smallest_such(
    values: list[float], percent: int
) -> None:
    found = quantile(sorted(values), percent)

    assert found is not None
    assert sum(value <= found for value in values) * 100 >= percent * len(values)
    assert sum(value < found for value in values) * 100 < percent * len(values)


def test_of_nothing_there_is_no_quantile() -> None:
    assert quantile([], 50) is None


def test_the_table_has_a_line_for_each_row() -> None:
    waits = [
        *(a_wait(4, minutes) for minutes in range(1, 10)),
        a_wait(1_000_000, None, breached=True),
        a_wait(None, 120),
    ]
    lines = [" ".join(line.split()) for line in table(a_tally(*waits).rows()).splitlines()]

    assert lines[4:7] == [
        "4 9 9 0.0% 5.0 m 9.0 m 5.0 m 9.0 m",
        "1,000,000 1 0 100.0% - - - -",
        "unknown 1 1 0.0% 2.0 h 2.0 h 2.0 h 2.0 h",
    ]


def test_the_last_line_compares_the_most_followed_with_the_least() -> None:
    told = table(a_tally(a_wait(1, 10), a_wait(1_000_000, 5)).rows())

    assert told.endswith("The most followed wait 0.50 times as long as the least followed (median, open time).\n")


def test_a_comparison_with_no_time_at_all_is_not_made() -> None:
    assert "nothing to compare" in table(a_tally(a_wait(1, 0), a_wait(1_000_000, 5)).rows())


def test_without_cases_it_says_so() -> None:
    assert table([]) == "No case with a deadline for its first answer was found.\n"
