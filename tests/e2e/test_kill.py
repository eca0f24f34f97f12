"""kill -9 of each process in the middle: nothing accepted is lost, nothing is said twice."""

import asyncio
from collections import Counter

import httpx2
import pytest

from deploy.local.running import Stack
from shared.runtime.ids import random_id
from tests.e2e.redelivery import stored_cases
from tests.e2e.world import Desk, Helpdesk, Json, Square, a_post, name_in
from tests.waiting import eventually

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.timeout(300)]

BATCHES, SIZE, ANSWERS = 12, 25, 5
PROCESSES = [
    "ingest",
    "classify-lane",
    "classify-storms",
    "route",
    "respond-api",
    "respond-publisher",
    "respond-clock",
]


async def send_until_accepted(helpdesk: Helpdesk, batch: list[Json]) -> None:
    """As a support platform does: again and again until it is told 2xx."""
    async with asyncio.timeout(60):
        while True:
            try:
                answer = await helpdesk.send(*batch)
            except httpx2.TransportError:
                answer = None
            if answer is not None and answer.is_success:
                return
            await asyncio.sleep(0.1)


async def answer_until_taken(desk: Desk, case_id: str, key: str) -> None:
    """As an agent does: again, with the same key, until it is taken."""
    async with asyncio.timeout(60):
        while True:
            try:
                taken = await desk.answer(await desk.case(case_id), "We look into it today.", key=key)
            except httpx2.HTTPError:
                taken = None
            # 409: an earlier try was taken, and its receipt was lost with the process
            if taken is not None and taken.status_code in (202, 409):
                return
            await asyncio.sleep(0.1)


@pytest.mark.parametrize("victim", PROCESSES)
async def test_a_killed_process_loses_nothing_and_says_nothing_twice(
    earshot: Stack, square: Square, mira: Desk, helpdesk: Helpdesk, victim: str
) -> None:
    run = random_id("kill")
    statuses: dict[str, str] = {}  # status id by author
    for number in range(ANSWERS):
        who = f"{run}-asker-{number}"
        await square.person(who)
        statuses[who] = (await square.post(who, "@discus where is my order?"))["id"]
    posts = [a_post(f"{run}-{n}", author=f"{run}-{n % 60}") for n in range(BATCHES * SIZE)]

    async def cases_of_askers() -> bool:
        rows = await mira.cases(sort="newest", stage="new")
        cases.update({name_in(row): row["id"] for row in rows if name_in(row) in statuses})
        return len(cases) == ANSWERS

    cases: dict[str, str] = {}
    await eventually(cases_of_askers)

    async def mentions() -> None:
        for start in range(0, len(posts), SIZE):
            await send_until_accepted(helpdesk, posts[start : start + SIZE])

    async def answers() -> None:
        for who, case_id in cases.items():
            await answer_until_taken(mira, case_id, key=f"{run}-{who}")

    async def fault() -> None:
        await asyncio.sleep(0.3)  # somewhere in the middle; where exactly is chance, and must not matter
        await earshot[victim].kill()
        await earshot[victim].start()

    await asyncio.gather(mentions(), answers(), fault())
    await earshot[victim].wait_ready()

    async def all_on_cases() -> bool:
        heard = Counter(
            message["native_id"] for case in (await stored_cases(earshot)).values() for message in case["messages"]
        )
        assert max(heard.values()) == 1
        return all(post["native_id"] in heard for post in posts)

    await eventually(all_on_cases, within=60)

    async def all_answered() -> bool:
        stages = [[reply["status"] for reply in (await mira.case(case_id))["replies"]] for case_id in cases.values()]
        return all(found == ["posted"] for found in stages)

    await eventually(all_answered, within=60)
    for status in statuses.values():
        assert len(await square.answers_to(status)) == 1
