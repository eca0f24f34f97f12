"""The story did not come true."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")

POLL_SECONDS = 0.25


class StoryFailed(Exception):
    """Something that should have happened did not; the message is for people."""


async def becomes(look: Callable[[], Awaitable[T | None]], *, within: float, what: str) -> T:
    """What `look` finds, as soon as it finds something. Raises StoryFailed after `within` seconds."""
    try:
        async with asyncio.timeout(within):
            while (found := await look()) is None:  # noqa: ASYNC110 - what is asked runs in other processes
                await asyncio.sleep(POLL_SECONDS)
            return found
    except TimeoutError:
        raise StoryFailed(f"{what} did not happen within {within:.0f} s") from None
