"""Which agents are at work now: a heartbeat says "until then", and silence lets it run out."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Final

from pymongo.errors import PyMongoError

from shared.directory.at_work import AtWork, Seen
from shared.runtime.errors import Unavailable

PRESENCE: Final = "presence"


class Presence:
    """Heartbeats of agents, in MongoDB. Methods raise Unavailable when it does not answer."""

    def __init__(self, database: Any) -> None:
        self._presence = database[PRESENCE]

    async def beat(self, agent_id: str, state: AtWork, *, now: datetime, until: datetime) -> None:
        """The agent is at work in this way until then, or until said otherwise.

        `since` moves when the state does: also where the heartbeat before had run out, for they were offline meanwhile.
        """
        goes_on = {"$and": [{"$eq": ["$state", state]}, {"$gt": ["$until", now]}]}
        change = {"since": {"$cond": [goes_on, "$since", now]}, "state": state, "until": until}
        with _available():
            await self._presence.update_one({"_id": agent_id}, [{"$set": change}], upsert=True)

    async def leave(self, agent_id: str, *, now: datetime) -> None:
        """The agent is offline from now on. Who is offline already stays so since when they were."""
        there = {"_id": agent_id, "state": {"$ne": "offline"}, "until": {"$gt": now}}
        with _available():
            await self._presence.update_one(there, {"$set": {"state": "offline", "since": now, "until": now}})

    async def states(self, *, now: datetime) -> dict[str, Seen]:
        """Return how everybody is present who ever was, by id. Whoever fell silent is offline since it ran out."""
        with _available():
            found = await self._presence.find({"state": {"$exists": True}}).to_list(None)
        return {document["_id"]: _seen(document, now) for document in found}

    async def online(self, *, now: datetime) -> set[str]:
        """Return the ids of the agents who can be given cases."""
        with _available():
            found = await self._presence.find({"state": "online", "until": {"$gt": now}}, {"_id": 1}).to_list(None)
        return {document["_id"] for document in found}


def _seen(document: dict[str, Any], now: datetime) -> Seen:
    if document["state"] != "offline" and document["until"] <= now:
        return Seen(state="offline", since=document["until"])
    return Seen(state=document["state"], since=document["since"])


@contextmanager
def _available() -> Iterator[None]:
    try:
        yield
    except PyMongoError as error:
        raise Unavailable(f"MongoDB: {error}") from error
