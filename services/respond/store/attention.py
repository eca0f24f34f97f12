"""Attention in MongoDB: one small document for each agent at each case, forgotten soon after it was last renewed."""

from datetime import datetime
from typing import Any, Final

from services.respond.domain.attention import Looking
from services.respond.store.indexes import ATTENTION
from shared.mongo.available import available

AT_MOST: Final = 5_000
"""How many are read at a time: as many agents as can look at something at once."""


class Attention:
    """Who is at which case. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._attention = database[ATTENTION]

    async def put(self, looking: Looking) -> None:
        """Keep it, instead of what the same agent did at the same case before."""
        values = {
            "case": looking.case_id,
            "brand": looking.brand,
            "agent": looking.agent,
            "doing": looking.doing,
            "until": looking.until,
        }
        with available():
            await self._attention.update_one(
                {"_id": _id(looking.case_id, looking.agent)},
                {"$set": values, "$currentDate": {"renewed_at": True}},
                upsert=True,
            )

    async def drop(self, case_id: str, agent: str) -> None:
        """Forget that the agent is there."""
        with available():
            await self._attention.delete_one({"_id": _id(case_id, agent)})

    async def at(self, case_id: str, *, now: datetime) -> list[Looking]:
        """Return who is at the case, by agent."""
        with available():
            found = self._attention.find({"case": case_id, "until": {"$gt": now}}).sort("agent", 1).limit(AT_MOST)
            return [_looking(one) for one in await found.to_list(None)]

    async def everywhere(self, *, now: datetime) -> list[Looking]:
        """Return who is at any case."""
        with available():
            found = self._attention.find({"until": {"$gt": now}}).limit(AT_MOST)
            return [_looking(one) for one in await found.to_list(None)]


def _id(case_id: str, agent: str) -> str:
    return f"{case_id}/{agent}"


def _looking(document: dict[str, Any]) -> Looking:
    return Looking(
        case_id=document["case"],
        brand=document["brand"],
        agent=document["agent"],
        doing=document["doing"],
        until=document["until"],
    )
