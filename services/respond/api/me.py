"""GET /v1/me and PUT /v1/presence."""

from datetime import datetime, timedelta
from typing import Final, Protocol

from fastapi import APIRouter

from services.respond.api.conditions import CurrentAgent
from services.respond.api.document import problems
from services.respond.api.shown import Out
from shared.directory.model import Directory
from shared.runtime.clock import Clock

AT_WORK: Final = timedelta(seconds=45)
"""How long a heartbeat lasts. Pages beat three times in it."""


class Present(Protocol):
    """Who is at work."""

    async def seen(self, agent_id: str, *, until: datetime) -> None: ...


class BrandOut(Out):
    """A brand that you see."""

    id: str
    name: str


class MeOut(Out):
    """Who you are."""

    id: str
    name: str
    capacity: int
    brands: tuple[BrandOut, ...]


class PresenceOut(Out):
    """Until when you count as being at work, unless you beat again."""

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
            capacity=agent.capacity,
            brands=tuple(BrandOut.model_validate(brand) for brand in brands),
        )

    @router.put("/v1/presence")
    async def beat(agent: CurrentAgent) -> PresenceOut:
        """Say that you are at work, for the next 45 seconds. Only agents at work are given cases."""
        until = clock() + AT_WORK
        await presence.seen(agent.id, until=until)
        return PresenceOut(until=until)

    return router
