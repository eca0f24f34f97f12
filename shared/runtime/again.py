"""Doing it again until told to stop, more and more patiently while the world is away."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

import structlog

from shared.runtime.errors import Unavailable

log = structlog.get_logger()

SHORTEST_WAIT: Final = 0.2
"""Seconds from the first failure to the next try; each further failure in a row doubles them."""
LONGEST_WAIT: Final = 5.0
"""Seconds that a failure delays the next try at most, and that a bug always delays it."""


async def again(step: Callable[[], Awaitable[bool | int]], *, stop: asyncio.Event, every: float, name: str) -> None:
    """Take the step again and again; return as soon as `stop` is set and the step under way, if any, has ended.

    `step` says whether there is more to do at once: then it is taken again without a wait, otherwise after `every`
    seconds. `name` stands in the logs. Nothing that the step raises ends the loop: on Unavailable it waits 0.2 s, then
    twice as long each time, up to 5 s; anything else is a bug, which is logged with its traceback and waits 5 s.
    """
    trouble = 0.0
    while not stop.is_set():
        try:
            wait = 0.0 if await step() else every
            trouble = 0.0
        except Unavailable as error:
            wait = trouble = min(max(trouble * 2, SHORTEST_WAIT), LONGEST_WAIT)
            log.warning("waits for the world", part=name, error=str(error), retry_in=wait)
        except Exception:
            # Not to be left to the supervisor: starting again would meet the same, and cut off what else is under way.
            wait = trouble = LONGEST_WAIT
            log.exception("met a bug", part=name, retry_in=wait)
        await _until(stop, within=wait)


async def _until(stop: asyncio.Event, *, within: float) -> None:
    try:
        async with asyncio.timeout(within):
            await stop.wait()
    except TimeoutError:
        return
