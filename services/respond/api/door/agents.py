"""Who is asking: the agents of the roster, by key or by id."""

from hmac import compare_digest
from typing import Protocol

from services.respond.api.door.principal import Principal
from services.respond.domain.scope import Scope
from shared.directory.profile import Profile
from shared.directory.roster import key_hash


class Roster(Protocol):
    """Everybody, and the hashes of their keys, in memory."""

    def get(self, agent_id: str) -> Profile | None: ...

    def name(self, agent_id: str) -> str: ...

    def key_hashes(self) -> tuple[tuple[bytes, Profile], ...]: ...

    async def refresh(self) -> None: ...


class Agents:
    """The agents. Keys are compared as hashes, each of them every time, so that timing tells nothing."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster

    def by_key(self, key: str) -> Profile | None:
        """Return the agent whose key this is, as this process knows it: a few seconds ago, or now."""
        given = key_hash(key)
        found = None
        for expected, agent in self._roster.key_hashes():
            if compare_digest(expected, given):
                found = agent
        return found

    async def by_key_now(self, key: str) -> Profile | None:
        """As `by_key`, after asking the database. Raises Unavailable."""
        await self._roster.refresh()
        return self.by_key(key)

    def by_id(self, agent_id: str) -> Profile | None:
        """Return the agent of that id, unless they are gone."""
        return self._roster.get(agent_id)

    def name(self, agent_id: str) -> str:
        """Return how to call an agent, also one who is gone; whoever never was one goes by their id."""
        return self._roster.name(agent_id)


def scope_of(who: Principal) -> Scope:
    """Return which brands an agent, or a support platform, sees."""
    return Scope(who.brands)
