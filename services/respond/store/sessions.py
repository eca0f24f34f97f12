"""Browser sessions: only the hash of a token is kept, and MongoDB forgets it when it has expired."""

from datetime import datetime
from hashlib import sha256
from typing import Any

from services.respond.store.indexes import SESSIONS
from shared.mongo.available import available


class Sessions:
    """Who is signed in. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._sessions = database[SESSIONS]

    async def begin(self, token: str, *, agent: str, now: datetime, until: datetime) -> None:
        """Let this token stand for the agent until then."""
        document = {"_id": _hashed(token), "agent": agent, "began_at": now, "expires_at": until}
        with available():
            await self._sessions.insert_one(document)

    async def agent(self, token: str, *, now: datetime) -> str | None:
        """Return the id of the agent that the token stands for now."""
        with available():
            found = await self._sessions.find_one({"_id": _hashed(token), "expires_at": {"$gt": now}}, {"agent": 1})
        return None if found is None else found["agent"]

    async def end(self, token: str) -> None:
        """Forget the token."""
        with available():
            await self._sessions.delete_one({"_id": _hashed(token)})

    async def end_all(self, agent: str, *, but: str | None = None) -> None:
        """Forget every token that stands for the agent, but this one."""
        kept = {} if but is None else {"_id": {"$ne": _hashed(but)}}
        with available():
            await self._sessions.delete_many({"agent": agent, **kept})


def _hashed(token: str) -> str:
    return sha256(token.encode()).hexdigest()
