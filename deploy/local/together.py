"""Things that run at the same time and fail together."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any, NoReturn, TypeVar

from deploy.local.child import Child, ChildFailed

T = TypeVar("T")


async def together(*work: Coroutine[Any, Any, T]) -> list[T]:
    """All results, or the first exception, and then nothing of it runs on."""
    tasks = [asyncio.create_task(one) for one in work]
    try:
        return await asyncio.gather(*tasks)
    except BaseException:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise


async def fallen(children: Sequence[Child]) -> NoReturn:
    """Waits until one of them falls, then raises ChildFailed with the tail of its log. Of none, waits for ever."""
    waiting = [asyncio.create_task(child.fell.wait()) for child in children]
    try:
        if not waiting:
            await asyncio.Event().wait()
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for one in waiting:
            one.cancel()
    raise ChildFailed(next(child.fall_report() for child in children if child.fell.is_set()))


async def unless_fallen(work: Coroutine[Any, Any, T], children: Sequence[Child]) -> T:
    """The result of `work`, unless one of the children falls first: then ChildFailed, and `work` is cancelled."""
    working = asyncio.create_task(work)
    guarding: asyncio.Task[NoReturn] = asyncio.create_task(fallen(children))
    try:
        await asyncio.wait([working, guarding], return_when=asyncio.FIRST_COMPLETED)
        return await (guarding if guarding.done() else working)
    finally:
        for task in (working, guarding):
            task.cancel()
        await asyncio.gather(working, guarding, return_exceptions=True)
