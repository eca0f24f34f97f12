"""One thing asked of many cases: each by itself, some at a time, and what became of each."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from services.respond.handlers.change import Asking
from shared.case.state.case import Case

AT_ONCE: Final = 8
"""Cases changed at the same time on behalf of one request."""

Act = Callable[[str, Asking], Awaitable[Case]]
"""Does it to the case of that id, and returns the case after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A case, and the version that it must be; None: whichever it is."""

    case_id: str
    version: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What became of an item: the case after it, or why not."""

    item: Item
    case: Case | None = None
    error: Exception | None = None


async def each(act: Act, items: Sequence[Item], asking: Asking) -> list[Done]:
    """Do it to each; what one raises stops none of the others. Return what became of them, in their order."""
    room = asyncio.Semaphore(AT_ONCE)

    async def one(item: Item) -> Done:
        versions = None if item.version is None else frozenset({item.version})
        async with room:
            try:
                return Done(item=item, case=await act(item.case_id, replace(asking, versions=versions)))
            except Exception as error:
                return Done(item=item, error=error)

    return list(await asyncio.gather(*(one(item) for item in items)))
