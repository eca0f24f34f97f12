"""All cases, one batch after the other, for what has to look at each of them once."""

from collections.abc import AsyncIterator
from typing import Any, Final

from shared.case.kept.indexes import CASES
from shared.case.kept.store import CaseStore
from shared.case.state.case import Case
from shared.mongo.available import available

_BATCH: Final = 200


class AllCases:
    """Reads over the cases. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._cases = database[CASES]
        self._store = CaseStore(database)

    async def count(self) -> int:
        """Return about how many there are."""
        with available():
            counted: int = await self._cases.estimated_document_count()
        return counted

    async def batches(self) -> AsyncIterator[list[Case]]:
        """Give them in the order of their ids, as each is when its batch is read; what cannot be read is left out."""
        after = ""
        while True:
            with available():
                found = await self._cases.find({"_id": {"$gt": after}}, {"_id": 1}).sort("_id", 1).to_list(_BATCH)
            if not found:
                return
            ids = [one["_id"] for one in found]
            yield await self._store.some(ids)
            after = ids[-1]
