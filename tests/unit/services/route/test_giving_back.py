"""Who loses a case, when, and what becomes of it (SEMANTICS, section 4)."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from services.route.giving_back import GivingBack, lost
from services.route.line import Held
from shared.case.commands import Assign
from shared.case.state.stage import Stage
from shared.directory.at_work import PresenceState, Seen
from tests.builders import NOON, a_case, a_message, after, an_answer, hear
from tests.fakes.dispatching import CasesInLine, OnDuty
from tests.unit.services.route.dispatching import some_rules

MINUTE = timedelta(minutes=1)


def ago(minutes: float) -> datetime:
    return NOON - minutes * MINUTE


def seen(state: PresenceState, minutes: float) -> Seen:
    return Seen(state=state, since=ago(minutes))


@pytest.mark.parametrize(
    ("held", "presence", "why"),
    [
        (3, None, "its owner is not at work"),
        (1, None, None),
        (60, seen("offline", 3), "its owner is not at work"),
        (60, seen("offline", 2), None),
        (60, seen("away", 3), "its owner is not at work"),
        (60, seen("away", 1), None),
        (1, seen("away", 60), None),
        (3, seen("away", 60), "its owner is not at work"),
        (9, seen("online", 60), None),
        (10, seen("online", 60), None),
        (11, seen("online", 60), "its owner has been silent"),
        (11, seen("online", 1), "its owner has been silent"),
    ],
    ids=[
        "never seen",
        "never seen, but given just now",
        "offline for longer than two minutes",
        "offline for two minutes, which is not longer",
        "away for long",
        "away for a moment",
        "took it while away, a moment ago",
        "took it while away, long ago",
        "at work",
        "silent for ten minutes, which is not longer",
        "silent",
        "silent, though the heartbeat began anew",
    ],
)
def test_who_loses_a_case(held: float, presence: Seen | None, why: str | None) -> None:
    """Two minutes for who is not at work, ten for who is silent, each counted from when they could have begun."""
    case = Held(case_id="c", owner="mira", since=ago(held))

    assert lost(case, presence, some_rules(), now=NOON) == why


def test_without_a_rule_nobody_loses_a_case_by_silence() -> None:
    case = Held(case_id="c", owner="mira", since=ago(10_000))

    assert lost(case, seen("online", 10_000), some_rules(silence_after=None), now=NOON) is None


def giving_back(cases: CasesInLine, present: OnDuty, **rules: timedelta | None) -> GivingBack:
    return GivingBack(
        line=cases.line,
        presence=present,
        cases=cases,
        rules=lambda: some_rules(**rules),
        every=1,
        clock=lambda: NOON,
    )


async def test_what_is_lost_waits_again_for_somebody_else_and_is_to_be_announced() -> None:
    case = after(a_case(), Assign(agent="mira", by="route"), now=ago(5))
    cases = CasesInLine(case)

    assert await giving_back(cases, OnDuty(seen={"mira": seen("offline", 4)})).give_back() == 1

    now = cases.cases[case.id]
    assert (now.stage, now.owner, now.last_owner, now.avoid) == (Stage.NEW, None, "mira", "mira")
    assert now.announce_from == now.version
    assert await giving_back(cases, OnDuty()).give_back() == 0


async def test_a_case_keeps_its_place_in_the_line_by_its_deadline() -> None:
    waiting = a_case()
    cases = CasesInLine(after(waiting, Assign(agent="mira", by="route"), now=ago(5)))

    await giving_back(cases, OnDuty()).give_back()

    assert cases.cases[waiting.id].serve_by == waiting.serve_by


async def test_an_answer_on_its_way_is_nobodys_to_lose() -> None:
    owned = after(a_case(), Assign(agent="mira", by="route"), now=ago(5))
    cases = CasesInLine(after(owned, an_answer(owned), now=ago(4)))

    assert await giving_back(cases, OnDuty()).give_back() == 0


async def test_silence_counts_from_when_the_customer_came_back() -> None:
    """Who answered long ago and is asked again a minute ago has not been silent."""
    answered = replace(after(a_case(), Assign(agent="mira", by="route"), now=ago(600)), stage=Stage.AWAITING_CUSTOMER)
    asked_again = after(answered, hear(a_message("post-2", at=ago(1)), online=frozenset({"mira"})), now=ago(1))
    cases, at_work = CasesInLine(asked_again), OnDuty(seen={"mira": seen("online", 700)})

    assert (asked_again.stage, asked_again.owner_since) == (Stage.ASSIGNED, ago(600))
    assert await giving_back(cases, at_work).give_back() == 0


async def test_who_is_at_work_keeps_what_others_lose() -> None:
    hers = after(a_case(), Assign(agent="mira", by="route"), now=ago(5))
    his = after(a_case(author="ann"), Assign(agent="joris", by="route"), now=ago(5))
    cases = CasesInLine(hers, his)

    assert await giving_back(cases, OnDuty(seen={"mira": seen("online", 60)})).give_back() == 1
    assert [cases.cases[case.id].owner for case in (hers, his)] == ["mira", None]


async def test_a_case_that_somebody_else_has_by_now_stays_theirs() -> None:
    """The look found Mira's; before the write it became Joris's, who has as long as anybody."""
    case = after(a_case(), Assign(agent="mira", by="route"), now=ago(5))
    cases = CasesInLine(case)
    cases.cases[case.id] = after(case, Assign(agent="joris", by="sam"), now=NOON)

    assert await giving_back(cases, OnDuty()).give_back() == 0
    assert cases.cases[case.id].owner == "joris"
