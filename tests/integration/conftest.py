"""The real things that integration tests stand on: one Kafka and one MongoDB for the whole run."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from deploy.local.infra import Backing, infra
from shared.case.kept.indexes import CASES, INDEXES
from shared.contracts.topics import TOPICS
from shared.kafka.admin import NewTopicSpec, create_topics
from shared.mongo.database import connect, disconnect
from shared.runtime.ids import random_id


@pytest.fixture(scope="session")
def backing(machine: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Backing]:
    """Kafka and MongoDB as DESIGN section 5 chooses them, on a loop of their own, alive until the last test."""
    data: Path = tmp_path_factory.mktemp("backing")
    ready: list[Backing] = []
    started, ended = threading.Event(), asyncio.Event()
    loop = asyncio.new_event_loop()
    failure: list[BaseException] = []

    async def live() -> None:
        async with infra(data) as found:
            ready.append(found)
            started.set()
            await ended.wait()

    def run() -> None:
        try:
            loop.run_until_complete(live())
        except BaseException as error:
            failure.append(error)
        finally:
            started.set()
            loop.close()

    thread = threading.Thread(target=run, name="backing")
    thread.start()
    started.wait(timeout=170)
    if failure or not ready:
        pytest.fail(f"Kafka and MongoDB did not start: {failure or 'no answer in time'}")
    yield ready[0]
    loop.call_soon_threadsafe(ended.set)
    thread.join(timeout=30)


@pytest.fixture(scope="session")
def kafka_bootstrap(backing: Backing) -> str:
    """Kafka's address, all topics created."""
    if backing.kafka_kind == "real":
        specs = [NewTopicSpec(name=topic.name, partitions=topic.partitions, config=topic.config) for topic in TOPICS]
        asyncio.run(create_topics(backing.kafka_bootstrap, specs, replication=1))
    return backing.kafka_bootstrap


@pytest.fixture
def mongo_url(backing: Backing) -> str:
    """MongoDB's address."""
    return backing.mongo_url


@pytest.fixture
async def database(mongo_url: str) -> AsyncIterator[Any]:
    """A database of the test's own, with the indexes of the cases, dropped afterwards."""
    own = connect(mongo_url, random_id("test"))
    await own[CASES].create_indexes(INDEXES)
    yield own
    await own.client.drop_database(own.name)
    disconnect(own)


@pytest.fixture(autouse=True)
def _needs_real_kafka(request: pytest.FixtureRequest) -> None:
    """Skip, loudly, what proves something about Kafka itself when there is only the mock cluster."""
    if request.node.get_closest_marker("real_kafka"):
        backing: Backing = request.getfixturevalue("backing")
        if backing.kafka_kind != "real":
            pytest.skip("proves something about Kafka itself; here runs librdkafka's mock cluster (is Java there?)")
