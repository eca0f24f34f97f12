"""Lists of corrections that count: the newest first for people, the oldest first to be written out."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any, Final

from services.respond.domain.corrections import Correction, Kind
from services.respond.domain.scope import Scope
from services.respond.queries.cursor import Place
from services.respond.queries.outcomes import within
from services.respond.store.corrections import to_correction
from services.respond.store.indexes import CORRECTIONS
from shared.mongo.available import available

_BATCH: Final = 200


class CorrectionList:
    """Reads over the corrections. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._corrections = database[CORRECTIONS]

    async def page(
        self,
        scope: Scope,
        *,
        brand: str | None,
        since: datetime | None,
        model: str | None,
        label: Kind | None,
        after: Place | None,
        limit: int,
    ) -> tuple[list[Correction], Place | None]:
        """Return those that were made since, the newest first, and the place to go on from.

        `model`: what it said is corrected. `label`: something was said of this kind of label.
        """
        if brand is not None and not scope.sees(brand):
            return [], None
        wanted = _wanted(scope, brand)
        if model is not None:
            wanted["model"] = model
        if label is not None:
            wanted["labels"] = label
        if since is not None:
            wanted["at"] = {"$gte": since}
        if after is not None:
            wanted["at"] = {**wanted.get("at", {}), "$lte": after.at}
            wanted["$or"] = [{"at": {"$lt": after.at}}, {"_id": {"$gt": after.id}}]
        with available():
            cursor = self._corrections.find(wanted).sort([("at", -1), ("_id", 1)])
            found = await cursor.limit(limit + 1).to_list(None)
        shown = [to_correction(one) for one in found[:limit]]
        if len(found) <= limit:
            return shown, None
        last = found[limit - 1]
        return shown, Place(kind="corrections", at=last["at"], id=last["_id"])

    async def batches(
        self, scope: Scope, *, brand: str | None, since: datetime | None
    ) -> AsyncIterator[list[Correction]]:
        """Give those that were made since, the oldest first."""
        if brand is not None and not scope.sees(brand):
            return
        wanted = _wanted(scope, brand)
        if since is not None:
            wanted["at"] = {"$gte": since}
        while True:
            with available():
                cursor = self._corrections.find(wanted).sort([("at", 1), ("_id", 1)])
                found = await cursor.limit(_BATCH).to_list(None)
            if not found:
                return
            yield [to_correction(one) for one in found]
            last = found[-1]
            wanted["at"] = {"$gte": last["at"]}
            wanted["$or"] = [{"at": {"$gt": last["at"]}}, {"_id": {"$gt": last["_id"]}}]


def _wanted(scope: Scope, brand: str | None) -> dict[str, Any]:
    return {"stands": True, **(within(scope) if brand is None else {"brand": brand})}
