"""Kafka and MongoDB, started at the same time, or those that the environment names."""

import asyncio
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from deploy.local.child import Child
from deploy.local.home import Home, occupy
from deploy.local.kafka.broker import start_broker
from deploy.local.kafka.jars import find_or_fetch_jars
from deploy.local.kafka.java import find_java
from deploy.local.kafka.mock import CANNOT, start_mock
from deploy.local.kafka.unavailable import RealKafkaUnavailable
from deploy.local.mongod import mongo_url, start_mongod
from deploy.local.ports import Ports
from deploy.local.progress import Progress, Silent, State
from deploy.local.together import together

KafkaChoice = Literal["auto", "real", "mock"]
KafkaKind = Literal["real", "mock"]


class UnknownChoice(Exception):
    """EARSHOT_KAFKA says something that we do not know."""


@dataclass(frozen=True)
class Backing:
    """What the services stand on. `kafka` and `mongod` are None where the environment named one that runs elsewhere."""

    kafka_bootstrap: str
    kafka_kind: KafkaKind
    kafka_title: str
    mongo_url: str
    kafka: Child | None
    mongod: Child | None

    @property
    def children(self) -> list[Child]:
        return [child for child in (self.kafka, self.mongod) if child]


@dataclass(frozen=True)
class _Part:
    address: str
    child: Child | None
    title: str = ""
    kind: KafkaKind = "real"


def kafka_choice(wanted: KafkaChoice, environment: Mapping[str, str] = os.environ) -> KafkaChoice:
    """EARSHOT_KAFKA decides where the caller leaves it open. Raises UnknownChoice."""
    chosen = environment.get("EARSHOT_KAFKA", "auto") if wanted == "auto" else wanted
    for known in get_args(KafkaChoice):
        if chosen == known:
            return known  # type: ignore[no-any-return]
    raise UnknownChoice(f"EARSHOT_KAFKA={chosen}: choose auto, real or mock")


@asynccontextmanager
async def infra(
    data_dir: Path, kafka: KafkaChoice = "auto", *, ports: Ports | None = None, progress: Progress | None = None
) -> AsyncIterator[Backing]:
    """One Kafka and one MongoDB on this data, ready; both ended on the way out.

    Raises RealKafkaUnavailable (only for `real`), MongodMissing, ChildFailed, PortRefused, DataFolderBusy,
    UnknownChoice.
    """
    async with occupy(data_dir) as home, backing(home, kafka, ports or Ports(), progress or Silent()) as ready:
        yield ready


@asynccontextmanager
async def backing(home: Home, kafka: KafkaChoice, ports: Ports, progress: Progress) -> AsyncIterator[Backing]:
    """As `infra`, in a data folder that the caller occupies."""
    async with AsyncExitStack() as ending:
        database, broker = await together(
            _mongo(home, ports, progress, ending), _kafka(home, kafka, ports, progress, ending)
        )
        ready = Backing(broker.address, broker.kind, broker.title, database.address, broker.child, database.child)
        try:
            yield ready
        finally:
            progress.say("infra", "stopping")
            await asyncio.gather(*(child.stop() for child in ready.children))


async def _mongo(home: Home, ports: Ports, progress: Progress, ending: AsyncExitStack) -> _Part:
    if url := os.environ.get("EARSHOT_MONGO_URL"):
        progress.say("mongod", "the one that EARSHOT_MONGO_URL names", State.DONE)
        return _Part(url, None)
    progress.say("mongod", "starting")
    mongod, port = await start_mongod(home, ports)
    ending.push_async_callback(mongod.stop)
    await mongod.wait_ready()
    progress.say("mongod", f"primary on port {port}", State.DONE)
    return _Part(mongo_url(port), mongod)


async def _kafka(home: Home, wanted: KafkaChoice, ports: Ports, progress: Progress, ending: AsyncExitStack) -> _Part:
    if bootstrap := os.environ.get("EARSHOT_KAFKA_BOOTSTRAP"):
        progress.say("kafka", "the one that EARSHOT_KAFKA_BOOTSTRAP names", State.DONE)
        kind: KafkaKind = "mock" if os.environ.get("EARSHOT_KAFKA_MOCK") == "1" else "real"
        return _Part(bootstrap, None, f"external {kind}", kind)
    choice = kafka_choice(wanted)
    if choice == "mock":
        return await _mock(home, progress, ending)
    try:
        return await _real(home, ports, progress, ending)
    except RealKafkaUnavailable as reason:
        if choice == "real":
            raise
        progress.say("no real kafka", str(reason), State.WARNING)
        return await _mock(home, progress, ending)


async def _real(home: Home, ports: Ports, progress: Progress, ending: AsyncExitStack) -> _Part:
    progress.say("kafka", "looking for Java and the jars")
    java = await find_java()
    jars = await find_or_fetch_jars(home, progress)
    progress.say("kafka", f"starting Apache Kafka {jars.version}")
    broker, port = await start_broker(home, ports, java, jars)
    ending.push_async_callback(broker.stop)
    await broker.wait_ready()
    progress.say("kafka", f"Apache Kafka {jars.version} on port {port}", State.DONE)
    return _Part(f"127.0.0.1:{port}", broker, f"kafka {jars.version} real")


async def _mock(home: Home, progress: Progress, ending: AsyncExitStack) -> _Part:
    progress.say("kafka", "starting the mock cluster")
    mock, address = await start_mock(home)
    ending.push_async_callback(mock.stop)
    await mock.wait_ready()
    progress.say("kafka", CANNOT, State.WARNING)
    return _Part(address.read_text(), mock, "mock", "mock")
