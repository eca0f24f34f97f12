"""Which agents are at work now: a heartbeat says "until then", and silence lets it run out."""

from datetime import datetime
from typing import Any, Final

from pymongo.errors import PyMongoError

from shared.runtime.errors import Unavailable

PRESENCE: Final = "presence"


class Presence:
    """Heartbeats of agents, in MongoDB. Methods raise Unavailable when it does not answer."""

    def __init__(self, database: Any) -> None:
        self._presence = database[PRESENCE]

    async def seen(self, agent_id: str, *, until: datetime) -> None:
        """The agent is at work until then, or until said otherwise."""
        try:
            await self._presence.update_one({"_id": agent_id}, {"$set": {"until": until}}, upsert=True)
        except PyMongoError as error:
            raise Unavailable(f"MongoDB: {error}") from error

    async def online(self, *, now: datetime) -> set[str]:
        """Return the ids of the agents who are at work."""
        try:
            found = await self._presence.find({"until": {"$gt": now}}, {"_id": 1}).to_list(None)
        except PyMongoError as error:
            raise Unavailable(f"MongoDB: {error}") from error
        return {document["_id"] for document in found}
