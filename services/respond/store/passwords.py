"""What is kept of the passwords of agents who were made through the API: argon2id, never the password."""

from datetime import datetime
from typing import Any, Final

from services.respond.domain.reach import Reach
from services.respond.store.roster import HERE, within
from shared.directory.roster import AGENTS
from shared.mongo.available import available

PASSWORD: Final = "password_argon2"  # noqa: S105 - a field's name


class KeptPasswords:
    """Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._agents = database[AGENTS]

    async def of(self, agent_id: str) -> str | None:
        """Return what is kept; None where there is no such agent, or they have none."""
        with available():
            found = await self._agents.find_one({"_id": agent_id, **HERE}, {PASSWORD: 1})
        return None if found is None else found.get(PASSWORD)

    async def change(self, agent_id: str, kept: str, *, was: str | None, at: datetime) -> bool:
        """Keep another one if this one is kept still; say whether that was so."""
        return await self._set({"_id": agent_id, **HERE, PASSWORD: was}, kept, by=agent_id, at=at)

    async def give(self, agent_id: str, kept: str, *, reach: Reach, by: str, at: datetime) -> bool:
        """Keep another one if the agent is within reach; say whether that was so."""
        return await self._set({"_id": agent_id, **HERE, **within(reach)}, kept, by=by, at=at)

    async def _set(self, condition: dict[str, Any], kept: str, *, by: str, at: datetime) -> bool:
        values = {PASSWORD: kept, "changed_at": at, "changed_by": by}
        with available():
            done = await self._agents.update_one(condition, {"$set": values})
        return bool(done.matched_count)
