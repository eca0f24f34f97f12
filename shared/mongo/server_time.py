"""The server's time: deadlines are judged by it, so that a wrong clock on one machine records no breach early."""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from shared.mongo.available import available
from shared.runtime.again import again
from shared.runtime.clock import Clock, system_clock
from shared.runtime.errors import Unavailable

_SAMPLES: Final = 8


class ServerTime:
    """MongoDB's time, as far as it can be known from here: the system's clock and its measured offset.

    Of the last few measurements the one with the shortest round trip counts, for it leaves the least room for error.
    """

    def __init__(
        self,
        database: Any,
        *,
        every: float = 5.0,
        system: Clock = system_clock,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """`every`: seconds between two measurements."""
        self._admin = database.client.admin
        self._every = every
        self._system = system
        self._monotonic = monotonic
        self._samples: deque[tuple[float, timedelta]] = deque(maxlen=_SAMPLES)

    def __call__(self) -> datetime:
        """Return the server's time, aware UTC. Raises Unavailable before the first measurement."""
        if not self._samples:
            raise Unavailable("the server's time is not known yet")
        _, offset = min(self._samples, key=lambda sample: sample[0])
        return self._system() + offset

    async def measure(self) -> timedelta:
        """Ask the server once and return how far it is ahead. Raises Unavailable."""
        began = self._monotonic()
        with available():
            answer = await self._admin.command("hello")
        took = self._monotonic() - began
        local = answer["localTime"]
        local = local if local.tzinfo is not None else local.replace(tzinfo=UTC)
        offset: timedelta = local + timedelta(seconds=took / 2) - self._system()
        self._samples.append((took, offset))
        return offset

    async def run(self, stop: asyncio.Event) -> None:
        """Keep measuring until told to stop."""
        await again(self._look, stop=stop, every=self._every, name="server time")

    async def _look(self) -> bool:
        await self.measure()
        return False
