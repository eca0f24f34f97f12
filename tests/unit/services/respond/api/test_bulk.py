"""One thing asked of many cases: each by itself, a few at a time, in the order in which they were named."""

import asyncio

from services.respond.handlers.bulk import AT_ONCE, Item, each
from services.respond.handlers.change import Asking
from shared.case.keeping import NoSuchCase
from shared.case.state.case import Case
from tests.builders import a_case
from tests.unit.services.respond.api.desks import MIRA

ITEMS = [Item(case_id=f"c-{number}", version=number or None) for number in range(50)]


async def test_no_more_than_a_few_are_changed_at_the_same_time() -> None:
    busy, most = 0, 0

    async def act(case_id: str, asking: Asking) -> Case:
        nonlocal busy, most
        busy += 1
        most = max(most, busy)
        await asyncio.sleep(0)
        busy -= 1
        return a_case(id=case_id)

    done = await each(act, ITEMS, MIRA)

    assert [one.case.id for one in done if one.case] == [item.case_id for item in ITEMS]
    assert most == AT_ONCE


async def test_what_one_raises_stops_none_of_the_others() -> None:
    async def act(case_id: str, asking: Asking) -> Case:
        if case_id in ("c-3", "c-4"):
            raise NoSuchCase(case_id) if case_id == "c-3" else ZeroDivisionError
        return a_case(id=case_id)

    done = await each(act, ITEMS, MIRA)

    assert [type(one.error) for one in done[:6]] == [type(None)] * 3 + [NoSuchCase, ZeroDivisionError] + [type(None)]
    assert sum(one.case is not None for one in done) == len(ITEMS) - 2


async def test_each_is_asked_for_in_its_own_version_by_who_asks() -> None:
    asked: dict[str, Asking] = {}

    async def act(case_id: str, asking: Asking) -> Case:
        asked[case_id] = asking
        return a_case(id=case_id)

    await each(act, ITEMS[:3], MIRA)

    assert [asked[f"c-{number}"].versions for number in range(3)] == [None, frozenset({1}), frozenset({2})]
    assert {one.agent for one in asked.values()} == {"mira"}
