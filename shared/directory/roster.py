"""All agents, from both homes: those of earshot.yaml, and those that were made through the API."""

import asyncio
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, Final

import structlog
from pymongo.errors import PyMongoError

from shared.directory.model import Agent
from shared.directory.profile import Profile
from shared.runtime.errors import Unavailable

log = structlog.get_logger()

AGENTS: Final = "agents"
"""The collection of the agents that were made through the API. Those who are gone stay in it, without a key."""

_SEVERAL: Final = ("skills", "certifications", "languages", "networks", "brands")
_QUERY_MS: Final = 2_000
_WITHOUT_PASSWORDS: Final = {"password_argon2": 0}


class Roster:
    """The agents as of the last refresh, in memory. Where both homes have an id, the file's agent counts."""

    def __init__(self, agents: Iterable[Agent], database: Any, *, every: float = 2.0) -> None:
        """`agents` are the file's; `every`: seconds between two refreshes of `run`."""
        listed = list(agents)
        self._file = {agent.id: _of_file(agent) for agent in listed}
        self._file_keys = [(key_hash(agent.key.get_secret_value()), self._file[agent.id]) for agent in listed]
        self._agents = database[AGENTS]
        self._every = every
        self._asked = self._shown = 0
        self._put({}, {}, ())

    def all(self) -> tuple[Profile, ...]:
        """Return everybody who is not gone, by id."""
        return self._all

    def get(self, agent_id: str) -> Profile | None:
        """Return the agent of that id, unless they are gone."""
        return self._by_id.get(agent_id)

    def name(self, agent_id: str) -> str:
        """Return how to call an agent, also one who is gone; whoever never was one goes by their id."""
        return self._names.get(agent_id, agent_id)

    def key_hashes(self) -> tuple[tuple[bytes, Profile], ...]:
        """Return the SHA-256 of every key that is good now, with whose it is."""
        return self._key_hashes

    async def refresh(self) -> None:
        """Read the agents of the API again, with one query. Raises Unavailable; then the roster is as it was."""
        self._asked += 1
        asked = self._asked
        try:
            found = await self._agents.find({}, _WITHOUT_PASSWORDS, max_time_ms=_QUERY_MS).to_list(None)
        except PyMongoError as error:
            raise Unavailable(f"MongoDB: {type(error).__name__}: {error}") from error
        # A refresh that was asked for earlier may be answered later; it knows less, and must bring nobody back.
        if asked > self._shown:
            self._shown = asked
            self._take(found)

    async def run(self, stop: asyncio.Event) -> None:
        """Refresh until told to stop; an unreachable database leaves the roster as it was."""
        while not stop.is_set():
            try:
                await self.refresh()
            except Unavailable as error:
                log.warning("the roster waits for the world", error=str(error))
            try:
                async with asyncio.timeout(self._every):
                    await stop.wait()
            except TimeoutError:
                continue

    def _take(self, documents: Iterable[dict[str, Any]]) -> None:
        names: dict[str, str] = {}
        profiles: dict[str, Profile] = {}
        keys: list[tuple[bytes, Profile]] = []
        for document in documents:
            try:
                names[document["_id"]] = document["name"]
                if "gone_at" in document or document["_id"] in self._file:
                    continue
                profile = profile_of(document)
                keys.append((bytes.fromhex(document["key_sha256"]), profile))
                profiles[profile.id] = profile
            except (KeyError, TypeError, ValueError) as error:
                # One unreadable agent is shut out, and shuts out nobody else.
                log.error("an agent cannot be read", agent=document.get("_id"), error=repr(error))
        self._put(names, profiles, keys)

    def _put(
        self, names: Mapping[str, str], profiles: Mapping[str, Profile], keys: Iterable[tuple[bytes, Profile]]
    ) -> None:
        self._by_id = {**profiles, **self._file}
        self._all = tuple(self._by_id[agent_id] for agent_id in sorted(self._by_id))
        self._names = {**names, **{agent.id: agent.name for agent in self._all}}
        self._key_hashes = (*self._file_keys, *keys)


def profile_of(document: Mapping[str, Any]) -> Profile:
    """Return the agent of a document of the collection. Raises KeyError, TypeError and ValueError for what is none."""
    return Profile(
        id=document["_id"],
        name=document["name"],
        source="api",
        role=document["role"],
        capacity=int(document["capacity"]),
        **{name: frozenset(document[name]) for name in _SEVERAL},
    )


def key_hash(key: str) -> bytes:
    """Return what is kept of a key: its SHA-256."""
    return sha256(key.encode("utf-8", "surrogatepass")).digest()


def _of_file(agent: Agent) -> Profile:
    return Profile(source="file", **agent.model_dump(exclude={"key", "password_hash"}))
