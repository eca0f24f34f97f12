"""Clock workers die, freeze and come back: no breach is lost, none is recorded twice, none early."""

import asyncio
import os
import random
import signal
import sys
from collections import Counter
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from services.respond.clock import Clock
from shared.case.keeping import Step
from shared.case.kept.store import CaseStore
from shared.case.state.case import Case
from shared.case.state.clock import ClockMove
from shared.runtime.clock import system_clock
from shared.runtime.ids import random_id
from tests.builders import HOUR, a_book, a_case, a_message
from tests.waiting import eventually

REPOSITORY = Path(__file__).parents[4]
MANY, SECONDS = 240, 9


async def armed(store: CaseStore, *, first: datetime) -> dict[str, datetime]:
    """Cases whose deadlines lie within the next seconds; return the deadline of each."""
    deadlines: dict[str, datetime] = {}
    steps = []
    for number in range(MANY):
        written = first - HOUR + timedelta(milliseconds=number * SECONDS * 1000 // MANY)
        case = a_case(message=a_message(random_id("post"), at=written), author=random_id("joe"))
        deadlines[case.id] = written + HOUR
        steps.append(Step(before=None, after=case))
    assert await store.save(steps)
    return deadlines


def moves(case: Case, move: ClockMove) -> list[datetime]:
    return [line.at for clock in case.clocks for line in clock.log if line.move is move]


def recorded(case: Case) -> datetime:
    return next(line.at for line in case.history if line.what == "first_response breach")


class Workers:
    """`python -m services.respond clock`, several of them."""

    def __init__(self, *, mongo_url: str, database: Any, bootstrap: str) -> None:
        self._environment = {
            **os.environ,
            "EARSHOT_MONGO_URL": mongo_url,
            "EARSHOT_MONGO_DATABASE": database.name,
            "EARSHOT_KAFKA_BOOTSTRAP": bootstrap,
            "EARSHOT_HTTP_PORT": "0",
            "EARSHOT_CLOCK_SHARE_SECONDS": "1.5",
            "EARSHOT_CLOCK_POLL_SECONDS": "0.05",
            "EARSHOT_CLOCK_BATCH": "10",
        }
        self.running: list[asyncio.subprocess.Process] = []

    async def start(self) -> None:
        """One more."""
        command = (sys.executable, "-m", "services.respond", "clock")
        log = asyncio.subprocess.DEVNULL
        process = await asyncio.create_subprocess_exec(
            *command, env=self._environment, cwd=REPOSITORY, stdout=log, stderr=log
        )
        self.running.append(process)

    async def kill(self, process: asyncio.subprocess.Process) -> None:
        """As the machine does."""
        self.running.remove(process)
        process.kill()
        await process.wait()

    async def end(self) -> None:
        """End those that are left."""
        for process in list(self.running):
            await self.kill(process)


@pytest.mark.timeout(150)
async def test_workers_that_die_and_freeze_lose_no_breach_and_record_none_twice_or_early(
    database: Any, mongo_url: str, kafka_bootstrap: str
) -> None:
    store = CaseStore(database)
    workers = Workers(mongo_url=mongo_url, database=database, bootstrap=kafka_bootstrap)
    chance = random.Random(7)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(workers.end)
        for _ in range(3):
            await workers.start()
        shares = database["shares"]

        async def all_share() -> bool:
            found = await shares.find_one({"_id": "clock"})
            return found is not None and len(found["members"]) == 3

        await eventually(all_share, within=60)
        deadlines = await armed(store, first=system_clock() + timedelta(seconds=2))
        for _ in range(3):
            await asyncio.sleep(1.5)
            await workers.kill(chance.choice(workers.running))
            await workers.start()
        frozen = workers.running[0]
        frozen.send_signal(signal.SIGSTOP)
        await asyncio.sleep(3)  # longer than its share lasts
        frozen.send_signal(signal.SIGCONT)

        async def all_recorded() -> bool:
            return bool(await database["cases"].count_documents({"clocks.log.move": "breach"}) == MANY)

        await eventually(all_recorded, within=60)

    found = await store.some(deadlines)
    assert {case.id: moves(case, ClockMove.BREACH) for case in found} == {
        case_id: [at] for case_id, at in deadlines.items()
    }
    assert Counter(len(moves(case, ClockMove.WARN)) for case in found) == {1: MANY}
    assert [case.id for case in found if recorded(case) < deadlines[case.id]] == []


async def test_after_two_hours_without_any_worker_every_breach_has_its_deadlines_instant(database: Any) -> None:
    store, now = CaseStore(database), system_clock()
    deadlines = await armed(store, first=now - timedelta(hours=2))

    clock = Clock(cases=store, time=lambda: now, book=a_book, batch=50)
    while await clock.fire_due():
        pass

    found = await store.some(deadlines)
    assert {case.id: moves(case, ClockMove.BREACH) for case in found} == {
        case_id: [at] for case_id, at in deadlines.items()
    }
    assert {recorded(case) for case in found} == {now.replace(microsecond=now.microsecond // 1000 * 1000)}
