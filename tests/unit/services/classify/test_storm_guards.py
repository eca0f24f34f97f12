"""The guards around Faust: only we acknowledge, a resumed flow keeps its queues, a hole is noticed."""

from types import SimpleNamespace
from typing import NamedTuple

import pytest
from mode.utils.queues import FlowControlQueue

from services.classify.storm_guards import Acknowledgements, Gaps, KeepingFlow, Skipped
from shared.kafka.record import Incoming


class Message:
    def __init__(self, offset: int) -> None:
        self.offset = offset


class Place(NamedTuple):
    topic: str = "care.signals"
    partition: int = 3


class Consumer:
    """As much of Faust's consumer as the guards touch."""

    def __init__(self, *, committed: int | None = None, earliest: int = 0) -> None:
        self.acknowledged: list[int] = []
        self._committed_offset = {Place(): committed}
        self._earliest = earliest

    def ack(self, message: Message) -> bool:
        self.acknowledged.append(message.offset)
        return True

    async def earliest_offsets(self, place: Place) -> dict[Place, int]:
        return {place: self._earliest}


def records(*offsets: int) -> list[Incoming]:
    return [
        Incoming(topic="care.signals", partition=3, offset=offset, key=b"k", value=b"v", headers=())
        for offset in offsets
    ]


async def handed(consumer: Consumer, *batches: list[Incoming], generation: int = 1, gaps: Gaps | None = None) -> Gaps:
    gaps = gaps or Gaps(SimpleNamespace(consumer=consumer))
    for batch in batches:
        await gaps.check(generation, batch, [Place()])
    return gaps


def test_faust_cannot_acknowledge_what_we_did_not_count() -> None:
    consumer = Consumer()
    guard = Acknowledgements(SimpleNamespace(consumer=consumer))
    first, second = Message(1), Message(2)

    assert consumer.ack(first) is False
    guard.let([SimpleNamespace(ack=lambda: consumer.ack(second))])
    assert consumer.ack(first) is False

    assert consumer.acknowledged == [2]


async def test_a_resumed_flow_keeps_what_is_queued_and_a_clearing_empties_it() -> None:
    flow = KeepingFlow()
    queue: FlowControlQueue[int] = FlowControlQueue(flow_control=flow, clear_on_resume=True)
    queue.put_nowait(1)
    flow.resume()

    assert (flow.is_active(), queue.qsize()) == (True, 1)
    flow.clear()
    assert queue.empty()


async def test_offsets_that_follow_each_other_pass_even_twice() -> None:
    await handed(Consumer(committed=5), records(5, 6, 7), records(6, 7, 8))


async def test_a_hole_within_a_generation_is_noticed() -> None:
    with pytest.raises(Skipped, match="expected 7, handed 8"):
        await handed(Consumer(committed=5), records(5, 6), records(8))


@pytest.mark.parametrize(("committed", "earliest"), [(5, 0), (None, 5), (2, 5)])
async def test_a_hole_before_the_first_record_is_noticed(committed: int | None, earliest: int) -> None:
    consumer = Consumer(committed=committed, earliest=earliest)
    await handed(consumer, records(5))

    with pytest.raises(Skipped, match="expected 5, handed 6"):
        await handed(consumer, records(6))


async def test_a_new_generation_begins_at_the_commit() -> None:
    consumer = Consumer(committed=5)
    gaps = await handed(consumer, records(5, 6, 7))

    await handed(consumer, records(5, 6), generation=2, gaps=gaps)
