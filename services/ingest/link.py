"""The line to Kafka: while it is cut every write fails at once, and somebody else tries to mend it.

Without this each waiting request would try to connect by itself, one after the other.
"""

import asyncio
from collections.abc import Sequence
from typing import Final, Protocol

import structlog

from shared.kafka.record import Outgoing
from shared.runtime.errors import Unavailable

log = structlog.get_logger()

_CHECK_SECONDS: Final = 0.25


class Writer(Protocol):
    """What `shared.kafka.produce.Producer` does."""

    async def start(self) -> None: ...
    async def problem(self) -> str | None: ...
    async def send(self, records: Sequence[Outgoing]) -> None: ...


class Link:
    """Writes through a producer that is kept connected."""

    def __init__(self, producer: Writer) -> None:
        self._producer = producer

    async def send(self, records: Sequence[Outgoing]) -> None:
        """Return when Kafka has all records. Raises Unavailable."""
        problem = await self._producer.problem()
        if problem is not None and records:
            raise Unavailable(problem)
        await self._producer.send(records)

    async def keep(self, stop: asyncio.Event) -> None:
        """Connect, and connect again whenever the line is cut, until told to stop."""
        told = False
        while not stop.is_set():
            if await self._producer.problem() is not None:
                try:
                    await self._producer.start()
                    log.info("connected to Kafka")
                    told = False
                except Unavailable as error:
                    if not told:
                        log.warning("waiting for Kafka", reason=str(error))
                    told = True
            try:
                async with asyncio.timeout(_CHECK_SECONDS):
                    await stop.wait()
            except TimeoutError:
                pass  # nobody stopped us; look again
