"""The newest records of a topic, read without a consumer group: nothing is committed, nobody notices."""

import heapq
from collections.abc import Callable
from typing import Any, Final

from aiokafka import AIOKafkaConsumer
from aiokafka.errors import KafkaError

from shared.kafka.consume import incoming
from shared.kafka.record import Incoming
from shared.runtime.errors import Unavailable

_PATIENCE: Final = 15
"""So many seconds without a record where there must be some: Kafka does not answer."""

Progress = Callable[[int, int], None]
"""Told how many records were read, and of how many."""


async def newest(bootstrap: str, topic: str, *, most: int, progress: Progress) -> list[Incoming]:
    """Return the newest records of all partitions together, at most so many, oldest first, as Kafka stamped them.

    To know which are the newest, as many are read of each partition. Raises Unavailable.
    """
    client = AIOKafkaConsumer(
        topic,
        bootstrap_servers=bootstrap,
        group_id=None,
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        isolation_level="read_committed",
        request_timeout_ms=_PATIENCE * 1000,
    )
    try:
        await client.start()
        return await _read(client, most, progress)
    except (KafkaError, OSError, TimeoutError) as error:
        raise Unavailable(f"Kafka at {bootstrap} does not answer: {error!r}") from None
    finally:
        await client.stop()


async def _read(client: Any, most: int, progress: Progress) -> list[Incoming]:
    partitions = sorted(client.assignment())
    ends = await client.end_offsets(partitions)
    begins = await client.beginning_offsets(partitions)
    starts = {one: max(begins[one], ends[one] - most) for one in partitions}
    for one, start in starts.items():
        client.seek(one, start)
    kept: list[tuple[int, int, int, Incoming]] = []
    read, all_of_them = 0, sum(ends[one] - starts[one] for one in partitions)
    left = [one for one in partitions if starts[one] < ends[one]]
    while left:
        batches = await client.getmany(*left, timeout_ms=_PATIENCE * 1000)
        for one, messages in batches.items():
            for message in messages:
                if message.offset < ends[one]:
                    read += 1
                    record = incoming(message)
                    heapq.heappush(kept, (record.timestamp_ms, record.partition, record.offset, record))
                    if len(kept) > most:
                        heapq.heappop(kept)
        before, left = left, [one for one in left if await client.position(one) < ends[one]]
        if not batches and len(left) == len(before):
            raise TimeoutError(f"no records of {left[0].topic} for {_PATIENCE} s")
        progress(read, all_of_them)
    return [record for *_, record in sorted(kept)]
