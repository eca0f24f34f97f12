"""What the bench itself does on Kafka: preload a backlog at one instant, watch offsets, read announcements back."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import Any, Final

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import CommitFailedError

from shared.kafka.partition import partition_of
from shared.kafka.record import Outgoing

_FORGOTTEN_WITHIN: Final = 15.0
"""Seconds; longer than the session of a consumer of ours."""

Offsets = dict[int, int]
"""By partition."""


@dataclass(frozen=True)
class Kafka:
    """Clients that live as long as the bench."""

    bootstrap: str
    admin: Any
    reader: Any

    async def ends(self, topic: str) -> Offsets:
        """Return where each partition ends now."""
        partitions = self.reader.partitions_for_topic(topic) or await self._known(topic)
        ends = await self.reader.end_offsets([TopicPartition(topic, number) for number in partitions])
        return {place.partition: offset for place, offset in ends.items()}

    async def _known(self, topic: str) -> set[int]:
        described = await self.admin.describe_topics([topic])
        return {one["partition"] for one in described[0]["partitions"]}

    async def committed(self, group: str, topic: str) -> Offsets:
        """Return how far a group has committed; partitions without a commit are absent."""
        found = await self.admin.list_consumer_group_offsets(group)
        return {place.partition: one.offset for place, one in found.items() if place.topic == topic and one.offset >= 0}

    async def done_since(self, start: Offsets, *, group: str, topic: str) -> int:
        """Return how many records a group has committed since `start`: cheap enough to ask twenty times a second."""
        now = await self.committed(group, topic)
        return sum(max(0, offset - start.get(number, 0)) for number, offset in now.items())

    async def skip(self, group: str, topic: str) -> None:
        """Let a group begin at the end: what an earlier run left unread is none of the next one's.

        Waits for members that were killed to be forgotten. Raises CommitFailedError when the group is in use.
        """
        ends = {TopicPartition(topic, number): offset for number, offset in (await self.ends(topic)).items()}
        client = AIOKafkaConsumer(bootstrap_servers=self.bootstrap, group_id=group, enable_auto_commit=False)
        await client.start()
        try:
            client.assign(list(ends))
            deadline = perf_counter() + _FORGOTTEN_WITHIN
            while True:
                try:
                    await client.commit(ends)
                    return
                except CommitFailedError:
                    if perf_counter() > deadline:
                        raise
                await asyncio.sleep(1)
        finally:
            await client.stop()

    async def values_since(self, topic: str, start: Offsets) -> list[bytes]:
        """Return the values of all committed records from `start` to the end as it is now."""
        ends = await self.ends(topic)
        places = [TopicPartition(topic, number) for number in ends if ends[number] > start.get(number, 0)]
        consumer = AIOKafkaConsumer(bootstrap_servers=self.bootstrap, isolation_level="read_committed")
        await consumer.start()
        try:
            consumer.assign(places)
            for place in places:
                consumer.seek(place, start.get(place.partition, 0))
            values: list[bytes] = []
            left = set(places)
            while left:
                found = await consumer.getmany(timeout_ms=200, max_records=5_000)
                values += [message.value for messages in found.values() for message in messages]
                left = {place for place in left if await consumer.position(place) < ends[place.partition]}
            return values
        finally:
            await consumer.stop()

    @asynccontextmanager
    async def preloaded(self, records: Sequence[Outgoing]) -> AsyncIterator[None]:
        """Write records that nobody can see until the end of the `with`, and then all at once.

        A transaction of Kafka's: so the processes that are to be measured stand ready and idle, and the backlog is
        there at one instant, without offsets to move or processes to hold back.
        """
        producer = AIOKafkaProducer(
            bootstrap_servers=self.bootstrap, transactional_id="bench-backlog", max_batch_size=262_144
        )
        await producer.start()
        try:
            await producer.begin_transaction()
            await _send(producer, records)
            yield
            await producer.commit_transaction()
        finally:
            await producer.stop()


async def _send(producer: Any, records: Sequence[Outgoing]) -> None:
    topic = records[0].topic
    partitions = len(await producer.partitions_for(topic))
    batches: dict[int, Any] = {}
    for record in records:
        number = partition_of(record.key or b"", partitions)
        batch = batches.get(number)
        arguments = {
            "key": record.key,
            "value": record.value,
            "timestamp": record.timestamp_ms,
            "headers": list(record.headers),
        }
        if batch is None or batch.append(**arguments) is None:
            if batch is not None:
                await producer.send_batch(batch, topic, partition=number)
            batch = batches[number] = producer.create_batch()
            batch.append(**arguments)
    for number, batch in batches.items():
        await producer.send_batch(batch, topic, partition=number)
    await producer.flush()


@asynccontextmanager
async def connected(bootstrap: str) -> AsyncIterator[Kafka]:
    """Give the clients."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    reader = AIOKafkaConsumer(bootstrap_servers=bootstrap)
    await admin.start()
    await reader.start()
    try:
        yield Kafka(bootstrap, admin, reader)
    finally:
        await reader.stop()
        await admin.close()
