"""The batch consumer against Kafka: nothing is acknowledged before its effect, and nothing is lost to a bad record."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest

from shared.contracts.quarantine import dead_letter, letter_record, set_aside_with
from shared.contracts.topics import MENTIONS
from shared.kafka.admin import NewTopicSpec, create_topics
from shared.kafka.consume import BatchConsumer
from shared.kafka.isolate import Handle, Outage
from shared.kafka.partition import partition_of
from shared.kafka.produce import Producer
from shared.kafka.record import Incoming, Outgoing, Rejected
from shared.runtime.clock import system_clock
from shared.runtime.errors import Poison, Unavailable
from shared.runtime.ids import random_id
from tests.waiting import until

pytestmark = pytest.mark.real_kafka


@pytest.fixture
async def topic(kafka_bootstrap: str) -> str:
    name = random_id("test")
    await create_topics(kafka_bootstrap, [NewTopicSpec(name=name, partitions=2, config={})], replication=1)
    return name


@pytest.fixture
async def producer(kafka_bootstrap: str) -> AsyncIterator[Producer]:
    made = Producer(bootstrap=kafka_bootstrap, client_id="test")
    await made.start()
    yield made
    await made.stop()


def records(topic: str, count: int, *, start: int = 0) -> list[Outgoing]:
    return [Outgoing(topic=topic, key=f"k{n}".encode(), value=f"{n}".encode()) for n in range(start, start + count)]


class Effects:
    """What a handler made durable, and what was set aside."""

    def __init__(self) -> None:
        self.values: list[bytes | None] = []
        self.aside: list[Rejected] = []

    async def handle(self, batch: Sequence[Incoming]) -> Sequence[Rejected]:
        self.values += [record.value for record in batch]
        return []

    async def set_aside(self, rejected: Sequence[Rejected]) -> None:
        self.aside += rejected


@asynccontextmanager
async def consuming(
    bootstrap: str, topic: str, effects: Effects, *, group: str, handle: Handle | None = None
) -> AsyncIterator[asyncio.Task[None]]:
    consumer = BatchConsumer(
        bootstrap=bootstrap, group=group, topics=[topic], handle=handle or effects.handle, set_aside=effects.set_aside
    )
    stop = asyncio.Event()
    task = asyncio.create_task(consumer.run(stop))
    try:
        yield task
    finally:
        stop.set()
        await asyncio.wait({task}, timeout=20)


@pytest.mark.parametrize("count", [1, 5, 700])
async def test_every_record_written_is_read_once(
    kafka_bootstrap: str, topic: str, producer: Producer, count: int
) -> None:
    effects = Effects()
    await producer.send(records(topic, count))

    async with consuming(kafka_bootstrap, topic, effects, group=topic):
        await until(lambda: len(effects.values) >= count)
    async with consuming(kafka_bootstrap, topic, effects, group=topic):
        await producer.send(records(topic, 1, start=count))
        await until(lambda: f"{count}".encode() in effects.values)

    assert sorted(effects.values, key=str) == sorted((f"{n}".encode() for n in range(count + 1)), key=str)


async def test_a_batch_whose_effects_failed_is_handled_again(
    kafka_bootstrap: str, topic: str, producer: Producer
) -> None:
    effects = Effects()
    failures = [Unavailable("database"), Unavailable("database")]

    async def unlucky(batch: Sequence[Incoming]) -> Sequence[Rejected]:
        if failures:
            raise failures.pop()
        return await effects.handle(batch)

    await producer.send(records(topic, 3))
    async with consuming(kafka_bootstrap, topic, effects, group=topic, handle=unlucky):
        await until(lambda: len(effects.values) == 3)

    assert effects.aside == []


async def test_stopping_while_the_world_is_down_loses_nothing(
    kafka_bootstrap: str, topic: str, producer: Producer
) -> None:
    effects, tried = Effects(), asyncio.Event()

    async def down(_: Sequence[Incoming]) -> Sequence[Rejected]:
        tried.set()
        raise Unavailable("database")

    await producer.send(records(topic, 3))
    async with consuming(kafka_bootstrap, topic, effects, group=topic, handle=down):
        await tried.wait()
    async with consuming(kafka_bootstrap, topic, effects, group=topic):
        await until(lambda: len(effects.values) == 3)


@pytest.mark.parametrize("error", [Poison("never"), RuntimeError("a bug")])
async def test_one_bad_record_is_set_aside_and_its_neighbours_handled(
    kafka_bootstrap: str, topic: str, producer: Producer, error: Exception
) -> None:
    effects = Effects()

    async def touchy(batch: Sequence[Incoming]) -> Sequence[Rejected]:
        if any(record.value == b"3" for record in batch):
            raise error
        return await effects.handle(batch)

    await producer.send(records(topic, 6))
    async with consuming(kafka_bootstrap, topic, effects, group=topic, handle=touchy):
        await until(lambda: effects.aside and len(set(effects.values)) == 5)

    assert [rejected.record.value for rejected in effects.aside] == [b"3"]
    assert str(error) in effects.aside[0].reason


async def test_a_bug_that_meets_every_record_stops_the_process_and_commits_nothing(
    kafka_bootstrap: str, topic: str, producer: Producer
) -> None:
    effects = Effects()

    async def broken(_: Sequence[Incoming]) -> Sequence[Rejected]:
        raise RuntimeError("a bug of ours")

    await producer.send(records(topic, 40))
    async with consuming(kafka_bootstrap, topic, effects, group=topic, handle=broken) as task:
        await asyncio.wait({task}, timeout=60)
        assert isinstance(task.exception(), Outage)
    assert effects.aside == []
    async with consuming(kafka_bootstrap, topic, effects, group=topic):
        await until(lambda: len(effects.values) == 40)


async def test_two_members_share_a_topic_and_what_one_leaves_the_other_takes(
    kafka_bootstrap: str, topic: str, producer: Producer
) -> None:
    first, second = Effects(), Effects()
    async with consuming(kafka_bootstrap, topic, first, group=topic):
        await producer.send(records(topic, 50))
        await until(lambda: len(set(first.values)) == 50)
        async with consuming(kafka_bootstrap, topic, second, group=topic):
            await producer.send(records(topic, 50, start=50))
            await until(lambda: len(set(first.values) | set(second.values)) == 100)
        await producer.send(records(topic, 50, start=100))
        await until(lambda: len(set(first.values) | set(second.values)) == 150)


async def test_a_key_goes_to_the_partition_where_kafkas_own_clients_put_it() -> None:
    """Vectors from Kafka's UtilsTest for murmur2, so that other producers and ours agree."""
    assert [partition_of(key, 1_000_000) for key in (b"21", b"foobar", b"a-little-bit-long-string")] == [
        (number & 0x7FFFFFFF) % 1_000_000 for number in (-973932308, -790332482, -985981536)
    ]


