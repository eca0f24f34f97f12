"""Of which brands cases are. A case never changes its brand, so what was read once is remembered."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from shared.case.kept.indexes import CASES
from shared.mongo.available import available

_REMEMBERED: Final = 20_000


class CaseBrands:
    """Reads over the cases. Methods raise Unavailable."""

    def __init__(self, database: Any, *, remembered: int = _REMEMBERED) -> None:
        self._cases = database[CASES]
        self._remembered = remembered
        self._known: dict[str, str] = {}

    async def of(self, cases: Sequence[str]) -> Mapping[str, str]:
        """Return the brands by case id; of a case that there is not, nothing."""
        brands = {one: self._known[one] for one in cases if one in self._known}
        missing = sorted(set(cases) - brands.keys())
        if missing:
            with available():
                found = await self._cases.find({"_id": {"$in": missing}}, {"brand": 1}).to_list(None)
            if len(self._known) + len(found) > self._remembered:
                self._known.clear()
            read = {one["_id"]: one["brand"] for one in found}
            self._known |= read
            brands |= read
        return brands
