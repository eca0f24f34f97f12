"""When the service levels change, so do the deadlines of the cases that are live."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from datetime import datetime, timedelta
from functools import partial
from typing import Final, Protocol

import structlog
from prometheus_client import Counter

from services.route.domain.foresight import recomputed
from shared.case.keeping import Change, Step, announcing
from shared.case.state.case import Case
from shared.case.state.policy import Book
from shared.levels.book import Levels
from shared.runtime.again import again
from shared.runtime.clock import Clock as Time

log = structlog.get_logger()

_reckoned = Counter("earshot_cases_reckoned_total", "Live cases that came under other terms with the service levels")

ONCE_MORE: Final = timedelta(minutes=1)
"""After this long every process has noticed the change: a case that one of them opened meanwhile is found then."""
_PROGRESS: Final = 10_000


class Current(Protocol):
    """The service levels that count now."""

    @property
    def current(self) -> Levels: ...


class Live(Protocol):
    """All cases that are live."""

    def pages(self, *, size: int) -> AsyncGenerator[list[Case], None]: ...


class Cases(Protocol):
    """Where cases are changed by compare-and-set."""

    async def save(self, steps: Sequence[Step]) -> bool: ...
    async def update(self, case_id: str, change: Change) -> Case: ...


class Reckoner:
    """Recomputes live cases at the start, after every change of the levels, and once more a minute later.

    Several processes may do so at once: a case that has its terms decides to nothing.
    """

    def __init__(
        self, *, levels: Current, live: Live, cases: Cases, time: Time, page: int = 50, every: float = 1.0
    ) -> None:
        """`page`: cases that are read, decided and written together; the decisions hold up whatever else runs here.

        `every`: seconds between two looks.
        """
        self._levels = levels
        self._live = live
        self._cases = cases
        self._time = time
        self._page = page
        self._every = every
        self._done: str | None = None
        self._once_more: datetime | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Follow the levels until told to stop; between two pages that is at once."""
        await again(partial(self.follow, stop), stop=stop, every=self._every, name="reckoner")

    async def follow(self, stop: asyncio.Event) -> bool:
        """Recompute if the levels changed, or did a minute ago. Raises Unavailable; then the next call begins anew.

        Always False: there is never more to do at once.
        """
        levels = self._levels.current
        is_new = levels.digest != self._done
        if is_new or (self._once_more is not None and self._time() >= self._once_more):
            await self._reckon(levels, stop)
            self._done = levels.digest
            self._once_more = self._time() + ONCE_MORE if is_new else None
        return False

    async def _reckon(self, levels: Levels, stop: asyncio.Event) -> None:
        seen = changed = 0
        async with aclosing(self._live.pages(size=self._page)) as pages:
            async for page in pages:
                changed += await self._change(page, levels.book)
                seen += len(page)
                if stop.is_set():
                    return
                if seen % _PROGRESS < len(page):
                    log.info("cases are being reckoned", levels=levels.digest, seen=seen, changed=changed)
        log.info("cases reckoned", levels=levels.digest, seen=seen, changed=changed)

    async def _change(self, page: Sequence[Case], book: Book) -> int:
        change = announcing(recomputed(book, now=self._time()))
        steps = [step for case in page if (step := _step(case, change)) is not None]
        if steps and not await self._cases.save(steps):
            # Somebody else wrote at the same time. What was written already decides to nothing.
            for step in steps:
                await self._cases.update(step.after.id, announcing(recomputed(book, now=self._time())))
        _reckoned.inc(len(steps))
        return len(steps)


def _step(case: Case, change: Change) -> Step | None:
    try:
        after = change(case)
    except Exception:
        # One case that meets a bug of ours must not keep the others under terms that no longer count.
        log.exception("reckoning met a bug", case=case.id)
        return None
    return None if after is case else Step(before=case, after=after)
