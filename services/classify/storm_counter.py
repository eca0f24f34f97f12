"""The use case of storms: count a batch, tell what it makes happen, remember, in this order."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Final, Protocol

import structlog

from services.classify.counting import Touched, count, storm_record
from services.classify.domain.storm import rest
from services.classify.domain.watch import StormRules, Watch
from services.classify.storm_state import Row
from shared.kafka.consume import SetAside
from shared.kafka.isolate import Outage
from shared.kafka.record import Incoming, Outgoing
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable

log = structlog.get_logger()

_BUGS_IN_A_ROW: Final = 20
_TRIES: Final = 6
_LONGEST_WAIT: Final = 5.0

Send = Callable[[Sequence[Outgoing]], Awaitable[None]]
StillOurs = Callable[[], bool]


class Memory(Protocol):
    """Where what is known about storms is kept."""

    def load(self, partition: int, brand: str, intent: str) -> Watch:
        """Return what is remembered of a brand and intent, empty at first."""
        ...

    async def save(self, touched: Sequence[Touched]) -> None:
        """Make it durable. Raises Unavailable."""
        ...

    def rows(self) -> list[Row]:
        """Return every brand and intent at hand."""
        ...


class StormCounter:
    """One worker's share of care.signals. Facts are told before they are remembered, so that none can be forgotten."""

    def __init__(
        self,
        *,
        memory: Memory,
        rules: StormRules,
        send: Send,
        set_aside: SetAside,
        clock: Clock,
        first_wait: float = 0.1,
    ) -> None:
        """`first_wait`: seconds before the second try when the world is down; each further wait is twice as long."""
        self._memory = memory
        self._rules = rules
        self._send = send
        self._set_aside = set_aside
        self._clock = clock
        self._first_wait = first_wait
        self._one_at_a_time = asyncio.Lock()
        self._heard: dict[tuple[str, str], datetime] = {}
        self._bugs = 0

    async def take(self, records: Sequence[Incoming], still_ours: StillOurs) -> bool:
        """Return True when every effect is durable and the records may be acknowledged.

        False: the partitions went meanwhile, so nothing was remembered, and whoever has them now repeats it. Raises
        Unavailable when the world is down for too long, Outage when we are at a loss.
        """
        async with self._one_at_a_time:
            counted = count(records, self._memory.load, self._rules)
            self._bugs = self._bugs + counted.bugs if counted.bugs == len(records) else counted.bugs
            if self._bugs >= _BUGS_IN_A_ROW:
                raise Outage(f"{self._bugs} records in a row met a bug; the last: {counted.rejected[-1].reason}")
            await self._certainly(partial(self._send, counted.facts))
            if counted.rejected:
                await self._certainly(partial(self._set_aside, counted.rejected))
            if not still_ours():
                return False
            await self._certainly(partial(self._memory.save, list(counted.touched.values())))
            now = self._clock()
            self._heard.update(dict.fromkeys(counted.touched, now))
        for fact in counted.facts:
            log.info("storm changed", storm=_fact_id(fact))
        return True

    async def calm(self, partition_of: Callable[[str], int | None], still_ours: StillOurs) -> None:
        """Tell the storms that are over though nothing more came. `partition_of` a brand; None for those not ours.

        Both times have to agree: by the signals' time the storm is over, and for as long this worker has heard nothing
        of it. So neither a backlog nor a replayed day is taken for quiet.
        """
        async with self._one_at_a_time:
            now = self._clock()
            for row in self._memory.rows():
                brand, intent = row.watch.brand, row.watch.intent
                heard = self._heard.setdefault((brand, intent), now)
                partition = partition_of(brand)
                if row.watch.storm is None or partition is None or now - heard <= self._rules.quiet:
                    continue
                before = self._memory.load(partition, brand, intent)
                watch, changes = rest(before, now=now, rules=self._rules)
                await self._certainly(partial(self._send, [storm_record(one) for one in changes]))
                if changes and still_ours():
                    await self._certainly(partial(self._memory.save, [Touched(partition, before, watch)]))

    async def finish(self) -> None:
        """Return when the batch in hand is done with, so that nobody else remembers at the same time."""
        async with self._one_at_a_time:
            return

    def forget_when_heard(self) -> None:
        """Start measuring quiet anew: partitions have come or gone."""
        self._heard.clear()

    async def _certainly(self, effect: Callable[[], Awaitable[None]]) -> None:
        wait = self._first_wait
        for attempt in range(1, _TRIES + 1):
            try:
                return await effect()
            except Unavailable as error:
                if attempt == _TRIES:
                    raise
                log.warning("waiting for the world", error=str(error), retry_in=wait)
                await asyncio.sleep(wait)
                wait = min(wait * 2, _LONGEST_WAIT)
        return None


def _fact_id(fact: Outgoing) -> str:
    return next(value.decode() for name, value in fact.headers if name == "ce_id")
