"""Issue 4, point 2: a reply names what its author saw, and of fifty at once one is taken."""

import asyncio
from collections import Counter
from datetime import timedelta

import httpx2

from shared.case.kept.store import CaseStore
from tests.builders import NOON, a_case, a_message, after, hear
from tests.integration.respond.api.conftest import Site

SENDS = 50


async def test_of_fifty_sends_at_once_one_is_accepted_and_forty_nine_are_409(site: Site) -> None:
    """From two agents and with fifty keys, so that none of them is a retry of another."""
    case = a_case()
    await site.opened(case)
    message = case.messages[0].id

    async with site.client("mira") as mira, site.client("joris") as joris:

        async def send(number: int) -> httpx2.Response:
            body = {"text": f"It comes tomorrow, {number}.", "answers": message, "seen": message}
            agent = (mira, joris)[number % 2]
            return await agent.post(
                f"/v1/cases/{case.id}/replies", json=body, headers={"Idempotency-Key": f"key-{number}"}
            )

        answers = await asyncio.gather(*map(send, range(SENDS)))

    assert Counter(answer.status_code for answer in answers) == {202: 1, 409: SENDS - 1}
    codes = {answer.json()["code"] for answer in answers if answer.status_code == 409}
    assert codes <= {"already_answered", "not_yours", "illegal_transition"}
    [taken] = [answer.json()["reply"]["id"] for answer in answers if answer.status_code == 202]
    assert [reply.id for reply in (await CaseStore(site.database).get(case.id)).replies] == [taken]


async def test_a_reply_that_has_not_seen_the_newest_message_is_409_with_what_is_new(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    case = a_case()
    newer = a_message("post-2", at=NOON + timedelta(minutes=1), text="It is here, thank you.")
    await site.opened(after(case, hear(newer)))
    message = case.messages[0].id
    body = {"text": "It comes tomorrow.", "answers": message, "seen": message}

    refused = await mira.post(f"/v1/cases/{case.id}/replies", json=body)

    told = refused.json()
    assert (refused.status_code, told["code"]) == (409, "newer_message")
    assert (told["newest"], told["text"]) == (newer.id, "It is here, thank you.")
    assert (await CaseStore(site.database).get(case.id)).replies == ()
