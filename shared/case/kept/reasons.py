"""Why cases wait: one reason for each kind of demand (`Case.demand`), kept by dispatch, shown to agents."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from pymongo import DeleteOne, UpdateOne

from shared.mongo.available import available

WAITING: Final = "waiting"


class WaitingReasons:
    """The collection `waiting`: {_id: demand, reason, since}. It is written to only where a reason has changed."""

    def __init__(self, database: Any) -> None:
        self._waiting = database[WAITING]
        self._kept: dict[str, str] | None = None

    async def keep(self, why: Mapping[str, str], *, now: datetime) -> None:
        """Make these the reasons, since now where they are new. Raises Unavailable."""
        with available():
            if self._kept is None:
                found = await self._waiting.find({}).to_list(None)
                self._kept = {one["_id"]: one["reason"] for one in found}
            gone = [DeleteOne({"_id": demand}) for demand in self._kept.keys() - why.keys()]
            new = [
                UpdateOne({"_id": demand}, {"$set": {"reason": reason, "since": now}}, upsert=True)
                for demand, reason in why.items()
                if self._kept.get(demand) != reason
            ]
            if gone or new:
                await self._waiting.bulk_write([*gone, *new], ordered=False)
        self._kept = dict(why)

    async def of(self, demands: Iterable[str]) -> Mapping[str, str]:
        """Return the reason of each of these demands that has one. Raises Unavailable."""
        wanted = sorted(set(demands))
        if not wanted:
            return {}
        with available():
            found = await self._waiting.find({"_id": {"$in": wanted}}).to_list(None)
        return {one["_id"]: one["reason"] for one in found}
