"""The station as its own process, and a tap on what it writes."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import yaml
from aiokafka import AIOKafkaConsumer, TopicPartition

from shared.contracts.deadletter import DeadLetter
from shared.contracts.mention import Mention
from shared.contracts.topics import DEADLETTERS, MENTIONS
from tests.waiting import eventually

KEY = "a-bearer-key-of-some-length"


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def write_directory(path: Path, *, brand: str, accounts: list[dict[str, Any]]) -> Path:
    """An earshot.yaml with one sender, `helpdesk`, for a brand of the test's own. Secrets stand in files beside it."""
    said = {"helpdesk": KEY, **{account["id"]: account["token"] for account in accounts}}
    for name, secret in said.items():
        path.with_name(f"{name}.secret").write_text(secret)
    content = {
        "version": 1,
        "brands": [{"id": brand, "name": brand}],
        "accounts": [{**one, "token": f"file:{path.with_name(one['id'])}.secret"} for one in accounts],
        "senders": [{"id": "helpdesk", "brand": brand, "bearer": [f"file:{path.with_name('helpdesk')}.secret"]}],
    }
    path.write_text(yaml.safe_dump(content))
    return path


@dataclass
class Process:
    """`python -m services.ingest`, which may be killed and started again."""

    environment: Mapping[str, str]
    port: int = field(default_factory=free_port)
    running: asyncio.subprocess.Process | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def alive(self) -> bool:
        return self.running is not None and self.running.returncode is None

    async def start(self, *, path: str = "/health/ready") -> None:
        """Start, and wait until `path` answers 200."""
        environment = {**os.environ, **self.environment, "EARSHOT_HTTP_PORT": str(self.port)}
        self.running = await asyncio.create_subprocess_exec(sys.executable, "-m", "services.ingest", env=environment)
        await eventually(lambda: self._answers(path), within=60)

    async def kill(self) -> None:
        """As a machine that loses power."""
        assert self.running is not None
        self.running.send_signal(signal.SIGKILL)
        await self.running.wait()

    async def stop(self) -> int:
        """Ask it to stop; return its exit code."""
        assert self.running is not None
        if self.running.returncode is None:
            self.running.terminate()
        return await asyncio.wait_for(self.running.wait(), 20)

    async def _answers(self, path: str) -> bool:
        assert self.running is not None
        assert self.running.returncode is None, "the station ended"
        async with httpx2.AsyncClient() as http:
            try:
                return (await http.get(f"{self.url}{path}")).status_code == 200
            except httpx2.TransportError:
                return False


@asynccontextmanager
async def station(*, kafka: str, mongo: str, database: str, config: Path, **more: str) -> AsyncIterator[Process]:
    """A process with these settings, not yet started, and stopped at the end."""
    process = Process(
        {
            "EARSHOT_KAFKA_BOOTSTRAP": kafka,
            "EARSHOT_MONGO_URL": mongo,
            "EARSHOT_MONGO_DATABASE": database,
            "EARSHOT_CONFIG": str(config),
            "EARSHOT_LOG_LEVEL": "warning",
            **more,
        }
    )
    try:
        yield process
    finally:
        if process.running is not None:
            await process.stop()


@dataclass
class Tap:
    """Everything of one brand, or from one origin, that has reached Kafka since the tap was opened.

    `keys` are those of the mentions' records. Mentions of one key stand in the order in which they were written.
    """

    consumer: Any
    brand: str
    mentions: list[Mention] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    letters: list[DeadLetter] = field(default_factory=list)

    async def drink(self) -> "Tap":
        """Read what is new."""
        for messages in (await self.consumer.getmany(timeout_ms=100)).values():
            for message in messages:
                if message.topic == DEADLETTERS.name:
                    self.letters.append(DeadLetter.model_validate_json(message.value))
                    continue
                mention = Mention.model_validate_json(message.value)
                if mention.brand == self.brand:
                    self.mentions.append(mention)
                    self.keys.append(message.key.decode())
        return self


@asynccontextmanager
async def tap(bootstrap: str, *, brand: str) -> AsyncIterator[Tap]:
    """Open a tap at the ends of the topics."""
    consumer = AIOKafkaConsumer(bootstrap_servers=bootstrap, isolation_level="read_committed")
    await consumer.start()
    try:
        places = [
            TopicPartition(topic.name, number)
            for topic in (MENTIONS, DEADLETTERS)
            for number in sorted(await _partitions(consumer, topic.name))
        ]
        consumer.assign(places)
        await consumer.seek_to_end(*places)
        for place in places:
            await consumer.position(place)  # only now is the end known
        yield Tap(consumer, brand)
    finally:
        await consumer.stop()


async def _partitions(consumer: Any, topic: str) -> set[int]:
    """The mock cluster makes a topic when it is first asked about."""
    found: set[int] = set()

    async def known() -> bool:
        await consumer._client.force_metadata_update()
        consumer._client.add_topic(topic)
        found.update(consumer.partitions_for_topic(topic) or ())
        return bool(found)

    await eventually(known)
    return found
