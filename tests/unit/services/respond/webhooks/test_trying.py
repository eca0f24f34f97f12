"""Waits grow up to the end of a day; a receiver's own wish counts; only a whole 2xx answer is one."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.respond.domain.webhooks.trying import Outcome, Patience, retry_after
from tests.builders import NOON

DAY = timedelta(hours=24)
FAILED = Outcome(status=500)


def waits(patience: Patience, *, chance: float = 0.5) -> list[float]:
    """Seconds between the tries of an event that is never taken."""
    now, found = NOON, list[float]()
    while True:
        next_at = patience.next_try(FAILED, failures=len(found) + 1, since=NOON, now=now, chance=lambda: chance)
        if next_at is None:
            return found
        found.append((next_at - now).total_seconds())
        now = next_at


def test_the_waits_are_those_that_integrators_know() -> None:
    found = waits(Patience())

    assert found[:9] == [5, 30, 120, 600, 1800, 3600, 7200, 14_400, 28_800]
    assert sum(found) == DAY.total_seconds(), "the last try is at the end of the day"


@given(chance=st.floats(0, 1))
def test_chance_moves_a_wait_by_a_tenth_at_most_and_never_past_the_day(chance: float) -> None:
    found = waits(Patience(), chance=chance)

    assert all(
        wait == pytest.approx(usual, rel=0.101) for wait, usual in zip(found[:9], waits(Patience()), strict=False)
    )
    assert sum(found) == pytest.approx(DAY.total_seconds())


def test_after_a_day_it_is_given_up() -> None:
    at = NOON + DAY

    assert Patience().next_try(FAILED, failures=12, since=NOON, now=at, chance=lambda: 0.5) is None


def test_a_receivers_wish_makes_a_wait_longer_and_never_shorter() -> None:
    def after(wish: timedelta) -> datetime | None:
        asked = Outcome(status=429, retry_after=wish)
        return Patience().next_try(asked, failures=2, since=NOON, now=NOON, chance=lambda: 0.5)

    assert after(timedelta(minutes=5)) == NOON + timedelta(minutes=5)
    assert after(timedelta(seconds=1)) == NOON + timedelta(seconds=30)
    assert after(timedelta(days=3)) == NOON + DAY


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("120", 120),
        ("0", 0),
        ("Sat, 21 Nov 2026 12:01:00 GMT", 60),
        ("Sat, 21 Nov 2026 11:00:00 GMT", 0),
        ("999999999", DAY.total_seconds()),
    ],
)
def test_retry_after_is_seconds_or_a_date_and_at_most_a_day(text: str, seconds: float) -> None:
    assert retry_after(text, now=NOON) == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", [None, "", "soon", "-1", "1.5", "9" * 40, "\u0661"])
def test_a_retry_after_that_says_nothing_counts_for_nothing(text: str | None) -> None:
    assert retry_after(text, now=NOON) in (None, timedelta(seconds=1))


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
def test_a_whole_answer_of_2xx_says_that_it_was_taken(status: int) -> None:
    assert Outcome(status=status).is_taken
    assert not Outcome(status=status, error="the answer broke off").is_taken


@pytest.mark.parametrize("status", [None, 100, 301, 307, 400, 404, 410, 429, 500, 503])
def test_nothing_else_does(status: int | None) -> None:
    assert not Outcome(status=status).is_taken
    assert Outcome(status=status).is_gone == (status == 410)
