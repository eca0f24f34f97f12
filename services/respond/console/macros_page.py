"""/macros: prepared texts, which supervisors write here and everybody may read."""

from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import APIRouter, FastAPI, Query
from starlette.responses import Response

from services.respond.api.conditions import CurrentAgent
from services.respond.api.door.agents import scope_of
from services.respond.api.together.macros import Shelf
from services.respond.console.frame import Frame
from services.respond.console.render import Templates
from services.respond.domain.macros import Macro
from services.respond.queries.cursor import from_cursor, to_cursor
from shared.directory.model import Directory
from shared.directory.profile import Profile

EXAMPLES: Final = {
    "customer.name": "Robin Vermeer",
    "customer.handle": "robin",
    "agent.name": "",
    "brand.name": "",
    "case.id": "c-0123456789abcdef0123",
    "case.topic": "delivery",
}
"""What the preview puts in the place of a variable. The agent is whoever writes, the brand the one that is chosen."""

_PAGE: Final = 50


def may_write(macro: Macro, by: Profile) -> bool:
    """Would the API let them change it? One for all brands belongs to those who serve them all."""
    return by.is_supervisor and (not by.brands or macro.wording.brand is not None)


def add_macros_page(app: FastAPI, *, shelf: Shelf, directory: Directory, frame: Frame, templates: Templates) -> None:
    """Add /macros."""
    router = APIRouter(include_in_schema=False)

    @router.get("/macros")
    async def macros(agent: CurrentAgent, cursor: Annotated[str | None, Query(max_length=512)] = None) -> Response:
        scope, after = scope_of(agent), from_cursor(cursor, "macros")
        found, place = await shelf.page(scope, brand=None, language=None, after=after, limit=_PAGE)
        shown: dict[str, Any] = {
            "found": [(one, may_write(one, agent)) for one in found],
            "examples": {**EXAMPLES, "agent.name": agent.name},
            "brands": [(one.id, one.name) for one in directory.brands if scope.sees(one.id)],
            "more": f"/macros?{urlencode({'cursor': to_cursor(place)})}" if place else None,
            "is_first": cursor is None,
        }
        return templates.page("macros.html", **await frame.around(agent), **shown, view=None)

    app.include_router(router)
