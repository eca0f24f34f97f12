"""Announcements in hand-built batches, one per partition: the cheapest way there is."""

import asyncio
from collections.abc import Iterable
from typing import Any

from shared.kafka.partition import partition_of


async def announce(producer: Any, topic: str, told: Iterable[tuple[bytes, bytes]], partitions: int) -> None:
    """Write key and value of each, and return when Kafka has acknowledged all."""
    batches: dict[int, Any] = {}
    waiting = []
    for key, value in told:
        partition = partition_of(key, partitions)
        batch = batches.get(partition)
        if batch is None:
            batch = batches[partition] = producer.create_batch()
        if batch.append(key=key, value=value, timestamp=None) is None:
            waiting.append(await producer.send_batch(batch, topic, partition=partition))
            batch = batches[partition] = producer.create_batch()
            batch.append(key=key, value=value, timestamp=None)
    for partition, batch in batches.items():
        waiting.append(await producer.send_batch(batch, topic, partition=partition))
    await asyncio.gather(*waiting)
