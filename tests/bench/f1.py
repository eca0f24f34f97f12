"""F1: how fast a backlog becomes cases, by the floor and by the pipeline."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from time import perf_counter
from typing import Final

from deploy.local.child import Child
from shared.contracts import topics
from shared.contracts.envelope import pack
from shared.kafka.record import Outgoing
from tests.bench.complete import Incomplete, check_cases, check_floor
from tests.bench.floors import names, running
from tests.bench.ground import READS, Ground
from tests.bench.mentions import Draft, as_mention
from tests.bench.numbers import rate_between
from tests.bench.results import Sample
from tests.bench.usage import peaks_mb, snapshot, spent_us

LANE_AND_ROUTE: Final = ("route", "classify-lane")
WITH_STORMS: Final = (*LANE_AND_ROUTE, "classify-storms")
_LOOK_EVERY: Final = 0.05
_PATIENCE: Final = 30.0


async def floor(ground: Ground, run: str, drafts: Sequence[Draft]) -> Sample:
    """Measure the floor. Raises Incomplete."""
    records = [record_of(draft, names.MENTIONS) for draft in drafts]
    async with ground.database(run) as database, running.worker(ground, database) as worker:
        start = await ground.kafka.ends(names.CASES)
        sample = await timed(ground, records, [worker], names.GROUP, names.MENTIONS)
        await check_floor(
            ground.kafka, ground.stack.backing.mongo_url, database, ids=[one.event_id for one in drafts], start=start
        )
    return sample


async def pipeline(
    ground: Ground, run: str, drafts: Sequence[Draft], *, services: Sequence[str] = LANE_AND_ROUTE
) -> Sample:
    """Measure Earshot from care.mentions to care.cases. Raises Incomplete."""
    records = [record_of(draft, topics.MENTIONS.name) for draft in drafts]
    async with ground.database(run) as database, ground.services(services, database) as children:
        start = await ground.kafka.ends(topics.CASES.name)
        sample = await timed(ground, records, children, *READS["route"])
        await check_cases(
            ground.kafka, ground.stack.backing.mongo_url, database, ids=[one.event_id for one in drafts], start=start
        )
    return sample


async def timed(
    ground: Ground, records: Sequence[Outgoing], children: Sequence[Child], group: str, topic: str
) -> Sample:
    """Let processes that stand ready have a backlog, until their group has committed it. Raises Incomplete."""
    start = await ground.kafka.ends(topic)
    async with ground.kafka.preloaded(records):
        # What preloading set in motion (the broker's own work, mostly) is over before anything is counted.
        await asyncio.sleep(0.3)
        start = await ground.kafka.ends(topic) if topic != records[0].topic else start
        pids = ground.pids(children)
        before = snapshot(pids)
        began = perf_counter()

    async def done() -> int:
        return await ground.kafka.done_since(start, group=group, topic=topic)

    looks = await watched(done, total=len(records), children=children)
    after = snapshot(pids)
    return Sample(
        value=rate_between(looks, total=len(records)),
        more={"seconds": looks[-1][0] - began},
        cpu_us=spent_us(before, after, count=len(records)),
        peak_mb=peaks_mb(after),
    )


async def watched(
    done: Callable[[], Awaitable[int]], *, total: int, children: Sequence[Child]
) -> list[tuple[float, int]]:
    """Return looks (second, how many are done) until all are. Raises Incomplete when nothing moves any more."""
    looks: list[tuple[float, int]] = []
    moved = perf_counter()
    while not looks or looks[-1][1] < total:
        count = await done()
        now = perf_counter()
        if not looks or count > looks[-1][1]:
            looks.append((now, count))
            moved = now
        dead = next((child for child in children if not child.running), None)
        if dead is not None or now - moved > _PATIENCE:
            why = dead.fall_report() if dead else "\n".join(f"{child.name}: {child.tail(5)}" for child in children)
            raise Incomplete(f"{total - count} of {total} mentions never arrived\n{why}")
        await asyncio.sleep(_LOOK_EVERY)
    return looks


def record_of(draft: Draft, topic: str) -> Outgoing:
    """Return the post as ingest writes it."""
    mention = as_mention(draft)
    record = pack(
        topics.MENTIONS,
        mention,
        key=mention.customer_key,
        fact_id=mention.event_id,
        source="/earshot/ingest",
        at=mention.received_at,
        traceparent=f"00-{mention.event_id[:32]}-{mention.event_id[:16]}-01",
    )
    return Outgoing(topic=topic, key=record.key, value=record.value, headers=record.headers)
