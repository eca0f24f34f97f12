"""Storms: Faust reads care.signals and keeps the tables; the domain decides; our own producer tells.

Faust acknowledges what an agent raised on (RELIABILITY, section 2). So nothing is raised inside one: a record that
cannot be taken is set aside, and when the world stays down the process ends with an error before it acknowledges.
"""

import asyncio
import contextlib
from collections.abc import Awaitable, Sequence
from functools import partial
from typing import Any, Final

import faust

from services.classify.storm_counter import StormCounter
from services.classify.storm_guards import Acknowledgements, Gaps
from shared.contracts.topics import SIGNALS
from shared.kafka.partition import partition_of
from shared.kafka.record import Headers, Incoming

_LOOK_EVERY: Final = 1.0
_CALM_EVERY: Final = 15
_WATCH_EVERY: Final = 0.2
_STOP_WITHIN: Final = 8.0


class StormWorker:
    """Runs a Faust app as one part of a process, and ends with an error when it is at a loss."""

    def __init__(self, app: faust.App, counter: StormCounter) -> None:
        self._app: Any = app
        self._counter = counter
        self._broken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        topic = self._app.topic(SIGNALS.name, key_type=bytes, value_type=bytes, partitions=None)
        self._app.agent(topic, name="storms", concurrency=1)(self._listen)
        self._app.on_partitions_revoked.connect(self._give_up)
        self._generation: int | None = None
        self._gaps = Gaps(self._app)
        self._acknowledgements = Acknowledgements(self._app)

    async def problem(self) -> str | None:
        """Health check: have we partitions, and are their tables recovered?"""
        tables = self._app.tables
        if self._app.rebalancing or not tables.recovery.completed.is_set():
            return "waiting for partitions and their tables"
        return None

    async def run(self, stop: asyncio.Event) -> None:
        """Count until told to stop. Raises what made it impossible to go on."""
        tasks = [
            asyncio.create_task(_returns(stop.wait())),
            asyncio.create_task(_returns(self._broken)),
            asyncio.create_task(self._look_now_and_then()),
            asyncio.create_task(self._faust()),
        ]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_STOP_WITHIN):
                    await self._app.stop()
        for task in done:
            task.result()

    async def _give_up(self, *_: Any, **__: Any) -> None:
        """Faust waits for this before it lets another worker have the partitions and read their changelogs."""
        await self._counter.finish()

    async def _listen(self, stream: Any) -> None:
        try:
            async for events in stream.noack_take(500, within=0.02):
                await self._take(events)
        except Exception as error:
            if not self._broken.done():
                self._broken.set_exception(error)
            await asyncio.Event().wait()  # never returns to Faust, which would acknowledge

    async def _take(self, events: Sequence[Any]) -> None:
        generation = self._app.consumer_generation_id
        ours = [event for event in events if event.message.generation_id == generation]
        records = [_incoming(event.message) for event in ours]
        if generation != self._generation:
            await self._counter.finish()  # and what was held of the tables is let go: others may have written
            self._generation = generation
        await self._gaps.check(generation, records, {event.message.tp for event in ours})
        still_ours = partial(self._still, generation)
        if records and await self._counter.take(records, still_ours) and still_ours():
            self._acknowledgements.let(ours)

    async def _look_now_and_then(self) -> None:
        """Each second for posts that waited long enough, more seldom for storms that are over."""
        looked = 0
        while True:
            await asyncio.sleep(_LOOK_EVERY)
            if await self.problem() is not None:
                continue
            looked += 1
            still_ours = partial(self._still, self._app.consumer_generation_id)
            await self._counter.pass_time(self._partition_if_ours, still_ours)
            if looked % _CALM_EVERY == 0:
                await self._counter.calm(self._partition_if_ours, still_ours)

    def _partition_if_ours(self, brand: str) -> int | None:
        partition = partition_of(brand.encode(), self._app.conf.topic_partitions)
        ours = {place.partition for place in self._app.consumer.assignment() if place.topic == SIGNALS.name}
        return partition if partition in ours else None

    def _still(self, generation: int) -> bool:
        return not self._app.rebalancing and self._app.consumer_generation_id == generation

    async def _faust(self) -> None:
        starting = asyncio.create_task(_returns(self._app.start()))
        while not (self._app.crashed or self._app.should_stop):
            await asyncio.sleep(_WATCH_EVERY)  # Faust has no event for either that it does not also use itself
            if starting.done():
                starting.result()
        raise RuntimeError(f"Faust stopped by itself: {self._app.crash_reason!r}")


async def _returns(awaitable: Awaitable[object]) -> None:
    await awaitable


def _headers(found: Any) -> Headers:
    return tuple(found.items()) if isinstance(found, dict) else tuple(found or ())


def _incoming(message: Any) -> Incoming:
    return Incoming(
        topic=message.topic,
        partition=message.partition,
        offset=message.offset,
        key=message.key,
        value=message.value,
        headers=_headers(message.headers),
        timestamp_ms=int((message.timestamp or 0) * 1000),
    )
