"""A lease with a fence: one holder at a time by the server's clock, and no late write of a former one.

    fence = await lease.take()                 # every few seconds, well within `lasting`
    if fence is not None:
        async with await client.start_session() as session, session.start_transaction():
            await lease.touch(session, fence)  # first, so that nothing is decided for nothing
            ...                                # writes in the same session

A lease alone keeps nobody from writing late: a process may freeze between looking at its lease and writing. Because the
transaction writes the lease's document as well, MongoDB puts it in order with every change of holder: it commits before
the next holder can take the lease, or not at all.
"""

from datetime import timedelta
from typing import Any, Final

from pymongo import ReturnDocument
from pymongo.errors import ExecutionTimeout, OperationFailure

from shared.mongo.available import available
from shared.runtime.errors import Unavailable

LEASES: Final = "leases"

_WRITE_CONFLICT: Final = 112
_PATIENCE_MS: Final = 2_000


class LeaseLost(Unavailable):
    """The lease ran out or changed under the transaction, of which nothing is written: take it, and begin again."""


class Lease:
    """One holder's hand on the lease of that name. Methods are one round trip; all raise Unavailable.

    Use it from one task: a renewal while a transaction that touched the lease is open waits for that transaction.
    """

    def __init__(self, database: Any, *, name: str, holder: str, lasting: timedelta) -> None:
        """`holder`: a name that no other process has or had. `lasting`: from each renewal on, by the server's clock."""
        self._leases = database[LEASES]
        self._name = name
        self._holder = holder
        self._milliseconds = lasting // timedelta(milliseconds=1)
        self._until = {"$add": ["$$NOW", self._milliseconds]}

    async def take(self) -> int | None:
        """Take or renew the lease and return its fence; None while somebody else holds it.

        The fence grows by one with each change of holder and stays the same when its holder renews it.
        """
        mine = {"$eq": ["$holder", {"$literal": self._holder}]}
        free = {"$lte": ["$until", "$$NOW"]}  # also where there is none yet: what is missing comes before any time
        change = {
            "fence": {"$cond": [mine, "$fence", {"$add": [{"$ifNull": ["$fence", 0]}, 1]}]},
            "holder": {"$literal": self._holder},
            "until": self._until,
        }
        taken = {field: {"$cond": [{"$or": [mine, free]}, value, f"${field}"]} for field, value in change.items()}
        with available():
            try:
                found = await self._leases.find_one_and_update(
                    {"_id": self._name},
                    [{"$set": taken}],
                    upsert=True,
                    return_document=ReturnDocument.AFTER,
                    maxTimeMS=_PATIENCE_MS,
                )
            except ExecutionTimeout:
                return None  # its holder is in the middle of a transaction; or died there, and MongoDB will end it
        return int(found["fence"]) if found["holder"] == self._holder else None

    async def touch(self, session: Any, fence: int) -> None:
        """Check and renew the lease in the session's transaction, so that it commits only under this fence.

        Raises LeaseLost; the transaction is to be aborted then.
        """
        with available():
            try:
                result = await self._leases.update_one(
                    {
                        "_id": self._name,
                        "holder": self._holder,
                        "fence": fence,
                        "$expr": {"$gt": ["$until", "$$NOW"]},
                    },
                    # The count makes it a write even within the millisecond of the last renewal: MongoDB does not write
                    # what stays the same, and would see no conflict.
                    [{"$set": {"until": self._until, "touched": {"$add": [{"$ifNull": ["$touched", 0]}, 1]}}}],
                    session=session,
                )
            except OperationFailure as error:
                if error.code != _WRITE_CONFLICT:
                    raise
                raise LeaseLost(f"lease {self._name} changed under the transaction of {self._holder}") from error
        if not result.matched_count:
            raise LeaseLost(f"lease {self._name} is no longer held by {self._holder} with fence {fence}")

    async def give_back(self) -> None:
        """Let others take the lease at once; nothing happens where it is not held."""
        with available():
            await self._leases.update_one(
                {"_id": self._name, "holder": self._holder}, {"$unset": {"holder": "", "until": ""}}
            )
