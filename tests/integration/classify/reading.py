"""Everything that is on a topic, as it arrives."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiokafka import AIOKafkaConsumer

from shared.kafka.record import Incoming


@asynccontextmanager
async def reading(bootstrap: str, topic: str) -> AsyncIterator[list[Incoming]]:
    """Give a list that fills with the topic's records, from its beginning on."""
    found: list[Incoming] = []
    client = AIOKafkaConsumer(topic, bootstrap_servers=bootstrap, auto_offset_reset="earliest", fetch_max_wait_ms=20)
    await client.start()

    async def read() -> None:
        async for message in client:
            found.append(_incoming(message))  # noqa: PERF401 - the reader looks while it fills

    task = asyncio.create_task(read())
    try:
        yield found
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await client.stop()


def _incoming(message: Any) -> Incoming:
    return Incoming(
        topic=message.topic,
        partition=message.partition,
        offset=message.offset,
        key=message.key,
        value=message.value,
        headers=tuple(message.headers),
    )
