"""The life of a case, through the running system: answers given elsewhere, rests, merges, a watched clock."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
import pytest

from deploy.local.running import Stack
from shared.runtime.ids import random_id
from tests.e2e.world import Desk, Helpdesk, Json, Square, a_post
from tests.waiting import eventually

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(240)]


async def case_when(desk: Desk, who: str, **wanted: Any) -> Json:
    """The customer's newest case, once its fields are so."""
    found: list[Json] = []

    async def so() -> bool:
        case = await desk.case_of(who)
        found[:] = [] if case is None else [case]
        return case is not None and all(case[name] == value for name, value in wanted.items())

    await eventually(so)
    return found[0]


def clocks(case: Json) -> dict[str, Json]:
    return {clock["kind"]: clock for clock in case["clocks"]}


async def test_an_answer_from_the_networks_own_app_counts_and_the_next_question_has_its_own_clock(
    earshot: Stack, square: Square, mira: Desk
) -> None:
    async with httpx2.AsyncClient(base_url=earshot["ingest"].url) as ingest:

        async def hears_itself() -> bool:
            sources = (await ingest.get("/health/sources")).json()
            return "echoes" in str(sources)

        await eventually(hears_itself)
    who = random_id("eve")
    await square.person(who)
    asked = await square.post(who, "@discus where is my parcel?")
    case = await case_when(mira, who, stage="new")
    assert clocks(case)["first_response"]["fulfilled_at"] is None

    said = await square.post("discus", f"@{who} It is with you tomorrow.", in_reply_to_id=asked["id"])
    case = await case_when(mira, who, stage="awaiting_customer")
    assert [(one["author"], one["status"]) for one in case["replies"]] == [("native app", "posted")]
    assert clocks(case)["first_response"]["fulfilled_at"] is not None
    assert clocks(case)["resolution"]["is_paused"]

    await square.post(who, "@discus it is not here, where is it?", in_reply_to_id=said["id"])
    case = await case_when(mira, who, stage="new")
    assert clocks(case)["next_response"]["fulfilled_at"] is None
    assert not clocks(case)["resolution"]["is_paused"]


async def test_what_the_publisher_posted_is_no_second_answer_when_it_comes_back(square: Square, mira: Desk) -> None:
    """The poller hears our own posts too, those from here as well as those from the network's own app."""
    first, second = random_id("gus"), random_id("hal")
    for who in (first, second):
        await square.person(who)
    asked = await square.post(first, "@discus where is my order?")
    later = await square.post(second, "@discus where is mine?")
    case = await case_when(mira, first, stage="new")
    assert (await mira.answer(case, "We look into it today.")).status_code == 202
    case = await case_when(mira, first, stage="awaiting_customer")
    await case_when(mira, second, stage="new")

    # Ours went out before; once this one has come back to us, so has it.
    await square.post("discus", f"@{second} It comes tomorrow.", in_reply_to_id=later["id"])
    await case_when(mira, second, stage="awaiting_customer")

    assert [one["status"] for one in (await mira.case(case["id"]))["replies"]] == ["posted"]
    assert len(await square.answers_to(asked["id"])) == 1


async def test_a_snoozed_case_comes_back_by_itself_and_with_the_customer(mira: Desk, helpdesk: Helpdesk) -> None:
    first, second = random_id("ida"), random_id("jan")
    await helpdesk.send(a_post(f"{first}-1", author=first), a_post(f"{second}-1", author=second))
    soon = (datetime.now(UTC) + timedelta(seconds=2)).isoformat()
    late = (datetime.now(UTC) + timedelta(hours=2)).isoformat()
    for who, until in ((first, soon), (second, late)):
        case = await case_when(mira, who, stage="new")
        answer = await mira.call("POST", f"/v1/cases/{case['id']}/snooze", json={"until": until})
        assert (answer.status_code, answer.json()["stage"]) == (200, "snoozed")

    await helpdesk.send(a_post(f"{second}-2", author=second, text="Hello? Where is my parcel?"))
    for who in (first, second):
        case = await case_when(mira, who, stage="new")
        assert not clocks(case)["resolution"]["is_paused"]


async def test_after_a_merge_both_customers_messages_come_to_one_case_and_an_unmerge_gives_them_back(
    mira: Desk, helpdesk: Helpdesk
) -> None:
    kim, kims_other = random_id("kim"), random_id("kim")
    await helpdesk.send(a_post(f"{kim}-1", author=kim), a_post(f"{kims_other}-1", author=kims_other))
    stays, goes = await case_when(mira, kim), await case_when(mira, kims_other)

    merged = await mira.call("POST", f"/v1/cases/{stays['id']}/merge", json={"case": goes["id"]})
    assert merged.status_code == 200, merged.text
    assert (await mira.case(goes["id"]))["merged_into"] == stays["id"]
    await helpdesk.send(a_post(f"{kims_other}-2", author=kims_other, text="Any news of my parcel?"))

    async def arrived() -> bool:
        return len((await mira.case(stays["id"]))["messages"]) == 3

    await eventually(arrived)
    back = await mira.call("POST", f"/v1/cases/{stays['id']}/unmerge", json={"case": goes["id"]})
    assert back.status_code == 200, back.text
    assert [one["native_id"] for one in back.json()["messages"]] == [f"{kim}-1"]
    restored = await mira.case(goes["id"])
    assert [one["native_id"] for one in restored["messages"]] == [f"{kims_other}-1", f"{kims_other}-2"]
    assert restored["stage"] == "new"


async def test_everybody_who_waits_is_on_the_list_and_nothing_ends_without_an_outcome(
    mira: Desk, helpdesk: Helpdesk
) -> None:
    who = random_id("lou")
    await helpdesk.send(a_post(f"{who}-1", author=who))
    case = await case_when(mira, who, stage="new")
    listed: list[Json] = []
    cursor: str | None = None
    while True:
        page = (
            await mira.call("GET", "/v1/waiting", params={"limit": 200, **({"cursor": cursor} if cursor else {})})
        ).json()
        listed += page["items"]
        cursor = page["next"]
        if cursor is None:
            break

    assert case["id"] in [one["id"] for one in listed]
    since = [one["waits_from"] for one in listed]
    assert since == sorted(since), "who has waited longest comes first"
    assert (await mira.call("GET", "/v1/without-outcome")).json()["items"] == []


async def test_the_watchdogs_canary_is_breached_at_its_deadline_and_no_agent_sees_it(
    earshot: Stack, mira: Desk
) -> None:
    async with httpx2.AsyncClient(base_url=earshot["respond-watchdog"].url) as watchdog:

        async def sung() -> bool:
            metrics = (await watchdog.get("/metrics")).text
            found = re.search(r"^earshot_canary_breached_timestamp_seconds ([\d.e+]+)$", metrics, re.MULTILINE)
            return found is not None and float(found[1]) > 0

        await eventually(sung, within=90)
        assert (await watchdog.get("/health/ready")).status_code == 200
        assert "earshot_canary_missed_total 0.0" in (await watchdog.get("/metrics")).text
    assert not [row for row in await mira.cases(sort="newest") if row["brand"] == "earshot-canary"]
