"""What other service levels would make of cases, before they do."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from services.route.domain.foresight import Foresight, Move, foresee, misses, recomputed
from services.route.domain.tally import Tally
from shared.case.commands import Resolve
from shared.case.state.case import Case
from shared.case.state.policy import Facts, Match, Queue
from shared.case.state.stage import Disposition
from tests.builders import HOUR, NOON, a_book, a_case, a_message, after

FOUR, ONE, NONE = a_book(first_response=4 * 3600), a_book(), a_book(first_response=None)


def of(author: str, **fields: Any) -> Case:
    return a_case(message=a_message(f"post-{author}"), author=author, book=FOUR, **fields)


def moves(found: Foresight) -> list[tuple[Move, datetime | None, datetime | None, bool]]:
    return [(one.move, one.due_now, one.due_then, one.passes) for one in found.shifts]


def test_the_same_levels_change_nothing() -> None:
    case = of("joe")

    found = foresee(case, FOUR, now=NOON)

    assert found.then is found.now is case
    assert found.shifts == ()


def test_a_deadline_moves_earlier_or_later() -> None:
    assert moves(foresee(of("joe"), ONE, now=NOON)) == [(Move.EARLIER, NOON + 4 * HOUR, NOON + HOUR, False)]
    later = a_book(first_response=5 * 3600)
    assert moves(foresee(of("joe"), later, now=NOON)) == [(Move.LATER, NOON + 4 * HOUR, NOON + 5 * HOUR, False)]


def test_a_deadline_vanishes_and_appears_again() -> None:
    found = foresee(of("joe"), NONE, now=NOON)

    assert moves(found) == [(Move.VANISHES, NOON + 4 * HOUR, None, False)]
    assert moves(foresee(found.then, ONE, now=NOON)) == [(Move.APPEARS, None, NOON + HOUR, False)]


@pytest.mark.parametrize(
    ("now", "passes"),
    [
        (NOON + HOUR, False),  # at the deadline itself an answer is still in time
        (NOON + HOUR + timedelta(seconds=1), True),
        (NOON + 4 * HOUR, True),
        (NOON + 4 * HOUR + timedelta(seconds=1), False),  # it has passed as it is
    ],
)
def test_a_deadline_that_would_lie_in_the_past_passes_at_once_unless_it_has_already(
    now: datetime, passes: bool
) -> None:
    (shift,) = foresee(of("joe"), ONE, now=now).shifts

    assert shift.passes is passes


def test_a_clock_that_stands_still_is_told_apart_from_one_that_stays() -> None:
    """It has no deadline now, and another one than before when it goes on."""
    settled = after(of("joe"), Resolve(by="mira", disposition=Disposition.SPAM, reason="an advertisement"))

    assert moves(foresee(settled, ONE, now=NOON)) == [(Move.STANDS_STILL, None, None, False)]
    assert foresee(settled, FOUR, now=NOON).shifts == ()


def test_looking_ahead_is_what_happens() -> None:
    case = of("joe")

    assert foresee(case, ONE, now=NOON).then == recomputed(ONE, now=NOON)(case)


@pytest.mark.parametrize(
    ("condition", "value"),
    [
        ("brands", frozenset({"other"})),
        ("networks", frozenset({"x"})),
        ("severities", frozenset({"critical"})),
        ("tiers", frozenset({"gold"})),
        ("languages", frozenset({"nl"})),
        ("intents", frozenset({"refund"})),
        ("needs_answer", False),
        ("hours", (None, False)),
    ],
)
def test_each_condition_that_does_not_hold_is_named(condition: str, value: object) -> None:
    facts = Facts(brand="discus", network="mastodon", severity="normal", at=NOON, language="en", intent="delivery")
    one = replace(Match(brands=frozenset({"discus"})), **{condition: value})  # type: ignore[arg-type]

    assert misses(one, facts) == (condition,)
    assert misses(Match(brands=frozenset({"discus"})), facts) == ()


def test_cases_are_counted_by_policy_queue_and_move() -> None:
    then = a_book(queues=[Queue(id="money", match=Match(intents=frozenset({"refund"})))])
    cases = [of("joe"), of("ann"), of("eve", intent="refund")]
    tally = Tally(most=10)

    tally.add(foresee(case, then, now=NOON + 2 * HOUR) for case in cases)
    tally.add([foresee(a_case(book=then), then, now=NOON)])

    assert tally.cases == 4
    assert tally.policies == {("standard", "standard", True): 3, ("standard", "standard", False): 1}
    assert tally.queues == {("all", "money"): 1}
    assert tally.moves == tally.passes == {Move.EARLIER: 3}


def test_the_most_affected_are_those_that_pass_at_once_then_the_widest_moves() -> None:
    """Over all pages, and no more of them than asked for."""
    soon, far = a_case(author="soon", book=a_book(first_response=3600)), of("far")
    passes = a_case(author="passes", message=a_message(at=NOON - HOUR), book=a_book(first_response=2 * 3600))
    tally = Tally(most=2)

    half = a_book(first_response=1800)
    for case in (soon, far, passes):
        tally.add([foresee(case, half, now=NOON)])

    assert [shift.case_id for shift in tally.most_affected] == [passes.id, far.id]
    assert [shift.by for shift in tally.most_affected] == [-1.5 * HOUR, -3.5 * HOUR]
