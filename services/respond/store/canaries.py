"""Canaries among the cases: put there, looked at, and taken away by the watchdog."""

from datetime import datetime
from typing import Any

from shared.case.kept.document import from_document, to_document
from shared.case.kept.indexes import CASES
from shared.case.state.case import CANARY, Case
from shared.mongo.available import available


class Canaries:
    """Methods raise Unavailable when MongoDB does not answer."""

    def __init__(self, database: Any) -> None:
        self._cases = database[CASES]

    async def put(self, canary: Case) -> None:
        """Put a canary among the cases."""
        with available():
            await self._cases.insert_one(to_document(canary))

    async def look(self, canary_id: str) -> Case | None:
        """Return it as it is now."""
        with available():
            found = await self._cases.find_one({"_id": canary_id, "brand": CANARY})
        return None if found is None else from_document(found)

    async def take(self, *, opened_before: datetime) -> None:
        """Take away those that were put there before then, also by a watchdog that died."""
        with available():
            wanted = {"keys": {"$gte": f"{CANARY}/", "$lt": f"{CANARY}0"}, "opened_at": {"$lte": opened_before}}
            await self._cases.delete_many(wanted)
