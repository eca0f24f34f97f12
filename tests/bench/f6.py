"""F6: how fast the classify lane takes a backlog from topic to topic, and a process that moves the same bytes."""

from collections.abc import Sequence
from typing import Any, Final

import orjson

from shared.contracts import topics
from tests.bench.complete import check_ids
from tests.bench.f1 import record_of, timed
from tests.bench.floors import names, running
from tests.bench.ground import READS, Ground
from tests.bench.mentions import Draft
from tests.bench.results import Sample

LANE: Final = "classify-lane"


async def floor(ground: Ground, drafts: Sequence[Draft]) -> Sample:
    """Measure the floor. Raises Incomplete."""
    records = [record_of(draft, names.MENTIONS) for draft in drafts]
    start = await ground.kafka.ends(names.CASES)
    async with running.passing(ground) as child:
        sample = await timed(ground, records, [child], names.GROUP, names.MENTIONS)
    await _check(ground, drafts, names.CASES, start)
    return sample


async def lane(ground: Ground, run: str, drafts: Sequence[Draft]) -> Sample:
    """Measure `classify lane`, as it is, from care.mentions to care.classified. Raises Incomplete."""
    records = [record_of(draft, topics.MENTIONS.name) for draft in drafts]
    async with ground.services([LANE], run) as children:
        start = await ground.kafka.ends(topics.CLASSIFIED.name)
        sample = await timed(ground, records, children, *READS[LANE])
    await _check(ground, drafts, topics.CLASSIFIED.name, start)
    return sample


async def _check(ground: Ground, drafts: Sequence[Draft], topic: str, start: dict[int, int]) -> None:
    values = await ground.kafka.values_since(topic, start)
    check_ids((draft.event_id for draft in drafts), (_event_id(orjson.loads(value)) for value in values))


def _event_id(found: dict[str, Any]) -> str:
    mention = found.get("mention", found)
    return str(mention["event_id"])
