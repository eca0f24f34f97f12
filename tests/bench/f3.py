"""F3: how long after a POST was due its case is announced, at a steady rate, by the floors and by the pipeline."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from time import perf_counter
from typing import Any, Final

import orjson
from aiokafka import AIOKafkaConsumer, TopicPartition

from deploy.local.child import Child
from shared.contracts import topics
from shared.runtime.clock import system_clock
from tests.bench.complete import Incomplete
from tests.bench.deliveries import single_requests
from tests.bench.f2 import CONNECTIONS
from tests.bench.floors import names, running
from tests.bench.ground import Ground
from tests.bench.load import apart, paced
from tests.bench.mentions import Draft
from tests.bench.numbers import due_times, latencies, quantile
from tests.bench.results import Sample
from tests.bench.usage import peaks_mb, snapshot, spent_us

PER_SECOND: Final = 100.0
_WARM_UP: Final = 100
_GRACE: Final = 20.0


async def floor(ground: Ground, run: str, drafts: Sequence[Draft]) -> Sample:
    """Measure F1 behind F2. Raises Incomplete."""
    async with (
        ground.database(run) as database,
        running.worker(ground, database) as worker,
        running.door(ground) as door,
    ):
        return await _paced(ground, drafts, [door, worker], topic=names.CASES, author_of=lambda told: told["customer"])


async def pipeline(ground: Ground, run: str, drafts: Sequence[Draft]) -> Sample:
    """Measure ingest, lane and route. Raises Incomplete."""
    async with (
        ground.database(run) as database,
        ground.services(("ingest", "classify-lane", "route"), database) as children,
    ):
        return await _paced(
            ground,
            drafts,
            children,
            topic=topics.CASES.name,
            author_of=lambda told: told["customer_key"].split("/", 2)[2],
        )


async def _paced(
    ground: Ground,
    drafts: Sequence[Draft],
    children: Sequence[Child],
    *,
    topic: str,
    author_of: Callable[[dict[str, Any]], str],
) -> Sample:
    """`drafts` are of strangers, each of whom writes once: so the first word of a case is the answer to its POST."""
    requests = single_requests(drafts, key=ground.key, at=system_clock())
    seen: dict[str, float] = {}
    watching = await _watching(ground, topic, seen, author_of)
    pids = ground.pids(children)
    before = snapshot(pids)
    due = due_times(perf_counter() + 0.2, per_second=PER_SECOND, count=len(drafts))
    port = int(children[0].url.rpartition(":")[2])
    try:
        await apart(lambda: paced(port, requests, due, connections=CONNECTIONS))
        with suppress(TimeoutError):
            async with asyncio.timeout(_GRACE):
                while len(seen) < len(drafts):
                    await asyncio.sleep(0.05)
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
    after = snapshot(pids)
    silent = sum(draft.author_id not in seen for draft in drafts)
    if silent:
        raise Incomplete(f"{silent} of {len(drafts)} posts had no case announced within {_GRACE:.0f} s")
    took = latencies(due, [seen[draft.author_id] for draft in drafts])[_WARM_UP:]
    return Sample(
        value=quantile(took, 0.99) * 1000,
        more={"p50": quantile(took, 0.5) * 1000, "worst": max(took) * 1000},
        cpu_us=spent_us(before, after, count=len(drafts)),
        peak_mb=peaks_mb(after),
    )


async def _watching(
    ground: Ground, topic: str, seen: dict[str, float], author_of: Callable[[dict[str, Any]], str]
) -> "asyncio.Task[None]":
    ends = await ground.kafka.ends(topic)
    places = [TopicPartition(topic, number) for number in ends]
    consumer = AIOKafkaConsumer(bootstrap_servers=ground.kafka.bootstrap)
    await consumer.start()
    consumer.assign(places)
    for place in places:
        consumer.seek(place, ends[place.partition])

    async def watch() -> None:
        try:
            while True:
                found = await consumer.getmany(timeout_ms=1000)
                now = perf_counter()
                for messages in found.values():
                    for message in messages:
                        seen.setdefault(author_of(orjson.loads(message.value)), now)
        finally:
            await consumer.stop()

    return asyncio.create_task(watch())
