"""Lists: filters, orders, pages that neither skip nor repeat, and only one's own brands."""

from dataclasses import replace
from datetime import timedelta

import httpx2
import pytest

from services.respond.domain.scope import Scope
from services.respond.queries.cases import CaseList, Wanted, condition
from shared.case.commands import Assign
from shared.case.state.case import Case
from shared.case.state.stage import Stage
from tests.builders import HOUR, NOON, a_case, a_message, after
from tests.integration.respond.api.conftest import Site
from tests.integration.respond.api.lives import a_case_at


def some_cases() -> list[Case]:
    """Twelve cases: nine with deadlines an hour apart (three share one), three without; of two brands."""
    cases = []
    for number in range(12):
        hours = max(1, number - 2)
        case = a_case(
            author=f"a{number}",
            message=a_message(f"p{number}"),
            target=HOUR * hours,
            brand="quay" if number % 4 == 3 else "discus",
            customer_key=f"k/{number}",
            changed_at=NOON + timedelta(minutes=number % 5),
        )
        cases.append(case if number < 9 else replace(case, clocks=()))
    return cases


async def walk(client: httpx2.AsyncClient, **params: str | int) -> list[str]:
    """Every id of a list, page after page."""
    found: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = (await client.get("/v1/cases", params={**params, **cursor})).json()
        found += [item["id"] for item in page["items"]]
        if page["next"] is None:
            return found
        cursor = {"cursor": page["next"]}


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 11, 12, 200])
async def test_pages_by_deadline_neither_skip_nor_repeat(site: Site, mira: httpx2.AsyncClient, limit: int) -> None:
    cases = some_cases()
    await site.opened(*cases)

    found = await walk(mira, limit=limit)

    due = sorted((case for case in cases if case.answer_by), key=lambda case: (case.answer_by, case.id))
    rest = sorted((case for case in cases if not case.answer_by), key=lambda case: case.id)
    rest.sort(key=lambda case: case.changed_at, reverse=True)
    assert found == [case.id for case in [*due, *rest]]


@pytest.mark.parametrize("limit", [1, 4, 200])
async def test_pages_by_change_neither_skip_nor_repeat(site: Site, mira: httpx2.AsyncClient, limit: int) -> None:
    cases = some_cases()
    await site.opened(*cases)

    found = await walk(mira, limit=limit, sort="newest")

    expected = sorted(cases, key=lambda case: case.id)
    expected.sort(key=lambda case: case.changed_at, reverse=True)
    assert found == [case.id for case in expected]


async def test_each_filter_leaves_what_it_names(site: Site, mira: httpx2.AsyncClient) -> None:
    plain = a_case(author="plain", message=a_message("p1"))
    special = after(
        a_case(
            author="special",
            message=a_message("p2", intent="billing", severity="high"),
            brand="quay",
            network="blog",
            queue="payments",
            target=9 * HOUR,
        ),
        Assign(agent="joris", by="route"),
    )
    await site.opened(plain, special)

    for name, value in {
        "stage": "assigned",
        "brand": "quay",
        "network": "blog",
        "owner": "joris",
        "owned": "true",
        "queue": "payments",
        "severity": "high",
        "intent": "billing",
    }.items():
        assert await walk(mira, **{name: value}) == [special.id], name
    assert await walk(mira, owned="false") == [plain.id]
    assert await walk(mira, due_before="2026-11-21T14:00:00Z") == [plain.id]
    assert await walk(mira, due_before="2026-11-21T13:00:00Z") == []
    both = (await mira.get("/v1/cases", params=[("stage", "new"), ("stage", "assigned")])).json()["items"]
    assert len(both) == 2


async def test_every_stage_is_a_filter(site: Site, mira: httpx2.AsyncClient) -> None:
    cases = {stage: a_case_at(stage) for stage in Stage}
    await site.opened(*cases.values())

    for stage, case in cases.items():
        assert await walk(mira, stage=stage.value) == [case.id]


async def test_an_agent_lists_only_their_brands(site: Site, quinn: httpx2.AsyncClient) -> None:
    cases = some_cases()
    await site.opened(*cases)

    assert set(await walk(quinn, limit=2)) == {case.id for case in cases if case.brand == "quay"}


async def test_a_row_shows_the_first_line_of_the_newest_message(site: Site, mira: httpx2.AsyncClient) -> None:
    await site.opened(a_case(message=a_message(text="\n  Where is it?\nIt was due on Monday.")))

    [row] = (await mira.get("/v1/cases")).json()["items"]

    assert row["first_line"] == "Where is it?"
    assert row["answer_by"] == "2026-11-21T13:00:00Z"


async def test_the_queue_is_read_in_the_order_of_an_index(site: Site) -> None:
    """However many cases wait, a page of them is read out of the index and nothing is sorted."""
    found = condition(Scope(), Wanted(stages=(Stage.NEW, Stage.ASSIGNED)))
    cursor = site.database["cases"].find({**found, "answer_by": {"$exists": True}})

    plan = await cursor.sort([("answer_by", 1), ("_id", 1)]).limit(50).explain()

    stages = str(plan["queryPlanner"]["winningPlan"])
    assert "IXSCAN" in stages
    assert "'SORT'" not in stages


async def test_counts_stop_at_their_limit(site: Site) -> None:
    await site.opened(*some_cases())

    assert await CaseList(site.database).count(Scope(), Wanted(), at_most=5) == 5
    assert await CaseList(site.database).count(Scope(frozenset({"quay"})), Wanted(), at_most=99) == 3


async def test_no_list_goes_through_all_cases_that_ever_were(site: Site, mira: httpx2.AsyncClient) -> None:
    """As MongoDB itself saw it: each reads along an index, also where no stage is asked for."""
    await site.opened(*some_cases())
    await site.database.command("profile", 2)
    for asked in ({}, {"language": "nl"}, {"due_within": 3600}, {"stage": "new"}, {"sort": "newest"}, {"tag": "vip"}):
        assert (await mira.get("/v1/cases", params=asked)).status_code == 200
    await site.database.command("profile", 0)

    found = (
        await site.database["system.profile"].find({"op": "query", "ns": f"{site.database.name}.cases"}).to_list(None)
    )
    plans = [one["planSummary"] for one in found]
    assert len(plans) >= 10
    assert [plan for plan in plans if "COLLSCAN" in plan] == []
