"""The floor of firing (F4): what is due, one guarded update each in a bulk write, announcements. And no logic.

`python -m tests.bench.floors.clock BOOTSTRAP MONGO_URL DATABASE READY_FILE`: looks as often as the clock process, at as
many cases at once. It writes about as much into a case as a deadline of Earshot's does, whatever stands in the case.
"""

import asyncio
import signal
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

import orjson
from aiokafka import AIOKafkaProducer
from pymongo import UpdateOne

from shared.mongo.database import connect, disconnect
from tests.bench.floors.announcing import announce
from tests.bench.floors.names import CASES, COLLECTION, MOVE

BATCH: Final = 500
POLL_SECONDS: Final = 0.25


async def work(bootstrap: str, mongo_url: str, database: str, ready: Path) -> None:
    """Until cancelled."""
    opened = connect(mongo_url, database)
    producer = AIOKafkaProducer(bootstrap_servers=bootstrap, enable_idempotence=True, acks="all")
    await producer.start()
    partitions = len(await producer.partitions_for(CASES))
    ready.touch()  # noqa: ASYNC240 - once
    try:
        while True:
            found = await _fire(opened)
            if found:
                told = ((case["_id"].encode(), orjson.dumps(_news(case))) for case in found)
                await announce(producer, CASES, told, partitions)
            if len(found) < BATCH:
                await asyncio.sleep(POLL_SECONDS)
    finally:
        await producer.stop()
        disconnect(opened)


async def _fire(database: Any) -> list[dict[str, Any]]:
    now = (await database.command("hello", codec_options=database.codec_options))["localTime"]
    due = database[COLLECTION].find({"clock_due_at": {"$lte": now}}, {"version": 1, "clock_due_at": 1})
    found: list[dict[str, Any]] = await due.sort("clock_due_at", 1).limit(BATCH).to_list(None)
    if found:
        await database[COLLECTION].bulk_write([_update(case, now) for case in found], ordered=False)
    return found


def _update(case: dict[str, Any], now: datetime) -> UpdateOne:
    due = case["clock_due_at"]
    line = {"move": MOVE, "at": due}
    told = {"at": now, "about": "first_response breach", "to": "agent-1", "changed_in": case["version"] + 1}
    entry = {"at": now, "by": "clock", "what": "first_response breach", "note": due.isoformat()}
    return UpdateOne(
        {"_id": case["_id"], "version": case["version"]},
        {
            "$set": {"version": case["version"] + 1, "changed_at": now, "clock_due_at": due + timedelta(days=2)},
            "$push": {"clocks.0.log": line, "history": {"$each": [entry, entry]}, "notices": told},
        },
    )


def _news(case: dict[str, Any]) -> dict[str, Any]:
    return {"case_id": case["_id"], "case_version": case["version"] + 1, "at": case["clock_due_at"].isoformat()}


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
