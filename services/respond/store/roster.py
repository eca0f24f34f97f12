"""Agents in MongoDB, as supervisors change them. Each change is one compare-and-set that also checks the reach."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from pymongo import ReturnDocument
from pymongo.errors import DuplicateKeyError

from services.respond.domain.reach import Reach
from shared.case.refused import Refused
from shared.directory.abilities import Abilities
from shared.directory.profile import Profile
from shared.directory.roster import AGENTS, key_hash, profile_of
from shared.mongo.available import available

HERE: Final = {"gone_at": {"$exists": False}}
"""The condition that an agent is not gone."""


class AgentRecords:
    """The agents that were made through the API. Of a key only the SHA-256 is kept. Methods raise Unavailable."""

    def __init__(self, database: Any) -> None:
        self._agents = database[AGENTS]

    async def create(self, agent_id: str, abilities: Abilities, *, key: str, by: str, at: datetime) -> Profile:
        """Add an agent. Raises Refused (id_taken): also the id of one who is gone is never used again."""
        document = {
            "_id": agent_id,
            **_stored(abilities.model_dump()),
            "key_sha256": key_hash(key).hex(),
            "created_at": at,
            "created_by": by,
        }
        with available():
            try:
                await self._agents.insert_one(document)
            except DuplicateKeyError:
                raise Refused(
                    "id_taken",
                    f"the id {agent_id} is, or was, another agent's; the history of cases goes by it; choose a new one",
                ) from None
        return profile_of(document)

    async def change(
        self, agent_id: str, changes: Mapping[str, Any], *, reach: Reach, by: str, at: datetime
    ) -> Profile | None:
        """Return the agent with these changes; None where there is no such agent within the reach."""
        return await self._set(agent_id, _stored(changes), reach, by=by, at=at)

    async def replace_key(self, agent_id: str, key: str, *, reach: Reach, by: str, at: datetime) -> Profile | None:
        """As `change`, for the key."""
        return await self._set(agent_id, {"key_sha256": key_hash(key).hex()}, reach, by=by, at=at)

    async def remove(self, agent_id: str, *, reach: Reach, by: str, at: datetime) -> Profile | None:
        """Mark the agent as gone and forget key and password. Who is gone already stays so since when they were."""
        condition = {"_id": agent_id, **within(reach)}
        change = {"$set": {"gone_at": at, "gone_by": by}, "$unset": {"key_sha256": "", "password_argon2": ""}}
        with available():
            await self._agents.update_one({**condition, **HERE}, change)
            found = await self._agents.find_one(condition)
        return None if found is None else profile_of(found)

    async def get(self, agent_id: str) -> Profile | None:
        """Return the agent of that id, unless they are gone."""
        with available():
            found = await self._agents.find_one({"_id": agent_id, **HERE})
        return None if found is None else profile_of(found)

    async def _set(
        self, agent_id: str, values: dict[str, Any], reach: Reach, *, by: str, at: datetime
    ) -> Profile | None:
        with available():
            found = await self._agents.find_one_and_update(
                {"_id": agent_id, **HERE, **within(reach)},
                {"$set": {**values, "changed_at": at, "changed_by": by}},
                return_document=ReturnDocument.AFTER,
            )
        return None if found is None else profile_of(found)


def within(reach: Reach) -> dict[str, Any]:
    """The condition that an agent is one whom the reach covers."""
    served = {"brands.0": {"$exists": True}, "brands": {"$not": {"$elemMatch": {"$nin": sorted(reach.brands)}}}}
    return {**(served if reach.brands else {}), **({} if reach.admins else {"role": {"$ne": "admin"}})}


def _stored(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: sorted(value) if isinstance(value, frozenset) else value for name, value in values.items()}
