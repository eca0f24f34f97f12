"""The part of a process that keeps its idea of the server's time right."""

import asyncio
from typing import Protocol

from shared.runtime.again import again


class Measured(Protocol):
    """The server's time."""

    async def measure(self) -> None: ...


class Timekeeping:
    """Measures every few seconds."""

    def __init__(self, time: Measured, *, every: float = 5.0) -> None:
        """`every`: seconds between two measurements."""
        self._time = time
        self._every = every

    async def run(self, stop: asyncio.Event) -> None:
        """Measure until told to stop."""
        await again(self._measure, stop=stop, every=self._every, name="server time")

    async def _measure(self) -> bool:
        await self._time.measure()
        return False
