"""Which policy and which queue a case falls under: first match wins (SEMANTICS, section 3)."""

from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.case.state.clock import ClockKind, ClockMove
from shared.case.state.policy import NO_BOOK, SEVERITIES, Action, Book, Facts, Match, Policy, Queue, higher, raised
from shared.case.state.terms import NO_TERMS, Terms
from tests.builders import NOON, a_book, a_case, a_message
from tests.unit.shared.case.calendars import a_calendar, utc

FACTS = Facts(
    brand="discus",
    network="mastodon",
    severity="normal",
    at=utc("2026-11-23 10:00"),
    tier="gold",
    language="nl",
    intent="delivery",
)
OFFICE = a_calendar(zone="UTC").text()
TRUE: list[dict[str, Any]] = [
    {"brands": frozenset({"discus"})},
    {"networks": frozenset({"mastodon", "bluesky"})},
    {"severities": frozenset({"normal"})},
    {"tiers": frozenset({"gold"})},
    {"languages": frozenset({"nl"})},
    {"intents": frozenset({"delivery"})},
    {"needs_answer": True},
    {"hours": (OFFICE, True)},
]
FALSE: list[dict[str, Any]] = [
    {"brands": frozenset({"javelin"})},
    {"networks": frozenset({"bluesky"})},
    {"severities": frozenset({"high", "critical"})},
    {"tiers": frozenset({"silver"})},
    {"languages": frozenset({"en"})},
    {"intents": frozenset({"praise"})},
    {"needs_answer": False},
    {"hours": (OFFICE, False)},
]


def a_policy(name: str, **match: Any) -> Policy:
    return Policy(id=name, match=Match(**match), terms=dict.fromkeys(SEVERITIES, Terms(policy=name)))


@settings(deadline=None)
@given(holds=st.lists(st.booleans(), min_size=8, max_size=8), asked=st.lists(st.booleans(), min_size=8, max_size=8))
def test_all_conditions_have_to_hold_and_those_not_made_always_do(holds: list[bool], asked: list[bool]) -> None:
    made: dict[str, Any] = {}
    for true, false, hold, ask in zip(TRUE, FALSE, holds, asked, strict=True):
        if ask:
            made |= true if hold else false

    assert Match(**made)(FACTS) is all(hold for hold, ask in zip(holds, asked, strict=True) if ask)


@pytest.mark.parametrize(
    "unknown", [{"tiers": frozenset({"gold"})}, {"languages": frozenset({"nl"})}, {"intents": frozenset({"delivery"})}]
)
def test_what_is_not_known_meets_no_condition_about_it(unknown: dict[str, Any]) -> None:
    assert not Match(**unknown)(replace(FACTS, tier=None, language=None, intent=None))


@settings(deadline=None)
@given(matching=st.lists(st.booleans(), max_size=6))
def test_the_first_policy_and_the_first_queue_that_match_count(matching: list[bool]) -> None:
    brands = [frozenset({"discus" if does else "javelin"}) for does in matching]
    policies = tuple(a_policy(f"p-{number}", brands=brand) for number, brand in enumerate(brands))
    queues = tuple(Queue(id=f"q-{number}", match=Match(brands=brand)) for number, brand in enumerate(brands))
    book = a_book(*policies, queues=queues)
    wanted = matching.index(True) if True in matching else None

    assert book.terms(FACTS).policy == ("standard" if wanted is None else f"p-{wanted}")
    assert book.queue(FACTS) == ("all" if wanted is None else f"q-{wanted}")


def test_hours_are_those_at_which_the_case_was_opened() -> None:
    book = a_book(a_policy("night", hours=(OFFICE, False)))
    by_day, by_night = (a_case(message=a_message(at=utc(f"2026-11-23 {hour}:00")), book=book) for hour in (11, 22))

    assert (by_day.terms.policy, by_night.terms.policy) == ("standard", "night")


def test_terms_are_those_of_the_severity() -> None:
    terms = {severity: Terms(policy="p", first_response=step) for step, severity in enumerate(SEVERITIES, start=1)}
    book = Book(policies=(Policy(id="p", match=Match(), terms=terms),), queues=())

    assert [book.terms(replace(FACTS, severity=one)).first_response for one in SEVERITIES] == [1, 2, 3, 4]


CHANGES: dict[str, Any] = {
    "policy": "other",
    "first_response": 1,
    "next_response": 1,
    "resolution": 1,
    "warn_share": 0.5,
    "hours": OFFICE,
    "quiet_seconds": 1,
}


def test_every_field_of_the_terms_is_something_that_is_asked() -> None:
    assert {field.name for field in fields(Terms)} == CHANGES.keys()


@settings(deadline=None)
@given(one=st.sets(st.sampled_from(sorted(CHANGES))), other=st.sets(st.sampled_from(sorted(CHANGES))))
def test_terms_have_another_name_exactly_when_a_deadline_hangs_on_what_differs(one: set[str], other: set[str]) -> None:
    """How long a settled case waits before it closes is no deadline."""
    first, second = (Terms(**{name: CHANGES[name] for name in names}) for names in (one, other))

    assert (first.ref == second.ref) is (one - {"quiet_seconds"} == other - {"quiet_seconds"})
    assert first.ref.rpartition("@")[0] == first.policy


def test_targets_are_by_kind() -> None:
    terms = Terms(first_response=1, next_response=2, resolution=3)

    assert [terms.target(kind) for kind in ClockKind] == [1, 2, 3]
    assert {NO_TERMS.target(kind) for kind in ClockKind} == {None}


def test_what_follows_is_the_policys_under_which_the_clock_runs_and_nothing_where_that_is_gone() -> None:
    policy = replace(a_policy("p@1"), on_warn=(Action.NOTIFY_OWNER,), on_breach=(Action.RAISE,))
    book = a_book(policy)
    ref = Terms(policy="p@1").ref

    assert book.actions(ref, ClockMove.WARN) == (Action.NOTIFY_OWNER,)
    assert book.actions(ref, ClockMove.BREACH) == (Action.RAISE,)
    assert book.actions(ref, ClockMove.FULFIL) == ()
    assert book.actions("gone@12345678", ClockMove.BREACH) == book.actions(None, ClockMove.BREACH) == ()
    assert NO_BOOK.actions(ref, ClockMove.BREACH) == ()


@settings(deadline=None)
@given(one=st.sampled_from(SEVERITIES), other=st.sampled_from(SEVERITIES), steps=st.integers(0, 5))
def test_severities_are_in_order_and_end_at_critical(one: str, other: str, steps: int) -> None:
    place = SEVERITIES.index

    assert place(higher(one, other)) == max(place(one), place(other))
    assert place(raised(one, steps=steps)) == min(place(one) + steps, 3)
    assert raised(one) == raised(one, steps=1)


def test_a_case_of_which_something_needs_an_answer_is_one_that_does() -> None:
    case = a_case(message=a_message(needs_answer=False))
    both = replace(case, messages=(*case.messages, a_message("post-2", at=NOON + timedelta(hours=1))))

    assert (case.facts.needs_answer, both.facts.needs_answer) == (False, True)
