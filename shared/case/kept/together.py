"""Writing to several cases at once, or under a lease: in one transaction. Not for the hot path."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

from pymongo.errors import BulkWriteError

from shared.case.keeping import Step
from shared.case.kept.indexes import CASES
from shared.case.kept.store import operation
from shared.mongo.available import available

_DUPLICATE: Final = 11000

Guard = Callable[[Any], Awaitable[None]]
"""Checks something in a transaction's session, and raises where it does not hold."""


class Together:
    """Transactions over cases. Methods raise Unavailable, and what a guard raises; then nothing is written."""

    def __init__(self, database: Any) -> None:
        self._client = database.client
        self._cases = database[CASES]

    async def all_or_none(self, steps: Sequence[Step]) -> bool:
        """Write all the steps; False: one of them lost its compare-and-set, and none was written."""
        return len(await self._write(steps, guard=None, all_or_none=True)) == len(steps)

    async def those_that_hold(self, steps: Sequence[Step], *, guard: Guard) -> frozenset[str]:
        """Write the steps that win their compare-and-set, while `guard` holds; return the ids of their cases."""
        return await self._write(steps, guard=guard, all_or_none=False)

    async def _write(self, steps: Sequence[Step], *, guard: Guard | None, all_or_none: bool) -> frozenset[str]:
        won: set[str] = set()

        async def write(session: Any) -> None:
            won.clear()
            if guard is not None:
                await guard(session)
            # One round trip where nobody interferes, which is nearly always; else one for each, to tell who lost.
            try:
                result = await self._cases.bulk_write([operation(step) for step in steps], session=session)
            except BulkWriteError as error:
                if any(one["code"] != _DUPLICATE for one in error.details.get("writeErrors", [])):
                    raise
                # A key that somebody else has got meanwhile. The server has ended the transaction; this side has to.
                await session.abort_transaction()
                return
            if result.matched_count + result.inserted_count == len(steps):
                won.update(step.after.id for step in steps)
            else:
                await session.abort_transaction()

        async def write_singly(session: Any) -> None:
            won.clear()
            if guard is not None:
                await guard(session)
            for step in steps:
                result = await self._cases.bulk_write([operation(step)], session=session)
                if result.matched_count + result.inserted_count:
                    won.add(step.after.id)

        if not steps:
            return frozenset()
        with available():
            async with await self._client.start_session() as session:
                await session.with_transaction(write)
                if not won and not all_or_none:
                    await session.with_transaction(write_singly)
        return frozenset(won)
