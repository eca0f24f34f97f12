"""GET /v1/storms."""

from datetime import datetime
from typing import Annotated, Protocol

from fastapi import APIRouter, Query

from services.respond.api.conditions import CurrentAgent
from services.respond.api.document import problems
from services.respond.api.door.agents import scope_of
from services.respond.api.shown import Out
from services.respond.domain.scope import Scope
from shared.contracts.storm import StormChanged, StormKind


class StormBoard(Protocol):
    """The storms that were heard of."""

    async def seen(self, scope: Scope, *, active: bool) -> list[StormChanged]: ...


class StormOut(Out):
    """Many people with one issue. `authors` counts different ones within `window_seconds`.

    `terms`: the words that set their posts apart. `score`: the surprise at so many people when it opened, a natural
    logarithm: 7 is one in a thousand.
    """

    storm_id: str
    step: int
    kind: StormKind
    brand: str
    intent: str
    label: str
    authors: int
    window_seconds: int
    reach: int | None
    first_at: datetime
    latest_at: datetime
    terms: tuple[str, ...]
    score: float | None


class StormsOut(Out):
    """At most the 200 latest."""

    items: tuple[StormOut, ...]


def storm_routes(storms: StormBoard) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["storms"])

    @router.get("/v1/storms", responses=problems())
    async def list_storms(
        agent: CurrentAgent, active: Annotated[bool, Query(description="only those that have not calmed")] = True
    ) -> StormsOut:
        """List the storms of your brands, the latest first."""
        found = await storms.seen(scope_of(agent), active=active)
        return StormsOut(items=tuple(StormOut.model_validate(storm) for storm in found))

    return router
