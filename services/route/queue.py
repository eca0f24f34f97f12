"""The queue as dispatch sees it: who waits, and how much each agent has."""

from collections.abc import Collection
from typing import Any, Final

from pymongo.errors import PyMongoError

from services.route.domain.assignment import Waiting
from shared.case.indexes import CASES
from shared.case.stage import Stage
from shared.runtime.errors import Unavailable

BUSY: Final = (Stage.ASSIGNED.value, Stage.PUBLISHING.value)
"""Stages in which a case takes one of its owner's places."""


class Queue:
    """Reads over the cases. Methods raise Unavailable when MongoDB does not answer."""

    def __init__(self, database: Any) -> None:
        self._cases = database[CASES]

    async def waiting(self, brands: Collection[str], *, limit: int) -> list[Waiting]:
        """Return the cases of these brands (none: of all) that nobody has, the earliest deadline first."""
        wanted: dict[str, Any] = {"stage": Stage.NEW.value}
        if brands:
            wanted["brand"] = {"$in": sorted(brands)}
        try:
            cursor = self._cases.find(wanted, {"brand": 1}).sort("answer_by", 1).limit(limit)
            return [Waiting(case_id=one["_id"], brand=one["brand"]) for one in await cursor.to_list(None)]
        except PyMongoError as error:
            raise Unavailable(f"MongoDB: {error}") from error

    async def load(self, agents: list[str]) -> dict[str, int]:
        """Return how many cases each agent is busy with."""
        try:
            counted = await self._cases.aggregate(
                [
                    {"$match": {"owner": {"$in": agents}, "stage": {"$in": list(BUSY)}}},
                    {"$group": {"_id": "$owner", "cases": {"$sum": 1}}},
                ]
            ).to_list(None)
        except PyMongoError as error:
            raise Unavailable(f"MongoDB: {error}") from error
        return {one["_id"]: one["cases"] for one in counted}
