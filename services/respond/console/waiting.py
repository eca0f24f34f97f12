"""The page of those who wait, whoever has waited longest first, with the reasons that people can do something about."""

from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, FastAPI, Query
from starlette.responses import Response

from services.respond.api.conditions import CurrentAgent
from services.respond.api.door.agents import scope_of
from services.respond.api.showing import Reasons
from services.respond.console.frame import Frame
from services.respond.console.render import Templates
from services.respond.queries.cursor import from_cursor, to_cursor
from services.respond.queries.outcomes import Outcomes
from services.respond.queries.who_waits import WhoWaits

_PAGE: Final = 50


def add_waiting_page(
    app: FastAPI, *, outcomes: Outcomes, who_waits: WhoWaits, reasons: Reasons, frame: Frame, templates: Templates
) -> None:
    """Add /waiting."""
    router = APIRouter(include_in_schema=False)

    @router.get("/waiting")
    async def waiting(agent: CurrentAgent, cursor: Annotated[str | None, Query(max_length=512)] = None) -> Response:
        scope = scope_of(agent)
        found, place = await outcomes.waiting(scope, after=from_cursor(cursor, "waiting"), limit=_PAGE)
        return templates.page(
            "waiting.html",
            **await frame.around(agent),
            found=found,
            kinds=await who_waits.kinds(scope) if cursor is None else [],
            why=await reasons.of([one.demand for one in found if one.demand is not None]),
            without=await outcomes.without(scope, limit=_PAGE) if cursor is None else [],
            more=f"/waiting?{urlencode({'cursor': to_cursor(place)})}" if place else None,
            is_first=cursor is None,
            view=None,
        )

    app.include_router(router)
