"""Live updates: from Kafka to every open stream of the brand."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from services.respond.api.stream import events
from services.respond.domain.scope import Scope
from services.respond.live.broadcast import Broadcast
from services.respond.live.tail import Tail, telling
from services.respond.live.told import Ears
from shared.case.commands import Assign, Release, Tick
from shared.case.kept.announce import announcement_record
from shared.case.state.case import Case
from shared.case.state.policy import SEVERITIES, Action, Match, Policy
from shared.case.state.terms import Terms
from shared.contracts.topics import CASES, STORMS
from shared.kafka.produce import Producer
from shared.kafka.record import Outgoing
from shared.runtime.ids import random_id
from tests.builders import HOUR, NOON, a_book, a_case, after

JORIS = Ears(scope=Scope(frozenset({"discus"})), agent="joris")


def a_policy(*, on_breach: tuple[Action, ...]) -> Policy:
    """An hour for the first answer, and this when it is over."""
    terms = dict.fromkeys(SEVERITIES, Terms(policy="quick", first_response=3600))
    return Policy(id="quick", match=Match(), terms=terms, on_breach=on_breach)


def announced(case: Case) -> Outgoing:
    return announcement_record(case, source="/earshot/route", at=NOON)


async def next_of(lines: AsyncIterator[bytes], *names: bytes) -> bytes:
    """The next event that holds one of these texts."""
    async with asyncio.timeout(60):
        async for line in lines:
            if any(name in line for name in names):
                return line
    pytest.fail("the stream ended")


@asynccontextmanager
async def followed(kafka_bootstrap: str) -> AsyncIterator[tuple[Broadcast, Producer]]:
    """What tells of new announcements while the block runs, and the way to announce."""
    broadcast = Broadcast(boot="b", window=100)
    tail = Tail(
        bootstrap=kafka_bootstrap,
        topics=(CASES.name, STORMS.name),
        tell=telling(broadcast),
        missed=broadcast.tell_reset,
    )
    producer = Producer(bootstrap=kafka_bootstrap, client_id="test")
    stop = asyncio.Event()
    running = asyncio.create_task(tail.run(stop))
    try:
        async with asyncio.timeout(60):
            while await tail.problem() is not None:
                await asyncio.sleep(0.02)
        yield broadcast, producer
    finally:
        stop.set()
        await running
        await producer.stop()


async def test_what_is_announced_reaches_the_brands_streams_once(kafka_bootstrap: str) -> None:
    before, ours = a_case(id=random_id("c")), a_case(id=random_id("c"))
    foreign = a_case(id=random_id("c"), brand="quay")
    later = after(ours, Assign(agent="mira", by="mira"))
    producer = Producer(bootstrap=kafka_bootstrap, client_id="before")
    await producer.send([announced(before)])
    await producer.stop()
    async with followed(kafka_bootstrap) as (broadcast, announcing):
        lines = events(broadcast, JORIS, None, heartbeat=1)
        assert b"event: hello" in await anext(lines)
        await announcing.send([announced(foreign), announced(ours), announced(ours), announced(later)])

        first = await next_of(lines, before.id.encode(), foreign.id.encode(), ours.id.encode())
        second = await next_of(lines, before.id.encode(), foreign.id.encode(), ours.id.encode())

    assert b'"case_version":1' in first
    assert b'"case_version":2' in second
    assert first.startswith(b"id: b-")
    assert b"event: case\ndata: {" in first


async def test_a_breach_is_told_to_the_owner_only_and_once(kafka_bootstrap: str) -> None:
    """The clock's notice travels on the announcement; the case's event says nothing of whom it is to."""
    policy = a_policy(on_breach=(Action.NOTIFY_OWNER,))
    late = after(
        after(a_case(id=random_id("c"), book=a_book(policy)), Assign(agent="joris", by="route")),
        Tick(book=a_book(policy)),
        now=NOON + 2 * HOUR,
    )
    marked = replace(late, announce_from=late.version)
    mira = Ears(scope=Scope(), agent="mira", is_supervisor=True)
    async with followed(kafka_bootstrap) as (broadcast, announcing):
        owners, others = (events(broadcast, one, None, heartbeat=1) for one in (JORIS, mira))
        assert b"hello" in await anext(owners)
        assert b"hello" in await anext(others)
        again = after(marked, Release(by="joris"))
        await announcing.send([announced(marked), announced(marked), announced(again)])

        told = [await next_of(owners, late.id.encode()) for _ in range(3)]
        seen = [await next_of(others, late.id.encode()) for _ in range(2)]

    assert [one.split(b"\n")[1] for one in told] == [b"event: case", b"event: notice", b"event: case"]
    assert [one.split(b"\n")[1] for one in seen] == [b"event: case", b"event: case"]
    assert json.loads(told[1].split(b"data: ")[1]) == {
        "case": late.id,
        "customer": "joe",
        "about": "first_response breach",
        "at": (NOON + 2 * HOUR).isoformat(),
    }
    assert b"notices" not in told[0]


async def test_silence_is_filled_with_heartbeats_and_the_end_ends_it() -> None:
    broadcast = Broadcast(boot="b", window=1)
    stop = asyncio.Event()
    running = asyncio.create_task(broadcast.run(stop))
    lines = events(broadcast, JORIS, None, heartbeat=0.01)

    assert b"hello" in await anext(lines)
    assert await anext(lines) == b": still here\n\n"
    stop.set()
    await running
    assert b"hello" not in b"".join([line async for line in lines])


async def test_a_line_break_cannot_make_an_event_of_its_own() -> None:
    broadcast = Broadcast(boot="b", window=9)
    lines = events(broadcast, JORIS, None, heartbeat=1)
    await anext(lines)

    broadcast.tell("case", brand=None, data='{"a":"b"}\n\nevent: reset\r\ndata: x')

    assert (await anext(lines)).count(b"\n") == 4
