"""Waiting for a condition, never for time."""

import asyncio
from collections.abc import Awaitable, Callable


async def until(condition: Callable[[], object], *, within: float = 30.0) -> None:
    """Return when the condition holds. Raises TimeoutError."""
    async with asyncio.timeout(within):
        while not condition():
            await asyncio.sleep(0.02)


async def eventually(condition: Callable[[], Awaitable[object]], *, within: float = 30.0) -> None:
    """As `until`, for a condition that has to be awaited."""
    async with asyncio.timeout(within):
        while not await condition():
            await asyncio.sleep(0.05)