async def test_without_a_broker_writing_says_unavailable() -> None:
    producer = Producer(bootstrap="127.0.0.1:1", client_id="test", deadline=1)
    with pytest.raises(Unavailable):
        await producer.send([Outgoing(topic=MENTIONS.name, key=b"k", value=b"v")])


async def test_a_record_with_a_header_without_a_value_can_be_set_aside(
    kafka_bootstrap: str, topic: str, producer: Producer
) -> None:
    """Kafka allows it; a letter that cannot be written would end the process again and again."""
    letters: list[Outgoing] = []

    async def never(batch: Sequence[Incoming]) -> Sequence[Rejected]:
        return [Rejected(record=record, reason="never") for record in batch]

    async def keep(records: Sequence[Outgoing]) -> None:
        letters.extend(records)

    class Letters(Effects):
        async def set_aside(self, rejected: Sequence[Rejected]) -> None:
            await set_aside_with(keep, station="test", clock=system_clock)(rejected)

    headers: Any = (("empty", None),)
    await producer.send([Outgoing(topic=topic, key=b"k", value=b"v", headers=headers)])
    async with consuming(kafka_bootstrap, topic, Letters(), group=topic, handle=never) as task:
        await until(lambda: letters or task.done())

    assert len(letters) == 1


async def test_the_letter_of_the_largest_record_fits_into_the_dead_letters(kafka_bootstrap: str) -> None:
    """Otherwise its partition would wait for ever to be rid of it."""
    record = Incoming(topic="care.mentions", partition=0, offset=0, key=b"k", value=b"x" * 1_040_000)
    letter = dead_letter(Rejected(record=record, reason="never"), station="test", clock=system_clock)
    producer = Producer(bootstrap=kafka_bootstrap, client_id="test", deadline=5)

    await producer.send([letter_record(letter)])
    await producer.stop()
