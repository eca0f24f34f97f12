"""Of which brands cases are. A case never changes its brand, so what was read once is remembered."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from shared.case.kept.indexes import CASES
from shared.mongo.available import available

_REMEMBERED: Final = 20_000


class CaseBrands:
    """Reads over the cases. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._cases = database[CASES]
        self._known: dict[str, str] = {}

    async def of(self, cases: Sequence[str]) -> Mapping[str, str]:
        """Return the brands by case id; of a case that there is not, nothing."""
        missing = sorted(set(cases) - self._known.keys())
        if missing:
            with available():
                found = await self._cases.find({"_id": {"$in": missing}}, {"brand": 1}).to_list(None)
            if len(self._known) + len(found) > _REMEMBERED:
                self._known.clear()
            self._known.update((one["_id"], one["brand"]) for one in found)
        return {one: self._known[one] for one in cases if one in self._known}
