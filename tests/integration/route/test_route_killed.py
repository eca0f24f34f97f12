"""Route processes die in the middle: every case is given once, nobody gets more than they can take, no load leaks."""

import asyncio
import os
import sys
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from deploy.local.ports import Ports
from services.route.line import Line
from shared.case.kept.indexes import CASES
from shared.contracts.envelope import pack
from shared.contracts.topics import CLASSIFIED
from shared.directory.presence import Presence
from shared.kafka.produce import Producer
from shared.runtime.clock import system_clock
from shared.runtime.ids import random_id
from tests.builders import NOON, a_classified, a_mention
from tests.waiting import eventually

pytestmark = [pytest.mark.real_kafka, pytest.mark.timeout(180)]

AGENTS = {f"agent-{number}": 10 + number for number in range(5)}
PLACES, CUSTOMERS = sum(AGENTS.values()), 90

Start = Callable[..., Awaitable[asyncio.subprocess.Process]]


@pytest.fixture
def brand() -> str:
    """A brand of the test's own: what others leave on the topic takes nobody's place here."""
    return random_id("own")


@pytest.fixture
async def start(
    brand: str, kafka_bootstrap: str, mongo_url: str, database: Any, tmp_path: Path
) -> AsyncIterator[Start]:
    config = tmp_path / "earshot.yaml"
    agents = [
        f"  - {{id: {one}, name: {one}, capacity: {most}, brands: [{brand}], key: 'env:KEY'}}"
        for one, most in AGENTS.items()
    ]
    config.write_text("\n".join(["version: 1", f"brands: [{{id: {brand}, name: Own}}]", "agents:", *agents]))
    running: list[asyncio.subprocess.Process] = []

    async def started(**more: str) -> asyncio.subprocess.Process:
        environment = os.environ | {
            "KEY": "a-key-of-sixteen-letters",
            "EARSHOT_KAFKA_BOOTSTRAP": kafka_bootstrap,
            "EARSHOT_MONGO_URL": mongo_url,
            "EARSHOT_MONGO_DATABASE": database.name,
            "EARSHOT_CONFIG": str(config),
            "EARSHOT_HTTP_PORT": str(Ports().take("route", 0)),
            "EARSHOT_DISPATCH_SECONDS": "0.1",
            "EARSHOT_DISPATCH_LEASE_SECONDS": "1",
            "EARSHOT_BATCH_SIZE": "20",
            **more,
        }
        with (tmp_path / f"route-{len(running)}.log").open("w") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "services.route", env=environment, stdout=log, stderr=log
            )
        running.append(process)
        return process

    yield started
    for process in running:
        if process.returncode is None:
            process.kill()
        await process.wait()


@pytest.mark.parametrize("step", ["while_assigning", "after_assign"])
async def test_killed_between_two_steps_of_dispatch_no_case_is_given_twice(
    start: Start, brand: str, kafka_bootstrap: str, database: Any, step: str
) -> None:
    run, presence, now = random_id("run"), Presence(database), system_clock()
    for agent in AGENTS:
        await presence.beat(agent, "online", now=now, until=now + timedelta(minutes=10))
    cases = database[CASES]

    async def killed_by_itself() -> None:
        """One that dies when it gives something away: in the transaction, whose locks outlive it, or just after it."""
        process = await start(EARSHOT_FAILPOINT=step)
        async with asyncio.timeout(60):
            await process.wait()

    dying = asyncio.create_task(killed_by_itself())
    producer = Producer(bootstrap=kafka_bootstrap, client_id="test")
    facts = [
        a_classified(a_mention(f"{run}-{number}", author=f"{run}-{number}", brand=brand)) for number in range(CUSTOMERS)
    ]
    records = [
        pack(CLASSIFIED, fact, key=fact.mention.customer_key, fact_id=fact.mention.event_id, source="/test", at=NOON)
        for fact in facts
    ]
    await producer.send(records[:40])
    await dying
    victim = await start()
    await start()
    await producer.send(records[40:])
    await producer.send(records[:20])  # redelivered by somebody upstream

    async def some_given() -> bool:
        return bool(await cases.count_documents({"owner": {"$exists": True}}) > 20)

    await eventually(some_given, within=60)
    victim.kill()
    await producer.stop()
    mine = {"messages.native_id": {"$regex": f"^{run}-"}}

    async def all_given() -> bool:
        given = await cases.count_documents({**mine, "stage": "assigned"})
        return bool(given >= PLACES and await cases.count_documents(mine) == CUSTOMERS)

    await eventually(all_given, within=90)
    await asyncio.sleep(0.5)  # whoever would give more than there are places has had the time to do so
    found = await cases.find(mine).to_list(None)
    owned = Counter(case["owner"] for case in found if "owner" in case)
    assert owned == AGENTS
    given = [[line["what"] for line in case["history"] if line["what"].startswith("owner ")] for case in found]
    assert Counter(len(lines) for lines in given) == {1: PLACES, 0: CUSTOMERS - PLACES}
    assert (await Line(database).load({})).taken == AGENTS, "load is what the cases say"
