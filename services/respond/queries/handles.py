"""How customers are called, for those who show no more of a case than that."""

from collections.abc import Sequence
from typing import Any

from shared.case.kept.indexes import CASES
from shared.mongo.available import available


class Handles:
    """Reads over the cases. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._cases = database[CASES]

    async def of(self, case_ids: Sequence[str]) -> dict[str, str | None]:
        """Return the customers' handles by case, of those cases that there are."""
        with available():
            found = self._cases.find({"_id": {"$in": list(case_ids)}}, {"customer.handle": 1})
            return {one["_id"]: one.get("customer", {}).get("handle") for one in await found.to_list(None)}
