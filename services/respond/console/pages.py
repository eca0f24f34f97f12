"""The pages of the quarantine, and of one letter in it."""

from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import APIRouter, FastAPI, Query
from starlette.responses import Response

from services.respond.api.agents import scope_of
from services.respond.api.conditions import CurrentAgent
from services.respond.api.quarantine import LetterId, value_text
from services.respond.console.frame import Frame
from services.respond.console.render import Templates
from services.respond.handlers.replay import NoSuchLetter
from services.respond.queries.cursor import from_cursor, to_cursor
from services.respond.store.quarantine import Quarantine

_PAGE: Final = 50


def add_pages(app: FastAPI, *, quarantine: Quarantine, frame: Frame, templates: Templates) -> None:
    """Add /quarantine and /quarantine/{id}."""
    router = APIRouter(include_in_schema=False)

    @router.get("/quarantine")
    async def letters(agent: CurrentAgent, cursor: Annotated[str | None, Query(max_length=1024)] = None) -> Response:
        after = from_cursor(cursor, "letters")
        found, place = await quarantine.page(scope_of(agent), state=None, after=after, limit=_PAGE)
        more = f"/quarantine?{urlencode({'cursor': to_cursor(place)})}" if place else None
        return templates.page("quarantine.html", **await frame.around(agent), found=found, more=more, view=None)

    @router.get("/quarantine/{letter_id}")
    async def one_letter(agent: CurrentAgent, letter_id: LetterId) -> Response:
        kept = await quarantine.get(scope_of(agent), letter_id)
        if kept is None:
            raise NoSuchLetter(letter_id)
        more: dict[str, Any] = {"kept": kept, "letter": kept.letter, "text": value_text(kept), "view": None}
        return templates.page("letter.html", **await frame.around(agent), **more)

    app.include_router(router)
