"""Filling the search from the cases: for a database that is older than it, or whose words have to be made anew."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import Final, Protocol

import structlog

from shared.case.state.case import Case
from shared.runtime.clock import Clock

log = structlog.get_logger()

_TELL_EVERY: Final = 5_000


class AllCases(Protocol):
    """All cases there are. Methods raise Unavailable."""

    async def count(self) -> int: ...

    def batches(self) -> AsyncIterator[list[Case]]: ...


class Texts(Protocol):
    """What is searched. Raises Unavailable."""

    async def keep(self, cases: Sequence[Case], *, now: datetime) -> int: ...


async def refill(cases: AllCases, texts: Texts, *, clock: Clock) -> int:
    """Keep what every case says, telling how far it is each five thousand cases; return of how many texts."""
    total, done, kept, told = await cases.count(), 0, 0, 0
    log.info("filling the search", cases=total)
    async for batch in cases.batches():
        kept += await texts.keep(batch, now=clock())
        done += len(batch)
        if done - told >= _TELL_EVERY:
            told = done
            log.info("filling the search", done=done, cases=total, texts=kept)
    log.info("the search is filled", cases=done, texts=kept)
    return kept
