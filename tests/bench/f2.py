"""F2: how fast signed requests are answered 202, by the floor and by ingest; and how fast batches go all the way."""

from collections.abc import Sequence
from time import perf_counter
from typing import Final

from deploy.local.child import Child
from shared.contracts import topics
from shared.runtime.clock import system_clock
from tests.bench.complete import Incomplete, check_cases
from tests.bench.deliveries import batch_requests, single_requests
from tests.bench.f1 import LANE_AND_ROUTE, watched
from tests.bench.floors import names, running
from tests.bench.ground import READS, Ground
from tests.bench.load import apart, flood
from tests.bench.mentions import Draft
from tests.bench.numbers import rate_between
from tests.bench.results import Sample
from tests.bench.usage import peaks_mb, snapshot, spent_us

CONNECTIONS: Final = 16
BATCH: Final = 100


async def floor(ground: Ground, drafts: Sequence[Draft]) -> Sample:
    """Measure the floor, one event per request. Raises Incomplete."""
    async with running.door(ground) as door:
        requests = single_requests(drafts, key=ground.key, at=system_clock())
        return await _flooded(ground, [door], requests, topic=names.MENTIONS, events=len(drafts))


async def ingest(ground: Ground, run: str, drafts: Sequence[Draft], *, batch: int = 1) -> Sample:
    """Measure services.ingest. Raises Incomplete."""
    async with ground.database(run) as database, ground.services(["ingest"], database) as children:
        now = system_clock()
        requests = (
            single_requests(drafts, key=ground.key, at=now)
            if batch == 1
            else batch_requests(drafts, size=batch, key=ground.key, at=now)
        )
        return await _flooded(ground, children, requests, topic=topics.MENTIONS.name, events=len(drafts))


async def _flooded(
    ground: Ground, children: Sequence[Child], requests: Sequence[bytes], *, topic: str, events: int
) -> Sample:
    before_there = sum((await ground.kafka.ends(topic)).values())
    pids = ground.pids(children)
    before = snapshot(pids)
    answered = await apart(lambda: flood(_port(children[0]), requests, connections=CONNECTIONS))
    after = snapshot(pids)
    written = sum((await ground.kafka.ends(topic)).values()) - before_there
    if written != events:
        raise Incomplete(f"{events} events were answered 202 and {written} are on {topic}")
    looks = [(when, number + 1) for number, when in enumerate(answered)]
    return Sample(
        value=rate_between(looks, total=len(requests)) * events / len(requests),
        cpu_us=spent_us(before, after, count=events),
        peak_mb=peaks_mb(after),
    )


async def all_the_way(ground: Ground, run: str, drafts: Sequence[Draft]) -> Sample:
    """Measure from POST (batches of 100, as fast as they are answered) to cases announced. Raises Incomplete."""
    services = (*LANE_AND_ROUTE, "ingest")
    async with ground.database(run) as database, ground.services(services, database) as children:
        requests = batch_requests(drafts, size=BATCH, key=ground.key, at=system_clock())
        group, topic = READS["route"]
        start = await ground.kafka.ends(topic)
        cases = await ground.kafka.ends(topics.CASES.name)
        pids = ground.pids(children)
        before = snapshot(pids)
        began = perf_counter()

        async def done() -> int:
            return await ground.kafka.done_since(start, group=group, topic=topic)

        await apart(lambda: flood(_port(children[-1]), requests, connections=4))
        taken_in = perf_counter() - began
        looks = await watched(done, total=len(drafts), children=children)
        after = snapshot(pids)
        ids = [draft.event_id for draft in drafts]
        await check_cases(ground.kafka, ground.stack.backing.mongo_url, database, ids=ids, start=cases)
    seconds = looks[-1][0] - began
    return Sample(
        value=len(drafts) / seconds,
        more={"seconds": seconds, "taken in after": taken_in},
        cpu_us=spent_us(before, after, count=len(drafts)),
        peak_mb=peaks_mb(after),
    )


def _port(child: Child) -> int:
    return int(child.url.rpartition(":")[2])
