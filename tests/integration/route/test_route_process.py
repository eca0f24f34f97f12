"""The route station as it runs: real processes, real Kafka, real MongoDB, and a kill -9 in the middle."""

import asyncio
import os
import sys
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from deploy.local.ports import Ports
from shared.case.kept.indexes import CASES as CASES_COLLECTION
from shared.contracts.envelope import pack
from shared.contracts.topics import CLASSIFIED
from shared.kafka.produce import Producer
from shared.kafka.record import Outgoing
from shared.runtime.ids import random_id
from tests.builders import NOON, a_classified, a_mention
from tests.waiting import eventually

pytestmark = [pytest.mark.real_kafka]

CONFIG = """
version: 1
brands: [{id: discus, name: Discus}]
"""

Start = Callable[[], Awaitable[asyncio.subprocess.Process]]


@pytest.fixture
async def start(kafka_bootstrap: str, mongo_url: str, database: Any, tmp_path: Path) -> AsyncIterator[Start]:
    config = tmp_path / "earshot.yaml"
    config.write_text(CONFIG)
    running: list[asyncio.subprocess.Process] = []

    async def started() -> asyncio.subprocess.Process:
        environment = os.environ | {
            "EARSHOT_KAFKA_BOOTSTRAP": kafka_bootstrap,
            "EARSHOT_MONGO_URL": mongo_url,
            "EARSHOT_MONGO_DATABASE": database.name,
            "EARSHOT_CONFIG": str(config),
            "EARSHOT_HTTP_PORT": str(Ports().take("route", 0)),
            "EARSHOT_BATCH_SIZE": "100",
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
            process.terminate()
    codes = [await process.wait() for process in running]
    assert set(codes) <= {0, -9}, "a told-to-stop process ends with 0"


def mentions(run: str, count: int, customers: int) -> list[Outgoing]:
    facts = [
        a_classified(a_mention(f"{run}-{number}", author=f"{run}-{number % customers}")) for number in range(count)
    ]
    return [
        pack(CLASSIFIED, fact, key=fact.mention.customer_key, fact_id=fact.mention.event_id, source="/test", at=NOON)
        for fact in facts
    ]


async def test_two_processes_one_killed_and_every_mention_ends_on_exactly_one_case(
    start: Start, kafka_bootstrap: str, database: Any
) -> None:
    run, count, customers = random_id("run"), 3000, 250
    batch = mentions(run, count, customers)
    cases = database[CASES_COLLECTION]
    mine = {"messages.native_id": {"$regex": f"^{run}-"}}

    async def on_cases() -> list[str]:
        found = await cases.find(mine, {"messages.native_id": 1}).to_list(None)
        return [message["native_id"] for case in found for message in case["messages"]]

    first, _ = await start(), await start()
    producer = Producer(bootstrap=kafka_bootstrap, client_id="test")
    await producer.send(batch[:1500])

    async def some() -> bool:
        return len(await on_cases()) > 300

    await eventually(some, within=60)
    first.kill()
    await producer.send(batch[1500:])
    await producer.send(batch[:500])  # redelivered by somebody upstream
    await producer.stop()

    async def all_there() -> bool:
        return len(set(await on_cases())) == count

    await eventually(all_there, within=90)
    assert max(Counter(await on_cases()).values()) == 1
    assert await cases.count_documents(mine) == customers
