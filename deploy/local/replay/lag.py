"""How far each consumer group is behind, over time."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiokafka import AIOKafkaConsumer
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError
from aiokafka.structs import TopicPartition

from shared.contracts.topics import CLASSIFIED, MENTIONS, TOPICS

EVERY_SECONDS = 1.0
_LAST_LOOK_SECONDS = 5.0
_OURS = frozenset(topic.name for topic in TOPICS)
_WAY_TO_THE_CASE = (MENTIONS.name, CLASSIFIED.name)


@dataclass(frozen=True, slots=True)
class Sample:
    """Records behind, `at` seconds after the start."""

    at: float
    behind: int


@dataclass
class Lags:
    """The series of each group and topic, for example `route < care.classified`. `problem`: why there is none."""

    series: dict[str, list[Sample]] = field(default_factory=dict)
    problem: str = ""

    @property
    def caught_up(self) -> bool:
        """Has everything on the way to the cases been read? Twice in a row: groups are asked one after another."""
        ways = [series for name, series in self.series.items() if name.endswith(_WAY_TO_THE_CASE)]
        return all(sample.behind == 0 for series in ways for sample in series[-2:])

    def note(self, at: float, behind: Mapping[str, int]) -> None:
        for name, records in behind.items():
            self.series.setdefault(name, []).append(Sample(at, records))


def behind(
    committed: Mapping[TopicPartition, int], ends: Mapping[TopicPartition, int], *, group: str
) -> dict[str, int]:
    """Records between what a group has committed and the end, by group and topic."""
    found: dict[str, int] = {}
    for place, offset in committed.items():
        name = f"{group} < {place.topic}"
        found[name] = found.get(name, 0) + max(0, ends[place] - offset)
    return found


@asynccontextmanager
async def lags(bootstrap: str) -> AsyncIterator[Lags]:
    """Watches for as long as it is open, with a last look at the end. Kafka may go away meanwhile, and come back."""
    found = Lags()
    ending = asyncio.Event()
    watching = asyncio.create_task(_watch(bootstrap, found, ending))
    try:
        yield found
        ending.set()
        await asyncio.wait([watching], timeout=_LAST_LOOK_SECONDS)
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)


async def _watch(bootstrap: str, found: Lags, ending: asyncio.Event) -> None:
    start = asyncio.get_running_loop().time()
    while not ending.is_set():
        try:
            await _watch_connected(bootstrap, found, ending, start)
        except (KafkaError, OSError, NotImplementedError) as error:
            found.problem = f"Kafka does not tell: {error!r}"
        await _pause(ending)


async def _watch_connected(bootstrap: str, found: Lags, ending: asyncio.Event, start: float) -> None:
    loop = asyncio.get_running_loop()
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap, request_timeout_ms=5_000)
    consumer = AIOKafkaConsumer(bootstrap_servers=bootstrap, request_timeout_ms=5_000)
    try:
        await admin.start()
        await consumer.start()
        is_last = False
        while not is_last:
            is_last = ending.is_set()
            await _sample(admin, consumer, found, at=loop.time() - start)
            found.problem = ""
            await _pause(ending)
    finally:
        await consumer.stop()
        await admin.close()


async def _pause(ending: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(EVERY_SECONDS):
            await ending.wait()
    except TimeoutError:
        pass  # nothing ended; on we go


async def _sample(admin: AIOKafkaAdminClient, consumer: AIOKafkaConsumer, found: Lags, *, at: float) -> None:
    for group, *_ in await admin.list_consumer_groups():
        offsets = await admin.list_consumer_group_offsets(group)
        committed = {place: one.offset for place, one in offsets.items() if place.topic in _OURS and one.offset >= 0}
        if committed:
            ends = await consumer.end_offsets(list(committed))
            found.note(at, behind(committed, ends, group=group))
