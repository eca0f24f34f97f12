"""Clock and relay on real MongoDB and Kafka: deadlines once and at their instant, announced at least once."""

import asyncio
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import pytest
from aiokafka import AIOKafkaConsumer
from structlog.testing import capture_logs

from services.respond.clock import Clock
from services.respond.relay import Relay
from shared.case.commands import Assign
from shared.case.keeping import Step, announcing
from shared.case.kept.store import CaseStore
from shared.case.state.case import Case
from shared.case.state.clock import ClockMove
from shared.contracts.case import CaseAnnounced
from shared.contracts.topics import CASES
from shared.kafka.produce import Producer
from shared.kafka.record import Outgoing
from shared.runtime.clock import system_clock
from shared.runtime.ids import random_id
from tests.builders import HOUR, NOON, a_book, a_case, a_message, after
from tests.integration.respond.process import respond_process

DEADLINE = NOON + HOUR


@pytest.fixture
def store(database: Any) -> CaseStore:
    return CaseStore(database)


async def opened(store: CaseStore, *, many: int = 1) -> list[Case]:
    """Cases that nobody else knows, all due hours ago."""
    cases = [a_case(message=a_message(random_id("post")), author=random_id("joe")) for _ in range(many)]
    assert await store.save([Step(before=None, after=case) for case in cases])
    return cases


def breaches(case: Case) -> list[object]:
    return [line.at for clock in case.clocks for line in clock.log if line.move is ClockMove.BREACH]


async def announced(bootstrap: str, case_id: str, *, at_least: int) -> list[CaseAnnounced]:
    """Read care.cases from its beginning until the case was told that often; return what was told of it."""
    # Without a group: a test must not wait for a rebalance.
    consumer = AIOKafkaConsumer(CASES.name, bootstrap_servers=bootstrap, group_id=None, auto_offset_reset="earliest")
    await consumer.start()
    found: list[CaseAnnounced] = []
    try:
        async with asyncio.timeout(30):
            while len(found) < at_least:
                for messages in (await consumer.getmany(timeout_ms=200)).values():
                    found += [
                        CaseAnnounced.model_validate_json(one.value) for one in messages if one.key == case_id.encode()
                    ]
    finally:
        await consumer.stop()
    return found


def clock_process(
    mongo_url: str, database: Any, bootstrap: str, **environment: str
) -> AbstractAsyncContextManager[Any]:
    """`python -m services.respond clock`."""
    given = {"EARSHOT_KAFKA_BOOTSTRAP": bootstrap, **environment}
    return respond_process(mongo_url, database, "clock", environment=given)


@asynccontextmanager
async def kafka(bootstrap: str) -> AsyncIterator[Producer]:
    producer = Producer(bootstrap=bootstrap, client_id="test")
    try:
        yield producer
    finally:
        await producer.stop()


async def test_killed_after_the_record_the_breach_stands_once_at_its_instant_and_is_announced_later(
    store: CaseStore, mongo_url: str, database: Any, kafka_bootstrap: str
) -> None:
    """Every worker was down for hours, then one comes, dies at once, and another comes."""
    [case] = await opened(store)
    armed = {"EARSHOT_FAILPOINT": "after_tick", "EARSHOT_RELAY_POLL_SECONDS": "10"}
    async with clock_process(mongo_url, database, kafka_bootstrap, **armed) as process, asyncio.timeout(40):
        assert await process.wait() == -signal.SIGKILL
    assert breaches(await store.get(case.id)) == [DEADLINE]

    await Clock(cases=store, book=a_book, time=system_clock).fire_due()
    async with kafka(kafka_bootstrap) as facts:
        while await Relay(cases=store, facts=facts, clock=system_clock).announce():
            pass

    assert breaches(await store.get(case.id)) == [DEADLINE]
    [told] = await announced(kafka_bootstrap, case.id, at_least=1)
    assert told.clocks[0].breached_at == DEADLINE


async def test_killed_between_announcement_and_mark_it_is_announced_again_as_the_same_version(
    store: CaseStore, mongo_url: str, database: Any, kafka_bootstrap: str
) -> None:
    [case] = await opened(store)
    armed = {"EARSHOT_FAILPOINT": "after_announce"}
    async with clock_process(mongo_url, database, kafka_bootstrap, **armed) as process, asyncio.timeout(40):
        assert await process.wait() == -signal.SIGKILL
    assert (await store.get(case.id)).announce_from == 2

    async with clock_process(mongo_url, database, kafka_bootstrap) as process:
        first, second = await announced(kafka_bootstrap, case.id, at_least=2)
        async with asyncio.timeout(20):
            while (await store.get(case.id)).announce_from is not None:
                await asyncio.sleep(0.02)
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(20):
            assert await process.wait() == 0

    assert first == second
    assert first.case_version == 2


async def test_two_clocks_at_once_record_every_deadline_once(store: CaseStore) -> None:
    cases = await opened(store, many=150)
    clocks = [Clock(cases=store, book=a_book, time=system_clock, batch=40) for _ in range(2)]

    async def run(clock: Clock) -> None:
        while await clock.fire_due():
            pass

    with capture_logs():
        await asyncio.gather(*map(run, clocks))

    for case in cases:
        found = await store.get(case.id)
        assert (breaches(found), found.version) == ([DEADLINE], 2)


async def test_agents_who_work_on_the_cases_meanwhile_lose_nothing_and_stop_no_deadline(store: CaseStore) -> None:
    cases = await opened(store, many=60)

    async def agents() -> None:
        for case in cases:
            await store.update(case.id, lambda before: after(before, Assign(agent="mira", by="mira")))

    async def clock() -> None:
        firing = Clock(cases=store, book=a_book, time=system_clock, batch=20)
        while await firing.fire_due():
            pass

    with capture_logs():
        await asyncio.gather(agents(), clock())

    for case in cases:
        found = await store.get(case.id)
        assert (breaches(found), found.owner, found.version) == ([DEADLINE], "mira", 3)


async def test_a_change_between_announcement_and_mark_keeps_its_mark(store: CaseStore) -> None:
    [case] = await opened(store)
    told: list[bytes | None] = []

    def assign(before: Case) -> Case:
        return after(before, Assign(agent="joris", by="joris"))

    class Busy:
        async def start(self) -> None:
            return

        async def send(self, records: Sequence[Outgoing]) -> None:
            told.extend(record.value for record in records)
            await store.update(case.id, announcing(assign))

    await store.update(case.id, announcing(lambda before: after(before, Assign(agent="mira", by="mira"))))
    with capture_logs():
        changed = [await Relay(cases=store, facts=Busy(), clock=system_clock).announce() for _ in range(3)]

    assert changed == [1, 1, 0]
    assert [CaseAnnounced.model_validate_json(one or b"").case_version for one in told] == [2, 3]
