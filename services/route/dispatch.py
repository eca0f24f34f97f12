"""Waiting cases go to agents who are at work and have a free place.

Several processes may run: one of them holds the lease and dispatches, and what it writes holds only under that lease.
So nobody is given more than they can take by two who did not know of each other.
"""

import asyncio
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any, Final, Protocol

import structlog
from prometheus_client import Counter

from services.route.domain.assignment import Load, Waiting
from services.route.domain.eligible import Eligibility, Worker
from services.route.domain.round import Round
from shared.case.apply import apply_all
from shared.case.commands import Assign
from shared.case.decide import decide
from shared.case.keeping import Step, announcing
from shared.case.kept.together import Guard
from shared.case.refused import Refused
from shared.case.state.case import Case
from shared.case.state.policy import Queue
from shared.levels.book import Levels
from shared.runtime.again import again
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable
from shared.runtime.failpoint import failpoint

log = structlog.get_logger()

_AT_ONCE: Final = 200
"""Cases in one transaction."""

_assigned = Counter("earshot_dispatch_assigned_total", "Cases given to agents")


class Waits(Protocol):
    """Who waits, and what everybody has."""

    async def demands(self) -> list[str]: ...
    async def head(self, demands: Collection[str], *, limit: int, weights: Mapping[str, int]) -> list[Waiting]: ...
    async def load(self, weights: Mapping[str, int]) -> Load: ...


class Staff(Protocol):
    """Who is at work now."""

    async def at_work(self, *, now: datetime) -> Sequence[Worker]: ...


class Cases(Protocol):
    """Where cases are."""

    async def some(self, case_ids: Sequence[str]) -> list[Case]: ...


class Writes(Protocol):
    """Where cases are written under a lease."""

    async def those_that_hold(self, steps: Sequence[Step], *, guard: Guard) -> frozenset[str]: ...


class Leased(Protocol):
    """The lease of the one who dispatches."""

    async def take(self) -> int | None: ...
    async def touch(self, session: Any, fence: int) -> None: ...
    async def give_back(self) -> None: ...


class Reasons(Protocol):
    """Where it is kept why cases wait."""

    async def keep(self, why: Mapping[str, str], *, now: datetime) -> None: ...


class Dispatcher:
    """Looks at the line again and again."""

    def __init__(
        self,
        *,
        line: Waits,
        staff: Staff,
        cases: Cases,
        writes: Writes,
        lease: Leased,
        reasons: Reasons,
        levels: Callable[[], Levels],
        every: float,
        clock: Clock,
    ) -> None:
        """`every`: seconds between two looks."""
        self._line = line
        self._staff = staff
        self._cases = cases
        self._writes = writes
        self._lease = lease
        self._reasons = reasons
        self._levels = levels
        self._every = every
        self._clock = clock
        # Of agents who have nothing the cases no longer tell when they were last given something.
        self._given_at: dict[str, datetime] = {}
        self._able: tuple[Sequence[Worker], Sequence[Queue], Eligibility] | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Dispatch until told to stop; an unreachable database only delays."""
        await again(self._look, stop=stop, every=self._every, name="dispatch")
        with suppress(Unavailable):  # then its time runs out by itself
            await self._lease.give_back()

    async def dispatch_once(self) -> int:
        """Dispatch if this process is the one to do so; return how many cases were given. Raises Unavailable."""
        fence = await self._lease.take()
        return 0 if fence is None else await self.dispatch(fence)

    async def _look(self) -> bool:
        await self.dispatch_once()
        return False

    async def dispatch(self, fence: int) -> int:
        """Give waiting cases to agents with a free place, the earliest deadline first; return how many.

        It goes on until no agent with a free place is left for whom anybody waits. Raises LeaseLost.
        """
        levels, now = self._levels(), self._clock()
        weights = levels.rules.weights
        workers = await self._staff.at_work(now=now)
        demands = await self._line.demands()
        load = await self._line.load(weights) if workers and demands else Load()
        load.remember(self._given_at)
        turn = Round(demands, self._eligible(workers, levels.book.queues), load)
        total = 0
        while wanted := turn.wanted():
            head = turn.fresh(await self._line.head(wanted, limit=turn.enough(_AT_ONCE), weights=weights))
            if not head:
                break
            won = await self._give(turn.give(head, now=now), fence)
            turn.settle(won)
            total += len(won)
        self._given_at = load.given_at
        await self._reasons.keep(turn.why(), now=now)
        if total:
            _assigned.inc(total)
            log.info("cases assigned", cases=total)
        return total

    def _eligible(self, workers: Sequence[Worker], queues: Sequence[Queue]) -> Eligibility:
        """Who can do what is worked out again only when others are at work, or asked for something else."""
        if self._able is None or self._able[:2] != (workers, queues):
            self._able = (workers, queues, Eligibility(workers, queues))
        return self._able[2]

    async def _give(self, given: Mapping[str, str], fence: int) -> frozenset[str]:
        async def under_lease(session: Any) -> None:
            await self._lease.touch(session, fence)
            failpoint("while_assigning")

        steps = [
            step
            for case in (await self._cases.some(list(given)) if given else ())
            if (step := self._step(case, given[case.id])) is not None
        ]
        won = await self._writes.those_that_hold(steps, guard=under_lease) if steps else frozenset()
        failpoint("after_assign")
        return won

    def _step(self, case: Case, agent: str) -> Step | None:
        def change(case: Case) -> Case:
            now = self._clock()
            return apply_all(case, decide(case, Assign(agent=agent, by="route"), now=now), now=now)

        if case.owner is not None:
            return None
        try:
            after = announcing(change)(case)
        except Refused:
            return None  # it no longer waits
        except Exception:
            # One case that meets a bug of ours keeps neither the others waiting nor mentions from being routed.
            log.exception("assigning met a bug", case=case.id)
            return None
        return None if after is case else Step(before=case, after=after)
