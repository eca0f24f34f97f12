"""The use case of storms: count a batch, tell what it makes happen, remember, in this order."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Final, Protocol

import structlog

from services.classify.counting import Counted, Touched, count, storm_record
from services.classify.domain.storms.listening import Listening
from services.classify.domain.storms.rules import StormRules
from shared.contracts.storm import StormChanged
from shared.kafka.consume import SetAside
from shared.kafka.isolate import Outage
from shared.kafka.record import Incoming, Outgoing
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable

log = structlog.get_logger()

_BUGS_IN_A_ROW: Final = 20
_TRIES: Final = 6
_LONGEST_WAIT: Final = 5.0
_IN_ONE_GO: Final = 20
_HELD_FOR: Final = timedelta(minutes=10)
"""A brand of which nothing was heard for so long is let go from memory; the tables keep it."""
_NO_PLACE: Final = -1

Send = Callable[[Sequence[Outgoing]], Awaitable[None]]
StillOurs = Callable[[], bool]
PartitionOf = Callable[[str], int | None]
"""The partition of a brand; None for those that are not ours."""


class Memory(Protocol):
    """Where what is known about storms is kept."""

    def load(self, partition: int, brand: str, *, heard_at: int) -> Listening:
        """Return what is remembered of a brand, nothing at first. `heard_at`: this machine's time in milliseconds."""
        ...

    async def save(self, touched: Sequence[Touched]) -> None:
        """Make it durable. Raises Unavailable."""
        ...

    def unfinished(self) -> Iterable[str]:
        """Return the brands at hand with an open storm, or with posts that wait for their turn."""
        ...

    def forget(self) -> None:
        """Other workers may have written meanwhile: look at the tables anew."""
        ...


class StormCounter:
    """One worker's share of care.signals. Facts are told before they are remembered, so that none can be forgotten.

    What is known of a brand is read from the tables once and then held; it is let go as soon as something goes wrong.
    """

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
        self._known: dict[str, Listening] = {}
        self._heard: dict[str, datetime] = {}
        self._unfinished: set[str] | None = None
        self._bugs = 0

    async def take(self, records: Sequence[Incoming], still_ours: StillOurs) -> bool:
        """Return True when every effect is durable and the records may be acknowledged.

        False: the partitions went meanwhile, so nothing was remembered, and whoever has them now repeats it. Raises
        Unavailable when the world is down for too long, Outage when we are at a loss.
        """
        async with self._one_at_a_time:
            counted = Counted()
            for start in range(0, len(records), _IN_ONE_GO):
                some = records[start : start + _IN_ONE_GO]
                count(some, self._load, self._let_go, heard_at=self._now(), before=counted)
                await asyncio.sleep(0)  # Faust's heartbeats
            done = False
            try:
                self._bugs = self._bugs + counted.bugs if counted.bugs == len(records) else counted.bugs
                if self._bugs >= _BUGS_IN_A_ROW:
                    raise Outage(f"{self._bugs} records in a row met a bug; the last: {counted.rejected[-1].reason}")
                await self._certainly(partial(self._send, counted.facts))
                if counted.rejected:
                    await self._certainly(partial(self._set_aside, counted.rejected))
                if still_ours():
                    await self._certainly(partial(self._memory.save, list(counted.touched.values())))
                    done = True
            finally:
                if not done:
                    for brand in counted.touched:
                        self._let_go(brand)
            if done:
                self._heard.update(dict.fromkeys(counted.touched, self._clock()))
        for fact in counted.facts:
            log.info("storm changed", storm=_fact_id(fact))
        return done

    async def pass_time(self, partition_of: PartitionOf, still_ours: StillOurs) -> None:
        """Count the posts that waited long enough for earlier ones."""
        await self._each(partition_of, still_ours, lambda listening: listening.pass_time(self._now()))

    async def calm(self, partition_of: PartitionOf, still_ours: StillOurs) -> None:
        """Tell the storms that are over though nothing more came.

        Both times have to agree: by the signals' time the storm is over, and for as long this worker has heard nothing
        of the brand. So neither a backlog nor a replayed day is taken for quiet.
        """

        def calmed(listening: Listening) -> list[StormChanged]:
            now = self._clock()
            quiet = now - self._heard.setdefault(listening.brand, now) > self._rules.quiet
            return listening.detector.calm(self._now()) if quiet and not listening.waiting else []

        await self._each(partition_of, still_ours, calmed)

    async def finish(self) -> None:
        """Return when the batch in hand is done with, so that nobody else remembers at the same time."""
        async with self._one_at_a_time:
            self.forget()

    def forget(self) -> None:
        """Partitions have come or gone: read the tables anew, and start measuring quiet anew."""
        self._known.clear()
        self._heard.clear()
        self._unfinished = None
        self._memory.forget()

    async def _each(
        self, partition_of: PartitionOf, still_ours: StillOurs, happens: Callable[[Listening], list[StormChanged]]
    ) -> None:
        """A cursor that moved and made nothing happen is not written: who begins behind it counts the same again."""
        async with self._one_at_a_time:
            if self._unfinished is None:
                self._unfinished = {*self._memory.unfinished(), *self._known}
            changes: dict[str, tuple[Touched, list[StormChanged]]] = {}
            for brand in sorted(self._unfinished):
                partition = partition_of(brand)
                if partition is None or not still_ours():
                    continue
                listening = self._load(partition, brand)
                found = happens(listening)
                if found:
                    changes[brand] = Touched(partition, listening, _NO_PLACE), found
                elif self._is_idle(listening):
                    self._unfinished.discard(brand)
                    self._let_go(brand)
                await asyncio.sleep(0)
            if changes:
                await self._keep(changes, still_ours)

    async def _keep(self, changes: dict[str, tuple[Touched, list[StormChanged]]], still_ours: StillOurs) -> None:
        done = False
        facts = [storm_record(one) for _, found in changes.values() for one in found]
        try:
            await self._certainly(partial(self._send, facts))
            if still_ours():
                await self._certainly(partial(self._memory.save, [touched for touched, _ in changes.values()]))
                done = True
        finally:
            if not done:
                for brand in changes:
                    self._let_go(brand)
        for fact in facts:
            log.info("storm changed", storm=_fact_id(fact))

    def _is_idle(self, listening: Listening) -> bool:
        heard = self._heard.get(listening.brand)
        forgotten = heard is None or self._clock() - heard > _HELD_FOR
        return forgotten and not listening.waiting and not listening.detector.incidents

    def _load(self, partition: int, brand: str) -> Listening:
        known = self._known.get(brand)
        if known is None:
            known = self._known[brand] = self._memory.load(partition, brand, heard_at=self._now())
        if self._unfinished is not None:
            self._unfinished.add(brand)
        return known

    def _let_go(self, brand: str) -> None:
        self._known.pop(brand, None)

    def _now(self) -> int:
        return round(self._clock().timestamp() * 1000)

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
