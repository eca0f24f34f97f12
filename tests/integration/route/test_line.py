"""The line in MongoDB: one suite over it and the line in memory, on which the simulated day stands."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from services.route.domain.assignment import Waiting
from services.route.line import Held, Line
from shared.case.commands import Assign, Release, Resolve
from shared.case.keeping import Step
from shared.case.kept.store import CaseStore
from shared.case.state.case import Case
from shared.case.state.stage import Disposition
from tests.builders import HOUR, NOON, a_case, a_message, after, an_answer
from tests.fakes.line import InMemoryLine

WEIGHTS = {"helpdesk": 3}
EN, NL = "discus|mastodon|en|all", "discus|mastodon|nl|all"


def a_waiting(author: str, *, language: str = "en", **fields: Any) -> Case:
    return a_case(author=author, message=a_message(f"post-of-{author}", language=language), **fields)


def given_to(agent: str, case: Case, *, at: datetime = NOON) -> Case:
    return after(case, Assign(agent=agent, by="route"), now=at)


@pytest.fixture(params=["fake", "real"])
def line_of(request: pytest.FixtureRequest) -> Any:
    database = None if request.param == "fake" else request.getfixturevalue("database")

    async def line(*cases: Case) -> Line | InMemoryLine:
        if database is None:
            return InMemoryLine(*cases)
        assert await CaseStore(database).save([Step(before=None, after=case) for case in cases])
        return Line(database)

    return line


async def test_the_demands_are_those_of_cases_that_nobody_has(line_of: Any) -> None:
    line = await line_of(
        a_waiting("joe"), a_waiting("ann"), a_waiting("bob", language="nl"), given_to("mira", a_waiting("sam"))
    )

    assert sorted(await line.demands()) == [EN, NL]


async def test_the_head_is_in_order_of_deadlines_and_of_the_demands_that_are_asked_for(line_of: Any) -> None:
    late, soon = a_waiting("joe", target=2 * HOUR), a_waiting("ann", target=HOUR)
    dutch = a_waiting("bob", language="nl", target=HOUR / 2)
    line = await line_of(late, soon, dutch)

    assert [one.case_id for one in await line.head([EN, NL], limit=2, weights={})] == [dutch.id, soon.id]
    assert [one.case_id for one in await line.head([EN], limit=9, weights={})] == [soon.id, late.id]


async def test_of_equal_deadlines_the_smaller_id_is_first(line_of: Any) -> None:
    cases = [a_waiting(author) for author in ("joe", "ann", "bob")]
    line = await line_of(*cases)

    assert [one.case_id for one in await line.head([EN], limit=9, weights={})] == sorted(case.id for case in cases)


async def test_a_case_in_line_brings_what_it_weighs_and_who_had_it(line_of: Any) -> None:
    lost = after(given_to("mira", a_waiting("joe", network="helpdesk")), Release(by="route", avoid=True))
    line = await line_of(lost)

    assert await line.head([lost.demand], limit=1, weights=WEIGHTS) == [
        Waiting(case_id=lost.id, demand="discus|helpdesk|en|all", weight=3, last_owner="mira", avoid="mira")
    ]


async def test_the_load_counts_what_is_assigned_or_on_its_way_by_weight_and_nothing_else(line_of: Any) -> None:
    publishing = given_to("mira", a_waiting("joe"))
    done = given_to("mira", a_waiting("sam"))
    line = await line_of(
        after(publishing, an_answer(publishing)),
        given_to("mira", a_waiting("ann", network="helpdesk"), at=NOON + HOUR),
        after(done, Resolve(by="mira", disposition=Disposition.SPAM, reason="an advertisement")),
        given_to("joris", a_waiting("bob")),
        a_waiting("eve"),
    )
    load = await line.load(WEIGHTS)

    assert load.taken == {"mira": 4, "joris": 1}
    assert load.given_at == {"mira": NOON + HOUR, "joris": NOON}
    assert await line.owners() == {"mira", "joris"}


async def test_what_is_held_is_assigned_and_has_been_their_turn_since_before_then(line_of: Any) -> None:
    old, new = given_to("mira", a_waiting("joe")), given_to("mira", a_waiting("ann"), at=NOON + HOUR)
    answered = given_to("mira", a_waiting("bob"))
    line = await line_of(old, new, after(answered, an_answer(answered)), given_to("joris", a_waiting("eve")))

    assert await line.held(["mira"], before=NOON + HOUR / 2, limit=9) == [
        Held(case_id=old.id, owner="mira", since=NOON)
    ]
    before = NOON + timedelta(days=1)
    assert [one.case_id for one in await line.held(["mira"], before=before, limit=9)] == [old.id, new.id]
    assert [one.case_id for one in await line.held(["mira"], before=before, limit=1)] == [old.id]
