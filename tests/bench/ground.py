"""What every measurement stands on: one Kafka, one MongoDB, and processes that come and go on them."""

import base64
import secrets
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from deploy.local.child import Child
from deploy.local.processes import BY_NAME, ProcessSpec
from deploy.local.progress import Progress
from deploy.local.running import Stack
from deploy.local.stack import Wanted, stack
from deploy.local.together import together
from deploy.prepare import PrepareSettings, prepare
from shared.contracts import topics
from shared.kafka.admin import NewTopicSpec, create_topics
from shared.mongo.database import connect, disconnect
from tests.bench.floors import names
from tests.bench.kafka import Kafka, connected

SECRET: Final = "EARSHOT_SECRET_BENCH"
READS: Final = {
    "classify-lane": ("classify-lane", topics.MENTIONS.name),
    "classify-storms": ("classify-storms", topics.SIGNALS.name),
    "route": ("route", topics.CLASSIFIED.name),
}
"""The consumer group of a process, and the topic that it reads."""
CONFIG: Final = Path(__file__).with_name("bench.yaml")


class OnlyTheMock(Exception):
    """What is measured on librdkafka's mock cluster says nothing about Kafka."""


@dataclass
class Ground:
    """The backing, a key to sign with, and names that no two runs share."""

    stack: Stack
    kafka: Kafka
    key: bytes
    name: str
    runs: int = 0

    def new_run(self) -> str:
        """Return a name for ids and for a database."""
        self.runs += 1
        return f"{self.name}-{self.runs}"

    def pids(self, children: Sequence[Child]) -> dict[str, int | None]:
        """Return every process that takes part, by its kind; the second of a kind as `kind 2`."""
        backing = self.stack.backing
        pids: dict[str, int | None] = {}
        for one in children:
            kind = one.name.rstrip("0123456789-")
            number = sum(name.partition(" ")[0] == kind for name in pids) + 1
            pids[kind if number == 1 else f"{kind} {number}"] = one.pid
        for name, child in (("mongod", backing.mongod), ("kafka", backing.kafka)):
            pids[name] = None if child is None else child.pid
        return pids

    async def prepare(self, database: str) -> None:
        """Make topics and indexes as every installation does."""
        backing = self.stack.backing
        await prepare(
            PrepareSettings(
                kafka_bootstrap=backing.kafka_bootstrap, mongo_url=backing.mongo_url, mongo_database=database
            )
        )

    @asynccontextmanager
    async def database(self, run: str) -> AsyncIterator[str]:
        """Give a fresh database with its indexes (and topics, where they are missing); drop it afterwards."""
        await self.prepare(run)
        database = connect(self.stack.backing.mongo_url, run)
        try:
            yield run
        finally:
            await database.client.drop_database(run)
            disconnect(database)

    @asynccontextmanager
    async def services(
        self, wanted: Sequence[str], database: str, *, settings: Mapping[str, str] | None = None
    ) -> AsyncIterator[list[Child]]:
        """Give these processes of Earshot, as they really are, ready and idle. `settings`: of their environment."""
        environment = {
            **(settings or {}),
            "EARSHOT_MONGO_DATABASE": database,
            "EARSHOT_LOG_FORMAT": "json",
            SECRET: "whsec_" + base64.b64encode(self.key).decode(),
        }
        async with AsyncExitStack() as ending:
            children = []
            for name in wanted:
                if name in READS:
                    await self.kafka.skip(*READS[name])
                child = await self.stack.add(name, environment=environment)
                ending.push_async_callback(child.stop)
                children.append(child)
            await together(*(child.wait_ready() for child in children))
            yield children


@asynccontextmanager
async def prepared(data_dir: Path, progress: Progress, *, profile: Path | None = None) -> AsyncIterator[Ground]:
    """Raises OnlyTheMock, and what `infra` raises. `profile`: where each service leaves a profile of itself."""
    table = BY_NAME if profile is None else {name: _profiled(spec, profile) for name, spec in BY_NAME.items()}
    wanted = Wanted(services=(), config=CONFIG, table=table)
    async with AsyncExitStack() as ending:
        running = await ending.enter_async_context(stack(data_dir, wanted, progress=progress))
        if running.backing.kafka_kind != "real":
            raise OnlyTheMock("the bench needs a real Kafka (is Java there?), or one in EARSHOT_KAFKA_BOOTSTRAP")
        await create_topics(
            running.backing.kafka_bootstrap,
            [NewTopicSpec(name=name, partitions=8, config={}) for name in (names.MENTIONS, names.CASES)],
            replication=1,
        )
        kafka = await ending.enter_async_context(connected(running.backing.kafka_bootstrap))
        yield Ground(running, kafka, secrets.token_bytes(32), f"bench-{secrets.token_hex(3)}")


def _profiled(spec: ProcessSpec, profile: Path) -> ProcessSpec:
    command = f"{profile}/{spec.name}.prof {spec.module} {spec.command}"
    return replace(spec, module="tests.bench.profiled", command=command.strip())
