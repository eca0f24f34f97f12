"""Putting very many documents into a collection, as fast as MongoDB takes them."""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, Final

from pymongo import WriteConcern

BATCH: Final = 2_000
_IN_FLIGHT: Final = 2
_SAY_EVERY: Final = 100_000


async def fill(collection: Any, documents: Iterable[Any], *, say: Callable[[str], None]) -> int:
    """Insert all and return their number. What MongoDB raises comes in an ExceptionGroup.

    Ends with a checkpoint, so that writing all this to disk is not part of what is measured next.
    """
    quick = collection.with_options(write_concern=WriteConcern(w=1, j=False))
    free = asyncio.Semaphore(_IN_FLIGHT)
    there = 0

    async def insert(batch: list[Any]) -> None:
        nonlocal there
        try:
            await quick.insert_many(batch, ordered=False)
        finally:
            free.release()
        there += len(batch)
        if there % _SAY_EVERY < len(batch):
            say(f"{there:,} cases are there …")

    async with asyncio.TaskGroup() as inserting:
        for batch in batches(documents, BATCH):
            await free.acquire()
            inserting.create_task(insert(batch))
    await collection.database.client.admin.command("fsync")
    return there


def batches(documents: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """Give the documents in lists of `size`, the last one of what is left; never an empty one."""
    left = iter(documents)
    while batch := list(islice(left, size)):
        yield batch
