"""Waiting cases go to agents who are at work and have a free place."""

import asyncio
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Protocol

import structlog

from services.route.domain.assignment import Waiting, Worker, assign, brands_of
from shared.case.apply import apply_all
from shared.case.case import Case
from shared.case.commands import Assign
from shared.case.decide import decide
from shared.case.keeping import announcing
from shared.case.refused import Refused
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable

log = structlog.get_logger()


class Waits(Protocol):
    """Who waits, and how much each agent has."""

    async def waiting(self, brands: Collection[str], *, limit: int) -> list[Waiting]: ...
    async def load(self, agents: list[str]) -> dict[str, int]: ...


class Present(Protocol):
    """Who is at work."""

    async def online(self, *, now: datetime) -> set[str]: ...


class Changes(Protocol):
    """Where a case is changed by compare-and-set."""

    async def update(self, case_id: str, change: Callable[[Case], Case]) -> Case: ...


class Dispatcher:
    """Looks at the queue again and again."""

    def __init__(
        self, *, queue: Waits, presence: Present, cases: Changes, workers: Sequence[Worker], every: float, clock: Clock
    ) -> None:
        """`every`: seconds between two looks."""
        self._queue = queue
        self._presence = presence
        self._cases = cases
        self._workers = workers
        self._every = every
        self._clock = clock

    async def run(self, stop: asyncio.Event) -> None:
        """Dispatch until told to stop; an unreachable database only delays."""
        while not stop.is_set():
            try:
                await self.dispatch()
            except Unavailable as error:
                log.warning("dispatch waits for the world", error=str(error))
            try:
                async with asyncio.timeout(self._every):
                    await stop.wait()
            except TimeoutError:
                continue

    async def dispatch(self) -> int:
        """Give waiting cases to agents with a free place, the earliest deadline first; return how many."""
        online = await self._presence.online(now=self._clock())
        workers = [worker for worker in self._workers if worker.id in online]
        if not workers:
            return 0
        load = await self._queue.load([worker.id for worker in workers])
        assigned = 0
        # Once round, or again for the brands that are left when those who serve the first in the queue are full: a
        # brand whose cases nobody can take now must not keep the agents of another from theirs.
        while places := sum(max(0, worker.capacity - load.get(worker.id, 0)) for worker in workers):
            free = [worker for worker in workers if load.get(worker.id, 0) < worker.capacity]
            waiting = await self._queue.waiting(brands_of(free), limit=places)
            given = assign(waiting, free, load)
            for case_id, agent in given.items():
                await self._give(case_id, agent)
                load[agent] = load.get(agent, 0) + 1
            assigned += len(given)
            if len(waiting) < places:
                break
        if assigned:
            log.info("cases assigned", cases=assigned)
        return assigned

    async def _give(self, case_id: str, agent: str) -> None:
        def change(case: Case) -> Case:
            if case.owner is not None:
                return case
            now = self._clock()
            return apply_all(case, decide(case, Assign(agent=agent, by="route"), now=now), now=now)

        try:
            await self._cases.update(case_id, announcing(change))
        except Refused as refused:
            log.info("case no longer waits", case=case_id, why=refused.code)
        except Unavailable:
            raise
        except Exception:
            # One case that meets a bug of ours keeps neither the others waiting nor mentions from being routed.
            log.exception("assigning met a bug", case=case_id)
