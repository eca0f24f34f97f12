"""What answers say of a case and of a claim."""

from datetime import timedelta

import pytest

from services.respond.api.cases.working import beyond
from services.respond.api.showing import case_out, policy_of
from shared.case.commands import Resolve, Tick
from shared.case.state.clock import ClockKind
from shared.case.state.stage import Disposition
from tests.builders import HOUR, NOON, a_book, a_case, after


@pytest.mark.parametrize(
    ("cases", "words"),
    [
        (5, None),
        (6, "this is your 6th case of 5"),
        (11, "this is your 11th case of 5"),
        (21, "this is your 21st case of 5"),
        (22, "this is your 22nd case of 5"),
        (113, "this is your 113th case of 5"),
    ],
)
def test_only_what_goes_beyond_the_capacity_is_said(cases: int, words: str | None) -> None:
    assert beyond(cases, 5) == words


def test_a_clock_names_its_policy_without_the_digest_of_its_terms() -> None:
    clock = a_case(book=a_book(policy="gold@night", first_response=60)).clock(ClockKind.FIRST_RESPONSE)

    assert clock is not None
    assert policy_of(clock) == "gold@night"


def test_a_clock_that_is_met_is_not_paused_although_it_was() -> None:
    """Settling pauses the answer that was owed, and meets the resolution."""
    case = a_case(book=a_book(resolution=7200))
    settled = after(case, Resolve(by="mira", disposition=Disposition.SPAM, reason="x"), now=NOON + HOUR / 2)

    first, resolution = case_out(settled, {}, now=NOON + HOUR).clocks

    assert (first.is_paused, first.paused_since, first.fulfilled_at) == (True, NOON + HOUR / 2, None)
    assert (resolution.is_paused, resolution.fulfilled_at) == (False, NOON + HOUR / 2)


def test_a_warning_and_a_breach_are_shown_at_their_own_instants() -> None:
    late = after(after(a_case(), Tick(), now=NOON + HOUR * 0.8), Tick(), now=NOON + 9 * HOUR)

    [clock] = case_out(late, {}, now=NOON + 9 * HOUR).clocks

    assert (clock.warned_at, clock.breached_at) == (NOON + timedelta(minutes=45), NOON + HOUR)
    assert clock.is_late
