"""Some wrong tries at once, then one more each while; who is right is not counted; memory is bounded."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.respond.domain.allowance import Rate
from services.respond.identity.attempts import Attempts, TooMany
from services.respond.identity.guesses import KeyGuesses, SignInGuesses
from tests.builders import NOON

RATE = Rate(burst=3, every=timedelta(seconds=10))


def tries(attempts: Attempts, name: str, *, after: float = 0.0) -> int:
    """How many tries are let through now."""
    for count in range(100):
        try:
            attempts.take(name, now=NOON + timedelta(seconds=after))
        except TooMany:
            return count
    raise AssertionError("nothing holds it up")


def test_a_burst_is_let_through_then_one_more_each_while() -> None:
    attempts = Attempts(RATE)

    assert tries(attempts, "a") == 3
    assert tries(attempts, "a", after=9) == 0
    assert tries(attempts, "a", after=10) == 1
    assert tries(attempts, "a", after=40) == 3
    assert tries(attempts, "b") == 3


def test_who_tries_too_often_is_told_how_long_to_wait() -> None:
    attempts = Attempts(RATE)
    tries(attempts, "a")

    with pytest.raises(TooMany) as told:
        attempts.take("a", now=NOON + timedelta(seconds=4))

    assert told.value.wait == timedelta(seconds=6)
    attempts.take("a", now=NOON + timedelta(seconds=10))


def test_a_clock_that_is_set_back_gives_no_tries() -> None:
    attempts = Attempts(RATE)
    tries(attempts, "a")

    assert tries(attempts, "a", after=-3600) == 0
    assert tries(attempts, "a", after=10) == 1


@given(st.lists(st.tuples(st.integers(0, 30), st.booleans()), max_size=60))
def test_no_more_gets_through_than_the_burst_and_one_each_while(steps: list[tuple[int, bool]]) -> None:
    """However the tries are spread, and however many of them were right."""
    attempts, passed, wrong = Attempts(RATE), 0, 0
    for step, is_right in steps:
        passed += step
        now = NOON + timedelta(seconds=passed)
        try:
            attempts.take("a", now=now)
        except TooMany:
            continue
        if is_right:
            attempts.give_back("a", now=now)
        else:
            wrong += 1

    assert wrong <= RATE.burst + passed / 10


def test_only_so_many_names_are_kept() -> None:
    attempts = Attempts(RATE, most=10)

    for number in range(1000):
        attempts.take(str(number), now=NOON)

    assert attempts.names == 10


def signing_in() -> SignInGuesses:
    return SignInGuesses(by_address=Attempts(Rate(burst=5, every=timedelta(seconds=10))), by_account=Attempts(RATE))


def test_an_account_is_guarded_against_guesses_from_many_addresses() -> None:
    guesses = signing_in()

    for number in range(3):
        guesses.begin(f"10.0.0.{number}", "mira", now=NOON)

    with pytest.raises(TooMany):
        guesses.begin("10.0.0.9", "mira", now=NOON)
    guesses.begin("10.0.0.9", "joris", now=NOON)


def test_an_address_is_slowed_down_whichever_accounts_it_tries() -> None:
    guesses = signing_in()

    for number in range(5):
        guesses.begin("10.0.0.1", f"agent-{number}", now=NOON)

    with pytest.raises(TooMany):
        guesses.begin("10.0.0.1", "one-more", now=NOON)
    with pytest.raises(TooMany):
        guesses.begin("10.0.0.1", None, now=NOON)


def test_who_is_right_is_never_slowed_down() -> None:
    guesses = signing_in()

    for _ in range(100):
        guesses.begin("10.0.0.1", "mira", now=NOON)
        guesses.was_right("10.0.0.1", "mira", now=NOON)


def test_a_try_at_a_guarded_account_costs_the_address_nothing() -> None:
    """Else whoever locks an account also locks the addresses of those who really have it."""
    guesses = signing_in()
    for number in range(3):
        guesses.begin(f"10.0.0.{number}", "mira", now=NOON)

    for _ in range(20):
        with pytest.raises(TooMany):
            guesses.begin("10.0.0.9", "mira", now=NOON)

    guesses.begin("10.0.0.9", "joris", now=NOON)


def test_a_key_that_was_right_stays_right_while_somebody_guesses_beside_it() -> None:
    guesses = KeyGuesses(Attempts(RATE))
    guesses.judge("10.0.0.1", b"right", is_right=True, now=NOON)
    for _ in range(3):
        guesses.judge("10.0.0.1", b"wrong", is_right=False, now=NOON)

    guesses.judge("10.0.0.1", b"right", is_right=True, now=NOON)
    for key, is_right in ((b"wrong", False), (b"guessed", True)):
        with pytest.raises(TooMany):
            guesses.judge("10.0.0.1", key, is_right=is_right, now=NOON)
    guesses.judge("10.0.0.2", b"guessed", is_right=True, now=NOON)
    guesses.judge("10.0.0.1", b"guessed", is_right=True, now=NOON + timedelta(seconds=10))
