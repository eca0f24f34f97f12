"""The floor of the lane (F6): mentions in, mentions out, decoded and encoded again. One process and no logic.

`python -m tests.bench.floors.passing BOOTSTRAP READY_FILE`: getmany(500), decode, encode, one batch per partition
(acks=all, idempotent), wait, commit.
"""

import asyncio
import signal
import sys
from pathlib import Path

import orjson
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer

from tests.bench.floors.announcing import announce
from tests.bench.floors.names import CASES, GROUP, MENTIONS


async def work(bootstrap: str, ready: Path) -> None:
    """Until cancelled."""
    producer = AIOKafkaProducer(
        bootstrap_servers=bootstrap, enable_idempotence=True, acks="all", max_batch_size=262_144
    )
    consumer = AIOKafkaConsumer(
        MENTIONS,
        bootstrap_servers=bootstrap,
        group_id=GROUP,
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        isolation_level="read_committed",  # as the lane reads
        max_partition_fetch_bytes=4_194_304,
        fetch_max_wait_ms=10,
    )
    await producer.start()
    await consumer.start()
    partitions = len(await producer.partitions_for(CASES))
    ready.touch()  # noqa: ASYNC240 - once
    try:
        while True:
            found = await consumer.getmany(timeout_ms=200, max_records=500)
            if found:
                moved = ((one.key, orjson.dumps(orjson.loads(one.value))) for some in found.values() for one in some)
                await announce(producer, CASES, moved, partitions)
                await consumer.commit({place: messages[-1].offset + 1 for place, messages in found.items()})
    finally:
        await consumer.stop()
        await producer.stop()


async def main() -> None:
    """Until the machine says stop."""
    bootstrap, ready = sys.argv[1:]
    working = asyncio.create_task(work(bootstrap, Path(ready)))
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, working.cancel)
    try:
        await working
    except asyncio.CancelledError:
        return


if __name__ == "__main__":
    asyncio.run(main())
