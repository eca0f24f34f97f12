"""/v1/agents: everybody sees those who share a brand with them, supervisors manage."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Protocol

from fastapi import APIRouter, Path
from pydantic import Field
from starlette.responses import Response

from services.respond.api.conditions import CurrentAgent
from services.respond.api.document import problems
from services.respond.api.door.roles import Supervisor
from services.respond.api.people.roster_asked import AgentChangeIn, AgentIn
from services.respond.api.shown import Out
from services.respond.handlers.roster import Staff
from services.respond.handlers.roster_rules import NoSuchAgent
from shared.directory.at_work import PresenceState, Seen
from shared.directory.profile import Profile, Role, Source
from shared.runtime.clock import Clock

AgentId = Annotated[str, Path(max_length=128, examples=["mira"])]


class Everybody(Protocol):
    """The agents who are not gone."""

    def all(self) -> tuple[Profile, ...]: ...

    def get(self, agent_id: str) -> Profile | None: ...


class Present(Protocol):
    """Who is at work."""

    async def states(self, *, now: datetime) -> dict[str, Seen]: ...


class AgentOut(Out):
    """An agent. Of the brands of theirs, those that you see."""

    id: str
    name: str
    role: Role
    source: Source = Field(description="file: changed in earshot.yaml only; api: changed here only")
    capacity: int
    skills: tuple[str, ...]
    certifications: tuple[str, ...]
    languages: tuple[str, ...] = Field(description="empty: all languages")
    networks: tuple[str, ...] = Field(description="empty: all networks")
    brands: tuple[str, ...] = Field(description="empty: all brands")
    presence: PresenceState
    since: datetime | None = Field(description="since when they are present in this way; none: never were")


class AgentsOut(Out):
    """All that you see, by id."""

    items: tuple[AgentOut, ...]


class AgentWithKeyOut(AgentOut):
    """An agent and their key. Nobody can read the key again: pass it on now."""

    key: str


_MANAGING = problems(404, 409)


def roster_routes(*, roster: Everybody, staff: Staff, presence: Present, clock: Clock) -> APIRouter:
    """Return the routes."""
    router = APIRouter(prefix="/v1/agents", tags=["agents"])

    async def shown(found: Profile, asker: Profile) -> AgentOut:
        return AgentOut.model_validate(_shown(found, asker, await presence.states(now=clock())))

    async def with_key(found: Profile, asker: Profile, key: str) -> AgentWithKeyOut:
        return AgentWithKeyOut(**(await shown(found, asker)).model_dump(), key=key)

    @router.get("", responses=problems())
    async def list_agents(agent: CurrentAgent) -> AgentsOut:
        """List the agents who serve a brand of yours, with how they are present."""
        states = await presence.states(now=clock())
        found = [one for one in roster.all() if one.shares_a_brand_with(agent)]
        return AgentsOut(items=tuple(AgentOut.model_validate(_shown(one, agent, states)) for one in found))

    @router.get("/{agent_id}", responses=problems(404))
    async def read_agent(agent: CurrentAgent, agent_id: AgentId) -> AgentOut:
        """Read one agent."""
        found = roster.get(agent_id)
        if found is None or not found.shares_a_brand_with(agent):
            raise NoSuchAgent(agent_id)
        return await shown(found, agent)

    @router.post("", status_code=201, responses=problems(409))
    async def create_agent(by: Supervisor, response: Response, given: AgentIn) -> AgentWithKeyOut:
        """Add an agent. The answer holds their key, and is the only one that ever does. Supervisors only; admins
        are made by admins."""
        made, key = await staff.create(given.id, given.abilities(), by=by)
        response.headers["Location"] = f"/v1/agents/{made.id}"
        return await with_key(made, by, key)

    @router.patch("/{agent_id}", responses=_MANAGING)
    async def change_agent(by: Supervisor, agent_id: AgentId, given: AgentChangeIn) -> AgentOut:
        """Change an agent that was added here. Supervisors only, within their brands; admins are changed by admins."""
        return await shown(await staff.change(agent_id, given.changes(), by=by), by)

    @router.delete("/{agent_id}", status_code=204, responses=_MANAGING)
    async def remove_agent(by: Supervisor, agent_id: AgentId) -> None:
        """Remove an agent that was added here: their key and sessions end. Their name stays in the history of cases,
        and their id is never used again. Supervisors only, within their brands; admins are changed by admins."""
        await staff.remove(agent_id, by=by)

    @router.post("/{agent_id}/key", responses=_MANAGING)
    async def replace_key(by: Supervisor, agent_id: AgentId) -> AgentWithKeyOut:
        """Give an agent a new key. The one before ends, with all sessions; a password stays. Supervisors only, within
        their brands; admins are changed by admins."""
        given, key = await staff.new_key(agent_id, by=by)
        return await with_key(given, by, key)

    return router


def _shown(found: Profile, asker: Profile, states: Mapping[str, Seen]) -> dict[str, object]:
    seen = states.get(found.id)
    return {
        "id": found.id,
        "name": found.name,
        "role": found.role,
        "source": found.source,
        "capacity": found.capacity,
        "skills": sorted(found.skills),
        "certifications": sorted(found.certifications),
        "languages": sorted(found.languages),
        "networks": sorted(found.networks),
        "brands": sorted(found.brands & asker.brands if asker.brands else found.brands),
        "presence": "offline" if seen is None else seen.state,
        "since": None if seen is None else seen.since,
    }
