"""Storms in MongoDB: of each the highest step that was heard of."""

from collections.abc import Iterable
from typing import Any

from pymongo import UpdateOne

from services.respond.domain.scope import Scope
from services.respond.store.indexes import STORMS
from shared.contracts.storm import StormChanged, StormKind
from shared.mongo.available import available

_MOST = 200


class Storms:
    """Where storms are kept. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._storms = database[STORMS]

    async def keep(self, storms: Iterable[StormChanged]) -> None:
        """Keep the highest step of each storm, whatever order the steps come in, however often."""
        newest: dict[str, StormChanged] = {}
        for storm in storms:
            known = newest.get(storm.storm_id)
            if known is None or storm.step > known.step:
                newest[storm.storm_id] = storm
        if newest:
            with available():
                await self._storms.bulk_write([_upsert(storm) for storm in newest.values()], ordered=False)

    async def seen(self, scope: Scope, *, active: bool) -> list[StormChanged]:
        """Return the storms of these brands (at most 200), the latest first; `active`: only those not calmed."""
        condition: dict[str, Any] = {} if scope.is_all else {"brand": {"$in": sorted(scope.brands)}}
        if active:
            condition["kind"] = {"$ne": StormKind.CALMED.value}
        with available():
            found = await self._storms.find(condition).sort([("latest_at", -1), ("_id", 1)]).to_list(_MOST)
        return [StormChanged.model_validate({**document, "storm_id": document["_id"]}) for document in found]


def _upsert(storm: StormChanged) -> UpdateOne:
    """The comparison is made by MongoDB, so that an older step can never overwrite a newer one."""
    document = {"_id": storm.storm_id, **storm.model_dump(exclude={"storm_id"}, mode="python")}
    document["kind"] = storm.kind.value
    kept = {"$cond": [{"$gte": ["$step", storm.step]}, "$$ROOT", {"$literal": document}]}
    return UpdateOne({"_id": storm.storm_id}, [{"$replaceWith": kept}], upsert=True)
