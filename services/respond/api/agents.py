"""Who is asking: the agents of the directory, by key or by id."""

from collections.abc import Iterable
from hashlib import sha256
from hmac import compare_digest

from services.respond.domain.scope import Scope
from shared.directory.model import Agent


class Agents:
    """The agents. Keys are compared as hashes, each of them every time, so that timing tells nothing."""

    def __init__(self, agents: Iterable[Agent]) -> None:
        self._by_id = {agent.id: agent for agent in agents}
        self._hashes = [(_hash(agent.key.get_secret_value()), agent) for agent in self._by_id.values()]

    def by_key(self, key: str) -> Agent | None:
        """Return the agent whose key this is."""
        given = _hash(key)
        found = None
        for expected, agent in self._hashes:
            if compare_digest(expected, given):
                found = agent
        return found

    def by_id(self, agent_id: str) -> Agent | None:
        """Return the agent of that id."""
        return self._by_id.get(agent_id)

    def name(self, agent_id: str) -> str:
        """Return how to call an agent; whoever is not (or no longer) in the directory goes by their id."""
        agent = self._by_id.get(agent_id)
        return agent_id if agent is None else agent.name


def scope_of(agent: Agent) -> Scope:
    """Return which brands the agent sees."""
    return Scope(frozenset(agent.brands))


def _hash(key: str) -> bytes:
    return sha256(key.encode("utf-8", "surrogatepass")).digest()
