"""One mention's way: heard by webhook or on the square, on one case, answered in public once, its clock met."""

from typing import Any

import pytest

from deploy.local.running import Stack
from shared.contracts.topics import CLASSIFIED, MENTIONS
from shared.runtime.ids import random_id
from tests.e2e.redelivery import cases_at_rest, deliver_again
from tests.e2e.world import Desk, Helpdesk, Json, Square, a_post
from tests.waiting import eventually

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def opened(desk: Desk, handle: str) -> Json:
    found: list[Json] = []

    async def there() -> bool:
        case = await desk.case_of(handle)
        found[:] = [case] if case else []
        return bool(case)

    await eventually(there)
    return found[0]


async def answered(desk: Desk, case: Json) -> Json:
    seen: list[Json] = []

    async def posted() -> bool:
        seen[:] = [await desk.case(case["id"])]
        return any(reply["status"] == "posted" for reply in seen[0]["replies"])

    await eventually(posted)
    return seen[0]


async def test_a_webhook_comes_in_and_a_public_answer_goes_out(square: Square, mira: Desk, helpdesk: Helpdesk) -> None:
    who = random_id("joe")
    await square.person(who)
    status = await square.post(who, "My DVD never arrived.")  # not addressed to us: only the platform tells
    said = a_post(status["uri"], author=who, text="My DVD never arrived.", api_id=status["id"])

    assert (await helpdesk.send(said)).status_code == 202

    case = await opened(mira, who)
    assert case["stage"] == "new"
    assert (await mira.answer(case, "We are sorry: it left today and arrives tomorrow.")).status_code == 202

    case = await answered(mira, case)
    [answer] = await square.answers_to(status["id"])
    assert "arrives tomorrow" in answer["text"]
    assert case["stage"] == "awaiting_customer"
    clocks = {clock["kind"]: clock for clock in case["clocks"]}
    assert clocks["first_response"]["fulfilled_at"] is not None
    assert clocks["first_response"]["breached_at"] is None
    assert clocks["resolution"]["is_paused"], "it is the customer's turn"


async def test_a_post_on_the_square_is_heard_without_being_told(square: Square, mira: Desk) -> None:
    who = random_id("ann")
    await square.person(who)
    await square.post(who, "@discus your shop is wonderful, but where is my parcel?")

    case = await opened(mira, who)

    assert case["messages"][0]["text"].startswith("@discus your shop is wonderful")


async def test_the_same_post_by_poll_and_by_webhook_is_one_message(
    square: Square, mira: Desk, helpdesk: Helpdesk
) -> None:
    who = random_id("bob")
    await square.person(who)
    status = await square.post(who, "@discus hello, anybody there?")
    case = await opened(mira, who)
    author = {"id": case["customer"]["id"], "handle": case["customer"]["handle"]}
    assert (await helpdesk.send(a_post(status["uri"], author=who) | {"author": author})).status_code == 202
    marker = random_id("marker")
    assert (await helpdesk.send(a_post(marker, author=who) | {"author": author})).status_code == 202

    async def marked() -> bool:
        return any(one["native_id"] == marker for one in (await mira.case(case["id"]))["messages"])

    await eventually(marked)
    assert [one["native_id"] for one in (await mira.case(case["id"]))["messages"]] == [status["uri"], marker]


async def test_an_answer_submitted_twice_is_posted_once(square: Square, mira: Desk) -> None:
    who = random_id("eve")
    await square.person(who)
    status = await square.post(who, "@discus the disc is scratched.")
    case = await opened(mira, who)
    key = random_id("key")

    first = await mira.answer(case, "We send you a new one today.", key=key)
    again = await mira.call(
        "POST",
        f"/v1/cases/{case['id']}/replies",
        json={
            "text": "We send you a new one today.",
            "answers": case["last_message"],
            "seen": case["last_message"],
        },
        headers={"Idempotency-Key": key},
    )
    assert (first.status_code, again.status_code) == (202, 202)

    await answered(mira, case)
    assert len(await square.answers_to(status["id"])) == 1


@pytest.mark.parametrize(
    "fault", ["timeout_after_accept", "error_500_after_post", "timeout_before_accept", "rate_limited"]
)
async def test_a_network_that_misbehaves_still_gets_one_post(square: Square, mira: Desk, fault: str) -> None:
    who = random_id("fay")
    await square.person(who)
    status = await square.post(who, "@discus I was charged twice!")
    case = await opened(mira, who)
    await square.fault(fault, on="POST /api/v1/statuses", times=1, hold=1)

    assert (await mira.answer(case, "We give the money back today.")).status_code == 202

    await answered(mira, case)
    assert len(await square.answers_to(status["id"])) == 1


async def test_redelivery_of_everything_changes_nothing(
    earshot: Stack, square: Square, mira: Desk, helpdesk: Helpdesk
) -> None:
    who = random_id("gil")
    await square.person(who)
    status = await square.post(who, "@discus is anybody reading this?")
    case = await opened(mira, who)
    await mira.answer(case, "Yes, we are. Tell us more.")
    await answered(mira, case)
    before = await cases_at_rest(earshot)
    posts: Any = (await square.ledger())["statuses"]

    await deliver_again(earshot, [MENTIONS.name, CLASSIFIED.name])

    assert await cases_at_rest(earshot) == before
    assert (await square.ledger())["statuses"] == posts
    assert len(await square.answers_to(status["id"])) == 1
