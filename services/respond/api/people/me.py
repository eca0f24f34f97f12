"""GET /v1/me, PUT and DELETE /v1/presence."""

from datetime import datetime, timedelta
from typing import Final, Protocol

from fastapi import APIRouter
from pydantic import Field

from services.respond.api.conditions import CurrentAgent
from services.respond.api.document import problems
from services.respond.api.people.roster_asked import PresenceIn
from services.respond.api.shown import Out
from shared.directory.at_work import AtWork
from shared.directory.model import Directory
from shared.directory.profile import Role
from shared.runtime.clock import Clock

HEARTBEAT: Final = timedelta(seconds=45)
"""How long a heartbeat lasts. Pages beat three times in it."""


class Present(Protocol):
    """Who is at work."""

    async def beat(self, agent_id: str, state: AtWork, *, now: datetime, until: datetime) -> None: ...

    async def leave(self, agent_id: str, *, now: datetime) -> None: ...


class BrandOut(Out):
    """A brand that you see."""

    id: str
    name: str


class MeOut(Out):
    """Who you are."""

    id: str
    name: str
    role: Role
    capacity: int
    skills: tuple[str, ...]
    certifications: tuple[str, ...]
    languages: tuple[str, ...] = Field(description="empty: all languages")
    networks: tuple[str, ...] = Field(description="empty: all networks")
    brands: tuple[BrandOut, ...] = Field(description="those that you see, also where you see all")


class PresenceOut(Out):
    """How you are at work, and until when you count as that, unless you beat again."""

    state: AtWork
    until: datetime


def me_routes(*, directory: Directory, presence: Present, clock: Clock) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["me"], responses=problems())

    @router.get("/v1/me")
    async def me(agent: CurrentAgent) -> MeOut:
        """Read who you are and which brands you see."""
        brands = [brand for brand in directory.brands if not agent.brands or brand.id in agent.brands]
        return MeOut(
            id=agent.id,
            name=agent.name,
            role=agent.role,
            capacity=agent.capacity,
            skills=tuple(sorted(agent.skills)),
            certifications=tuple(sorted(agent.certifications)),
            languages=tuple(sorted(agent.languages)),
            networks=tuple(sorted(agent.networks)),
            brands=tuple(BrandOut.model_validate(brand) for brand in brands),
        )

    @router.put("/v1/presence")
    async def beat(agent: CurrentAgent, how: PresenceIn | None = None) -> PresenceOut:
        """Say that you are at work, for the next 45 seconds. Only agents who are online are given cases."""
        state, now = (how or PresenceIn()).state, clock()
        await presence.beat(agent.id, state, now=now, until=now + HEARTBEAT)
        return PresenceOut(state=state, until=now + HEARTBEAT)

    @router.delete("/v1/presence", status_code=204)
    async def leave(agent: CurrentAgent) -> None:
        """Say that you are no longer at work. Signing out says it too."""
        await presence.leave(agent.id, now=clock())

    return router
