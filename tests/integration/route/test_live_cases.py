"""Every case that is live is read once, and no other is looked at."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from services.route.live_cases import LiveCases
from shared.case.kept.indexes import CASES
from shared.case.state.stage import Stage
from tests.integration.route.levels import cases_of, due_after, opened

BOOK = due_after(1)


@pytest.fixture
def live(database: Any) -> LiveCases:
    return LiveCases(database)


async def ids(live: LiveCases, *, size: int = 100) -> list[Sequence[str]]:
    return [[case.id for case in page] async for page in live.pages(size=size)]


async def test_every_live_case_comes_once_in_pages_that_are_full_but_for_the_last(
    live: LiveCases, database: Any
) -> None:
    cases = cases_of(*(f"author-{number}" for number in range(7)), book=BOOK)
    await opened(database, cases)

    pages = await ids(live, size=3)

    assert [len(page) for page in pages] == [3, 3, 1]
    assert sorted(one for page in pages for one in page) == sorted(case.id for case in cases)
    assert await live.count() == 7


async def test_a_case_that_is_over_is_not_read(live: LiveCases, database: Any) -> None:
    joe, ann = cases_of("joe", "ann", book=BOOK)
    await opened(database, [joe, replace(ann, stage=Stage.CLOSED)])

    assert await ids(live) == [[joe.id]]
    assert await live.count() == 1


async def test_it_costs_by_what_is_live(live: LiveCases, database: Any) -> None:
    """Cases that are over stay for ever; the index of live ones passes them by."""
    over = [replace(case, stage=Stage.CLOSED) for case in cases_of(*(f"{number}" for number in range(50)), book=BOOK)]
    await opened(database, [*over, *cases_of("joe", book=BOOK)])
    await database.command("profile", 2)

    await ids(live)

    await database.command("profile", 0)
    (looked,) = await database["system.profile"].find({"command.find": CASES}).to_list(None)
    assert looked["docsExamined"] == 1


async def test_a_case_that_cannot_be_read_keeps_no_other_from_it(live: LiveCases, database: Any) -> None:
    joe, ann = cases_of("joe", "ann", book=BOOK)
    await opened(database, [joe, ann])
    await database[CASES].update_one({"_id": ann.id}, {"$set": {"stage": "nowhere"}})

    assert await ids(live) == [[joe.id]]
