"""The floor of throughput (F1): mentions in, cases in MongoDB, announcements out. One process and no logic.

`python -m tests.bench.floors.worker BOOTSTRAP MONGO_URL DATABASE READY_FILE`: getmany(500), decode, one bulk write with
the updates coalesced per case (majority, journaled), one batch per partition of announcements (acks=all, idempotent),
wait for both, commit. What arrives is a mention or a CloudEvent whose data is one.
"""

import asyncio
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from pymongo import UpdateOne

from shared.mongo.database import connect, disconnect
from tests.bench.floors.announcing import announce
from tests.bench.floors.names import CASES, COLLECTION, GROUP, MENTIONS


async def work(bootstrap: str, mongo_url: str, database: str, ready: Path) -> None:
    """Until cancelled."""
    cases = connect(mongo_url, database)
    producer = AIOKafkaProducer(
        bootstrap_servers=bootstrap, enable_idempotence=True, acks="all", max_batch_size=262_144
    )
    consumer = AIOKafkaConsumer(
        MENTIONS,
        bootstrap_servers=bootstrap,
        group_id=GROUP,
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        isolation_level="read_committed",  # as the services read; the backlog is preloaded in a transaction
        max_partition_fetch_bytes=4_194_304,
        # A record of a partition that is not part of the fetch on its way waits until that fetch comes back.
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
                by_case = coalesced([message.value for messages in found.values() for message in messages])
                await cases[COLLECTION].bulk_write(
                    [_update(key, posts) for key, posts in by_case.items()], ordered=False
                )
                await announce(producer, CASES, _told(by_case), partitions)
                await consumer.commit({place: messages[-1].offset + 1 for place, messages in found.items()})
    finally:
        await consumer.stop()
        await producer.stop()
        disconnect(cases)


def coalesced(values: list[bytes]) -> dict[str, list[dict[str, Any]]]:
    """Return the posts of a batch by customer."""
    by_case: dict[str, list[dict[str, Any]]] = {}
    for value in values:
        found = orjson.loads(value)
        mention = found.get("data", found)
        by_case.setdefault(mention["author"]["id"], []).append(
            {
                "id": mention.get("event_id", mention["native_id"]),
                "text": mention["text"],
                "at": mention["occurred_at"],
                "url": mention["permalink"],
            }
        )
    return by_case


def _update(key: str, posts: list[dict[str, Any]]) -> UpdateOne:
    change = {"$push": {"messages": {"$each": posts}}, "$inc": {"version": 1}, "$set": {"changed_at": posts[-1]["at"]}}
    return UpdateOne({"_id": key}, change, upsert=True)


def _told(by_case: dict[str, list[dict[str, Any]]]) -> Iterator[tuple[bytes, bytes]]:
    for customer, posts in by_case.items():
        news = {"customer": customer, "posts": len(posts), "changed_at": posts[-1]["at"]}
        yield customer.encode(), orjson.dumps(news)


async def main() -> None:
    """Until the machine says stop."""
    bootstrap, mongo_url, database, ready = sys.argv[1:]
    working = asyncio.create_task(work(bootstrap, mongo_url, database, Path(ready)))
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, working.cancel)
    try:
        await working
    except asyncio.CancelledError:
        return


if __name__ == "__main__":
    asyncio.run(main())
