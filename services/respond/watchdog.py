"""Process `watchdog`: would anybody notice if deadlines passed unnoticed? It asks from outside the clock workers.

It puts a case with a deadline of five seconds among the others, each minute, and sees that its breach is recorded; it
looks at the oldest entries that are due; and it counts who waits, and what ended without an outcome.
"""

import asyncio
from datetime import datetime, timedelta
from typing import Final, Protocol

import structlog
from prometheus_client import Counter, Gauge

from services.respond.domain.canary import canary
from services.respond.queries.outcomes import Counts
from shared.case.state.case import Case
from shared.case.state.clock import ClockKind, SlaClock
from shared.runtime.again import again
from shared.runtime.clock import Clock
from shared.runtime.ids import Ids

log = structlog.get_logger()

MISSED_AFTER: Final = timedelta(seconds=30)
"""A breach that is not recorded this long after its deadline is one that nobody notices (RELIABILITY, section 3)."""

_lateness = Gauge("earshot_canary_lateness_seconds", "From the last canary's deadline to the record of its breach")
_seen_at = Gauge("earshot_canary_breached_timestamp_seconds", "When the last canary's breach was recorded")
_missed = Counter("earshot_canary_missed_total", "Canaries whose breach nobody recorded in time")
_waiting = Gauge("earshot_waiting_cases", "Cases on which a customer waits for an answer")
_oldest = Gauge("earshot_waiting_oldest_seconds", "How long the customer has waited who has waited longest")
_lost = Gauge("earshot_cases_without_outcome", "Cases that ended without a disposition; always 0")


class Birds(Protocol):
    """Canaries among the cases."""

    async def put(self, canary: Case) -> None: ...
    async def look(self, canary_id: str) -> Case | None: ...
    async def take(self, *, opened_before: datetime) -> None: ...


class Counted(Protocol):
    """Who waits, and what ended without an outcome."""

    async def counts(self) -> Counts: ...


class Watchdog:
    """Looks every second; plants a canary whenever the last one is over and its minute has gone by."""

    def __init__(
        self,
        *,
        birds: Birds,
        outcomes: Counted,
        every: timedelta,
        clock: Clock,
        ids: Ids,
        look_seconds: float = 0.25,
    ) -> None:
        """`every`: from one canary to the next. `look_seconds`: between two looks."""
        self._birds = birds
        self._outcomes = outcomes
        self._every = every
        self._clock = clock
        self._ids = ids
        self._look_seconds = look_seconds
        self._flying: Case | None = None
        self._next: datetime | None = None
        self._problem: str | None = None
        self._without_outcome = 0

    async def run(self, stop: asyncio.Event) -> None:
        """Watch until told to stop; while MongoDB is away, nothing is known, which readiness says for itself."""
        await again(self.look, stop=stop, every=self._look_seconds, name="watchdog")

    async def problem(self) -> str | None:
        """Health check: was the last canary missed? Does the one that flies now hang?"""
        return self._problem

    async def without_outcome(self) -> str | None:
        """Health check: has anything ended without an outcome?"""
        return f"{self._without_outcome} cases ended without a disposition" if self._without_outcome else None

    async def look(self) -> bool:
        """Take one look. Raises Unavailable."""
        now = self._clock()
        if self._flying is not None:
            await self._follow(self._flying, now)
        elif self._next is None or now >= self._next:
            await self._count(now)
            await self._birds.take(opened_before=now - 2 * MISSED_AFTER)
            bird = canary(self._ids("canary"), now=now)
            await self._birds.put(bird)
            self._flying, self._next = bird, now + self._every
        return False

    async def _follow(self, planted: Case, now: datetime) -> None:
        bird = await self._birds.look(planted.id)
        clock = None if bird is None else bird.clock(ClockKind.FIRST_RESPONSE)
        due = _due(planted)
        if clock is not None and clock.breached_at is not None:
            if clock.breached_at != due:
                self._miss(f"the canary's breach was stamped {clock.breached_at.isoformat()} in place of its deadline")
            else:
                recorded = bird.changed_at if bird is not None else now
                _lateness.set((recorded - due).total_seconds())
                _seen_at.set(recorded.timestamp())
                self._problem = None
        elif now > due + MISSED_AFTER:
            self._miss(f"a deadline passed at {due.isoformat()}, and nobody has recorded it: is a clock worker alive?")
        else:
            return
        self._flying = None
        await self._birds.take(opened_before=planted.opened_at)

    def _miss(self, problem: str) -> None:
        _missed.inc()
        log.error("canary missed", problem=problem)
        self._problem = problem

    async def _count(self, now: datetime) -> None:
        counts = await self._outcomes.counts()
        _waiting.set(counts.waiting)
        _oldest.set(0 if counts.oldest is None else (now - counts.oldest).total_seconds())
        _lost.set(counts.without_outcome)
        self._without_outcome = counts.without_outcome


def _due(bird: Case) -> datetime:
    clock: SlaClock | None = bird.clock(ClockKind.FIRST_RESPONSE)
    due = None if clock is None else clock.due_at
    if due is None:
        raise ValueError(f"canary {bird.id} has no deadline")
    return due
