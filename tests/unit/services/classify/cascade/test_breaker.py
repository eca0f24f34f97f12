"""When an endpoint is left alone, and when it is tried again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from services.classify.cascade.breaker import Breaker, State
from services.classify.cascade.numbers import BREAKER


def failing(breaker: Breaker, times: int, *, now: float = 0.0) -> Breaker:
    for _ in range(times):
        breaker.failed(now)
    return breaker


def test_five_failures_in_a_row_open_it_and_four_do_not() -> None:
    assert failing(Breaker(), 4).admits(0.0)
    assert not failing(Breaker(), 5).admits(0.0)


def test_a_success_between_breaks_the_row() -> None:
    breaker = failing(Breaker(), 4)
    breaker.succeeded()

    assert failing(breaker, 4).admits(0.0)


@pytest.mark.parametrize(("good", "state"), [(10, State.CLOSED), (9, State.OPEN)])
def test_more_than_half_of_twenty_open_it(good: int, state: State) -> None:
    breaker = Breaker()
    for n in range(20):
        if n % 2 == 0 and n // 2 < good:
            breaker.succeeded()
        else:
            breaker.failed(0.0)

    assert breaker.state is state


def test_after_thirty_seconds_a_single_question_decides() -> None:
    breaker = failing(Breaker(), 5, now=100.0)

    assert not breaker.admits(129.9)
    assert breaker.admits(130.0)
    assert breaker.state is State.HALF_OPEN
    assert not breaker.admits(130.0)

    breaker.succeeded()
    assert breaker.admits(130.0)
    assert failing(breaker, 4, now=131.0).admits(131.0)


def test_a_trial_that_fails_means_another_thirty_seconds() -> None:
    breaker = failing(Breaker(), 5)
    assert breaker.admits(30.0)
    breaker.failed(33.0)

    assert not breaker.admits(62.9)
    assert breaker.admits(63.0)


def test_an_endpoint_that_asks_for_rest_gets_it_at_once_but_no_more_than_an_hour() -> None:
    breaker = Breaker()
    breaker.failed(0.0, rest=120.0)
    assert not breaker.admits(119.9)
    assert breaker.admits(120.0)

    breaker.failed(200.0, rest=1e9)
    assert breaker.admits(200.0 + 3_600.0)


def test_of_several_asked_at_once_the_longest_rest_counts() -> None:
    breaker = Breaker()
    breaker.failed(0.0, rest=60.0)
    breaker.failed(1.0, rest=10.0)
    breaker.failed(2.0)
    breaker.failed(3.0, rest=90.0)

    assert not breaker.admits(92.9)
    assert breaker.admits(93.0)


def test_a_late_success_does_not_close_it() -> None:
    breaker = failing(Breaker(), 5)
    breaker.succeeded()

    assert breaker.state is State.OPEN


def test_each_change_is_one_line_and_the_gauges_say_the_state() -> None:
    with capture_logs() as lines:
        breaker = failing(Breaker(), 7)
        assert breaker.admits(30.0)
        breaker.succeeded()

    assert [line["breaker"] for line in lines] == ["open", "half open", "closed"]
    (metric,) = BREAKER.collect()
    assert {one.labels["state"]: one.value for one in metric.samples} == {"closed": 1, "half open": 0, "open": 0}


def test_what_was_cut_short_says_nothing_and_a_trial_is_made_again() -> None:
    breaker = failing(Breaker(), 4)
    for _ in range(10):
        breaker.cut_short(0.0)
    assert breaker.state is State.CLOSED

    breaker.failed(0.0)
    assert breaker.admits(30.0)
    breaker.cut_short(31.0)
    assert breaker.admits(31.0)
    assert not breaker.admits(31.0)


@given(st.lists(st.tuples(st.sampled_from(["ask", "good", "bad", "cut"]), st.floats(0, 100)), max_size=200))
def test_it_never_stays_shut_for_ever(steps: list[tuple[str, float]]) -> None:
    """Whoever asks reports; an hour later there is a trial or it is open to all."""
    breaker, now, out = Breaker(), 0.0, 0
    for what, passed in steps:
        now += passed
        if what == "ask":
            out += breaker.admits(now)
        elif out:
            out -= 1
            if what == "good":
                breaker.succeeded()
            elif what == "bad":
                breaker.failed(now)
            else:
                breaker.cut_short(now)
    for _ in range(out):
        breaker.failed(now)

    assert breaker.admits(now + 3_600.0)
