"""Several dispatchers at once on a real MongoDB: no case assigned twice, nobody given more than they can take."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from services.route.dispatch import Dispatcher
from services.route.domain.eligible import Worker
from services.route.giving_back import GivingBack
from services.route.line import Line
from shared.case.commands import Resolve
from shared.case.keeping import Step
from shared.case.kept.reasons import WaitingReasons
from shared.case.kept.store import CaseStore
from shared.case.kept.together import Together
from shared.case.state.case import Case
from shared.case.state.stage import Disposition, Stage
from shared.directory.presence import Presence
from shared.levels.book import DispatchRules, Levels
from shared.mongo.lease import Lease, LeaseLost
from shared.runtime.clock import system_clock
from shared.runtime.ids import random_id
from tests.builders import a_book, a_case, a_message, after

RULES = DispatchRules(
    offline_after=timedelta(minutes=2), silence_after=None, weights={"mastodon": 1}, reach_raises_from=None
)
LEVELS = Levels(book=a_book(), rules=RULES, digest="test")


class Staffed:
    """Agents who are always at work."""

    def __init__(self, *workers: Worker) -> None:
        self.workers = workers

    async def at_work(self, *, now: datetime) -> Sequence[Worker]:
        return self.workers


def dispatcher(database: Any, *workers: Worker, holder: str, lasting: float = 5.0) -> Dispatcher:
    return Dispatcher(
        line=Line(database),
        staff=Staffed(*workers),
        cases=CaseStore(database),
        writes=Together(database),
        lease=Lease(database, name="dispatch", holder=holder, lasting=timedelta(seconds=lasting)),
        reasons=WaitingReasons(database),
        levels=lambda: LEVELS,
        every=0.01,
        clock=system_clock,
    )


async def opened(database: Any, count: int, **fields: Any) -> list[Case]:
    now = system_clock()
    cases = [
        a_case(
            message=a_message(random_id("post"), at=now + timedelta(seconds=number)),
            author=random_id("joe"),
            book=LEVELS.book,
            **fields,
        )
        for number in range(count)
    ]
    assert await CaseStore(database).save([Step(before=None, after=case) for case in cases])
    return cases


async def owners(database: Any, cases: Sequence[Case]) -> Counter[str | None]:
    found = await CaseStore(database).some([case.id for case in cases])
    return Counter(case.owner for case in found)


def settled(case: Case) -> Case:
    return after(case, Resolve(by="test", disposition=Disposition.SPAM, reason="a test"))


def assignments(case: Case) -> list[str]:
    return [line.what for line in case.history if line.what.startswith("owner ") and line.what != "owner nobody"]


@pytest.mark.timeout(60)
async def test_three_dispatchers_give_every_case_once_and_nobody_more_than_their_capacity(database: Any) -> None:
    """While cases are settled and new ones come in, and the one who holds the lease dies again and again."""
    workers = [Worker(id=f"agent-{number}", capacity=3 + number % 3) for number in range(8)]
    capacity = {worker.id: worker.capacity for worker in workers}
    store, cases = CaseStore(database), await opened(database, 120)
    done = asyncio.Event()
    overfull: list[str] = []

    async def dying() -> None:
        while not done.is_set():
            stop = asyncio.Event()
            running = asyncio.create_task(
                dispatcher(database, *workers, holder=random_id("route"), lasting=0.2).run(stop)
            )
            await asyncio.sleep(0.15)
            running.cancel()  # as a kill does: the lease is not given back
            await asyncio.wait([running])

    async def working() -> None:
        while await store.some([case.id for case in cases]):
            held = [case for case in await store.some([case.id for case in cases]) if case.stage is Stage.ASSIGNED]
            load = Counter(case.owner for case in held)
            overfull.extend(f"{who}: {count}" for who, count in load.items() if count > capacity[str(who)])
            for case in held[:10]:
                await store.update(case.id, settled)
            if not held and not await database["cases"].count_documents({"stage": "new"}):
                break
            await asyncio.sleep(0.01)
        done.set()

    with capture_logs():
        await asyncio.gather(dying(), dying(), dying(), working())

    found = await store.some([case.id for case in cases])
    assert {case.stage for case in found} == {Stage.NO_RESPONSE_NEEDED}
    assert [len(assignments(case)) for case in found] == [1] * len(cases)
    assert overfull == []
    load = await Line(database).load({})
    assert load.taken == {}, "what is settled takes nobody's place: load is counted from the cases"


async def test_what_a_former_holder_decided_is_not_written(database: Any) -> None:
    """A dispatcher that froze between its look at the lease and its writing gives nobody anything."""
    await opened(database, 2)
    frozen = dispatcher(database, Worker(id="mira", capacity=5), holder="frozen", lasting=0.05)
    fence = await frozen._lease.take()
    assert fence is not None
    other = Lease(database, name="dispatch", holder="other", lasting=timedelta(seconds=5))
    async with asyncio.timeout(10):
        while await other.take() is None:
            await asyncio.sleep(0.02)

    with pytest.raises(LeaseLost):
        await frozen.dispatch(fence)
    assert await Line(database).owners() == frozenset()


async def test_why_a_case_waits_is_kept_until_it_no_longer_does(database: Any) -> None:
    dutch = await opened(database, 1, language="nl")
    reasons = WaitingReasons(database)
    english = Worker(id="mira", capacity=5, languages=frozenset({"en"}))
    demand = dutch[0].demand
    assert demand is not None

    await dispatcher(database, english, holder="a").dispatch_once()
    assert await reasons.of([demand]) == {demand: "no speaker of nl is at work"}
    await dispatcher(database, english, Worker(id="joris", capacity=5), holder="a").dispatch_once()
    assert await reasons.of([demand]) == {}
    assert await owners(database, dutch) == {"joris": 1}


async def test_a_line_that_nobody_can_take_keeps_no_agent_from_another_line(database: Any) -> None:
    """However long it is, and however early its deadlines."""
    await opened(database, 450, language="nl")
    english = await opened(database, 3, language="en")

    await dispatcher(database, Worker(id="mira", capacity=9, languages=frozenset({"en"})), holder="a").dispatch_once()
    assert await owners(database, english) == {"mira": 3}


async def test_who_is_gone_loses_what_is_unanswered_and_somebody_else_gets_it(database: Any) -> None:
    cases, presence, now = await opened(database, 3), Presence(database), system_clock()
    await presence.beat("mira", "online", now=now, until=now + timedelta(seconds=60))
    await dispatcher(database, Worker(id="mira", capacity=5), holder="a").dispatch_once()
    store = CaseStore(database)

    def giving_back(after_minutes: float) -> GivingBack:
        return GivingBack(
            line=Line(database),
            presence=presence,
            cases=store,
            rules=lambda: RULES,
            every=1.0,
            clock=lambda: now + timedelta(minutes=after_minutes),
        )

    assert await giving_back(2.9).give_back() == 0, "she was at work until a minute from now"
    assert await giving_back(3.1).give_back() == 3
    assert await giving_back(3.1).give_back() == 0, "once"
    both = (Worker(id="mira", capacity=5), Worker(id="joris", capacity=5))
    await dispatcher(database, *both, holder="a").dispatch_once()
    assert await owners(database, cases) == {"joris": 3}, "not to her again while there is somebody else"
