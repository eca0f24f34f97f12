"""Finding the one record that meets a bug, so that its neighbours are not held up."""

import asyncio
import traceback
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

import structlog

from shared.kafka.record import Incoming, Rejected
from shared.runtime.errors import Poison, Unavailable

log = structlog.get_logger()

Handle = Callable[[Sequence[Incoming]], Awaitable[Sequence[Rejected]]]
"""Makes the effects of a batch durable and returns what it could not take. May be called again with the same."""

_BUGS_IN_A_ROW: Final = 20
_TRIES: Final = 3


class Outage(Exception):
    """So many records in a row met a bug that the fault is ours: stop for a person, drain nothing away."""


class Isolation:
    """Hands batches to a handler; a batch that meets a bug is handed over again record by record."""

    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        self._bugs = 0

    async def __call__(self, records: Sequence[Incoming]) -> Sequence[Rejected]:
        """Return what the handler could not take. Raises Unavailable, and Outage after 20 bugs in a row."""
        try:
            rejected = await self._handle(records)
        except Unavailable:
            raise
        except Exception:
            log.exception("batch met a bug", records=len(records))
            return await self._one_by_one(records)
        self._bugs = 0
        return rejected

    async def _one_by_one(self, records: Sequence[Incoming]) -> list[Rejected]:
        rejected: list[Rejected] = []
        for record in records:
            rejected += await self._try_one(record)
            if self._bugs >= _BUGS_IN_A_ROW:
                place = f"{record.topic}/{record.partition}/{record.offset}"
                raise Outage(f"{self._bugs} records in a row met a bug; the last is {place}")
        return rejected

    async def _try_one(self, record: Incoming) -> Sequence[Rejected]:
        found = ""
        for attempt in range(1, _TRIES + 1):
            try:
                rejected = await self._handle([record])
            except Unavailable:
                raise
            except Poison as poison:
                return [Rejected(record=record, reason=str(poison), attempts=attempt)]
            except Exception:
                found = traceback.format_exc(limit=-8)
                await asyncio.sleep(0.05 * attempt)
            else:
                self._bugs = 0
                return rejected
        self._bugs += 1
        reason = found.strip().splitlines()[-1]
        return [Rejected(record=record, reason=f"bug: {reason}", detail=found, attempts=_TRIES)]
