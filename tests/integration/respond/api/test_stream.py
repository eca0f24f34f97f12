"""Live updates: from Kafka to every open stream of the brand."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from services.respond.api.stream import events
from services.respond.domain.scope import Scope
from services.respond.live.broadcast import Broadcast
from services.respond.live.tail import Tail, telling
from shared.case.announce import announcement_record
from shared.case.case import Case
from shared.case.commands import Assign
from shared.contracts.topics import CASES, STORMS
from shared.kafka.produce import Producer
from shared.kafka.record import Outgoing
from shared.runtime.ids import random_id
from tests.builders import NOON, a_case, after


def announced(case: Case) -> Outgoing:
    return announcement_record(case, source="/earshot/route", at=NOON)


async def next_of(lines: AsyncIterator[bytes], *names: bytes) -> bytes:
    """The next event that holds one of these texts."""
    async with asyncio.timeout(60):
        async for line in lines:
            if any(name in line for name in names):
                return line
    pytest.fail("the stream ended")


async def test_what_is_announced_reaches_the_brands_streams_once(kafka_bootstrap: str) -> None:
    broadcast = Broadcast(boot="b", window=100)
    tail = Tail(
        bootstrap=kafka_bootstrap,
        topics=(CASES.name, STORMS.name),
        tell=telling(broadcast),
        missed=broadcast.tell_reset,
    )
    producer = Producer(bootstrap=kafka_bootstrap, client_id="test")
    before, ours = a_case(id=random_id("c")), a_case(id=random_id("c"))
    foreign = a_case(id=random_id("c"), brand="quay")
    later = after(ours, Assign(agent="mira", by="mira"))
    await producer.send([announced(before)])
    stop = asyncio.Event()
    running = asyncio.create_task(tail.run(stop))
    try:
        async with asyncio.timeout(60):
            while await tail.problem() is not None:
                await asyncio.sleep(0.02)
        lines = events(broadcast, Scope(frozenset({"discus"})), None, heartbeat=1)
        assert b"event: hello" in await anext(lines)
        await producer.send([announced(foreign), announced(ours), announced(ours), announced(later)])

        first = await next_of(lines, before.id.encode(), foreign.id.encode(), ours.id.encode())
        second = await next_of(lines, before.id.encode(), foreign.id.encode(), ours.id.encode())

        assert b'"case_version":1' in first
        assert b'"case_version":2' in second
        assert first.startswith(b"id: b-")
        assert b"event: case\ndata: {" in first
    finally:
        stop.set()
        await running
        await producer.stop()


async def test_silence_is_filled_with_heartbeats_and_the_end_ends_it() -> None:
    broadcast = Broadcast(boot="b", window=1)
    stop = asyncio.Event()
    running = asyncio.create_task(broadcast.run(stop))
    lines = events(broadcast, Scope(), None, heartbeat=0.01)

    assert b"hello" in await anext(lines)
    assert await anext(lines) == b": still here\n\n"
    stop.set()
    await running
    assert b"hello" not in b"".join([line async for line in lines])


async def test_a_line_break_cannot_make_an_event_of_its_own() -> None:
    broadcast = Broadcast(boot="b", window=9)
    lines = events(broadcast, Scope(), None, heartbeat=1)
    await anext(lines)

    broadcast.tell("case", brand=None, data='{"a":"b"}\n\nevent: reset\r\ndata: x')

    assert (await anext(lines)).count(b"\n") == 4
