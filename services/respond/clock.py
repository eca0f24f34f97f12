"""Process `clock`: every warning and every breach is recorded at its own instant, however late we look.

It reads the due index, so its cost is by what is due and never by what is open. Several divide the buckets of the index
among them; where two look at the same case all the same, the compare-and-set lets one win, and a deadline that has been
recorded decides to nothing.
"""

import asyncio
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Final, Protocol

import structlog
from prometheus_client import Counter, Gauge, Histogram

from shared.case.apply import apply_all
from shared.case.commands import Tick
from shared.case.decide import decide
from shared.case.keeping import Change, Due, Step, announcing
from shared.case.state.case import BUCKETS, Case
from shared.case.state.clock import ClockEvent, SlaClock
from shared.case.state.policy import Book
from shared.runtime.again import again
from shared.runtime.clock import Clock as Time
from shared.runtime.failpoint import failpoint

log = structlog.get_logger()

_fired = Counter("earshot_clock_fired_total", "Warnings and breaches recorded", ["move"])
_lateness = Histogram(
    "earshot_clock_lateness_seconds",
    "From a warning's or breach's own instant to its record",
    buckets=(0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 600, 3600),
)
_oldest = Gauge("earshot_clock_oldest_due_seconds", "How long the clock that is due longest has been due")
_buckets = Gauge("earshot_clock_buckets", "Shares of the due index that this process looks after, of 256")

ALL: Final = frozenset(range(BUCKETS))


class Cases(Protocol):
    """Where cases are kept, with the due index."""

    async def due(self, kind: Due, *, now: datetime, limit: int, buckets: Collection[int]) -> list[Case]: ...
    async def save(self, steps: Sequence[Step]) -> bool: ...
    async def update(self, case_id: str, change: Change) -> Case: ...


class Clock:
    """Fires what is due, in batches: one look-up, one bulk write."""

    def __init__(
        self,
        *,
        cases: Cases,
        time: Time,
        book: Callable[[], Book],
        mine: Callable[[], Collection[int]] = lambda: ALL,
        batch: int = 500,
        poll_seconds: float = 0.25,
    ) -> None:
        """`book`: the service levels as they are now. `mine`: the buckets that this process looks after now."""
        self._cases = cases
        self._time = time
        self._book = book
        self._mine = mine
        self._batch = batch
        self._poll_seconds = poll_seconds

    async def run(self, stop: asyncio.Event) -> None:
        """Fire until told to stop; an unreachable database only delays, and what fires late carries its own instant."""
        await again(self._look, stop=stop, every=self._poll_seconds, name="clock")

    async def _look(self) -> bool:
        return await self.fire_due() == self._batch

    async def fire_due(self) -> int:
        """Record what is due in one batch of cases; return how many of them changed. Raises Unavailable."""
        mine = self._mine()
        _buckets.set(len(mine))
        if not mine:
            return 0
        now = self._time()
        due = await self._cases.due("clock_due_at", now=now, limit=self._batch, buckets=mine)
        _oldest.set((now - (due[0].clock_due_at or now)).total_seconds() if due else 0)
        steps = [step for case in due if (step := self._step(case, now=now)) is not None]
        if not steps:
            return 0
        failpoint("before_tick")
        won = await self._cases.save(steps)
        failpoint("after_tick")
        if not won:
            await self._singly([step.after.id for step in steps], now)
        moves = [move for step in steps for move in _moves(step)]
        for move in moves:
            _fired.labels(move.move.value).inc()
            _lateness.observe((now - move.at).total_seconds())
        log.info("deadlines passed", cases=len(steps), moves=len(moves), all_at_once=won)
        return len(steps)

    async def _singly(self, case_ids: Sequence[str], now: datetime) -> None:
        """Those that lost to another writer are decided on again; who settled the matter has left nothing to decide."""
        for case_id in case_ids:
            await self._cases.update(case_id, self._ticked(now))

    def _step(self, case: Case, *, now: datetime) -> Step | None:
        try:
            after = self._ticked(now)(case)
        except Exception:
            # One case that meets a bug of ours must not keep the deadlines of the others from being recorded.
            log.exception("a deadline met a bug", case=case.id)
            return None
        return None if after is case else Step(before=case, after=after)

    def _ticked(self, now: datetime) -> Change:
        """Return the change that time makes to a case. Nobody is told of the watchdog's own."""
        book = self._book()

        def change(case: Case) -> Case:
            return apply_all(case, decide(case, Tick(book=book), now=now), now=now)

        told = announcing(change)
        return lambda case: change(case) if case.is_canary else told(case)


def _moves(step: Step) -> list[ClockEvent]:
    """Return the lines that the step added to the clocks' logs."""
    known = {} if step.before is None else {_key(clock): len(clock.log) for clock in step.before.clocks}
    return [move for clock in step.after.clocks for move in clock.log[known.get(_key(clock), 0) :]]


def _key(clock: SlaClock) -> tuple[str, int, str | None]:
    return clock.kind, clock.cycle, clock.origin
