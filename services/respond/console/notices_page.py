"""/notices: what you were told of, the newest first."""

from datetime import timedelta
from typing import Final

from fastapi import APIRouter, FastAPI
from starlette.responses import Response

from services.respond.api.conditions import CurrentAgent
from services.respond.api.door.agents import scope_of
from services.respond.console.frame import Frame
from services.respond.console.render import Templates
from services.respond.queries.notices import Notices
from shared.runtime.clock import Clock

_BACK: Final = timedelta(days=7)
_MOST: Final = 200


def add_notices_page(app: FastAPI, *, notices: Notices, frame: Frame, templates: Templates, clock: Clock) -> None:
    """Add /notices."""
    router = APIRouter(include_in_schema=False)

    @router.get("/notices")
    async def told(agent: CurrentAgent) -> Response:
        found = await notices.since(
            clock() - _BACK, scope_of(agent), agent=agent.id, is_supervisor=agent.is_supervisor, limit=_MOST
        )
        return templates.page("notices.html", **await frame.around(agent), found=found, most=_MOST, view=None)

    app.include_router(router)
