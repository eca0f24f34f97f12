"""Several cases at once: all or none, and only while a guard holds."""

import asyncio
from typing import Any

import pytest

from shared.case.apply import apply_all
from shared.case.commands import Assign
from shared.case.decide import decide
from shared.case.keeping import Step
from shared.case.kept.store import CaseStore
from shared.case.kept.together import Together
from shared.case.state.case import Case
from tests.builders import NOON, a_case, a_message


class Gone(Exception):
    """What the guard says."""


async def holds(_: Any) -> None:
    return


async def does_not_hold(_: Any) -> None:
    raise Gone


def given(case: Case, agent: str) -> Step:
    return Step(before=case, after=apply_all(case, decide(case, Assign(agent=agent, by="test"), now=NOON), now=NOON))


@pytest.fixture
async def two(database: Any) -> tuple[Case, Case]:
    cases = (a_case(), a_case(message=a_message("post-2"), author="sue"))
    assert await CaseStore(database).save([Step(before=None, after=case) for case in cases])
    return cases


async def test_both_are_written(database: Any, two: tuple[Case, Case]) -> None:
    assert await Together(database).all_or_none([given(case, "mira") for case in two])
    assert {case.owner for case in await CaseStore(database).some([case.id for case in two])} == {"mira"}


async def test_where_one_has_changed_neither_is_written(database: Any, two: tuple[Case, Case]) -> None:
    first, second = two
    await CaseStore(database).save([given(first, "joris")])

    assert not await Together(database).all_or_none([given(second, "mira"), given(first, "mira")])
    assert (await CaseStore(database).get(second.id)) == second


async def test_those_that_hold_are_written_and_named(database: Any, two: tuple[Case, Case]) -> None:
    first, second = two
    await CaseStore(database).save([given(first, "joris")])

    won = await Together(database).those_that_hold([given(case, "mira") for case in two], guard=holds)
    assert won == {second.id}
    assert (await CaseStore(database).get(first.id)).owner == "joris"
    assert (await CaseStore(database).get(second.id)).owner == "mira"


async def test_what_the_guard_says_goes_through_and_nothing_is_written(database: Any, two: tuple[Case, Case]) -> None:
    with pytest.raises(Gone):
        await Together(database).those_that_hold([given(two[0], "mira")], guard=does_not_hold)
    assert (await CaseStore(database).get(two[0].id)).owner is None


async def test_of_two_who_write_at_once_one_wins_everything(database: Any, two: tuple[Case, Case]) -> None:
    together = Together(database)
    agents = [f"agent-{number}" for number in range(8)]
    won = await asyncio.gather(*(together.all_or_none([given(case, agent) for case in two]) for agent in agents))

    assert won.count(True) == 1
    owners = {case.owner for case in await CaseStore(database).some([case.id for case in two])}
    assert owners == {agents[won.index(True)]}


async def test_nothing_to_write_is_nothing(database: Any) -> None:
    assert await Together(database).those_that_hold([], guard=does_not_hold) == frozenset()
