"""The pages of the quarantine, and of one letter in it."""

import json
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import APIRouter, FastAPI, Query
from starlette.responses import Response

from services.respond.api.conditions import CurrentAgent
from services.respond.api.door.agents import scope_of
from services.respond.api.oversight.quarantine import LetterId, value_text
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
        scope, after = scope_of(agent), from_cursor(cursor, "letters")
        found, place = await quarantine.page(scope, state=None, after=after, limit=_PAGE)
        return templates.page(
            "quarantine.html",
            **await frame.around(agent),
            found=found,
            reasons=await quarantine.reasons(scope) if cursor is None else [],
            more=f"/quarantine?{urlencode({'cursor': to_cursor(place)})}" if place else None,
            is_first=cursor is None,
            view=None,
        )

    @router.get("/quarantine/{letter_id}")
    async def one_letter(agent: CurrentAgent, letter_id: LetterId) -> Response:
        kept = await quarantine.get(scope_of(agent), letter_id)
        if kept is None:
            raise NoSuchLetter(letter_id)
        text = value_text(kept)
        latest = kept.fixes[-1].value if kept.fixes else text
        more: dict[str, Any] = {
            "kept": kept,
            "letter": kept.letter,
            "text": text,
            "to_edit": None if latest is None else editable(latest),
            "can_fix": agent.is_supervisor and kept.letter.topic is not None,
            "view": None,
        }
        return templates.page("letter.html", **await frame.around(agent), **more)

    app.include_router(router)


def editable(text: str) -> str:
    """Return JSON with a line for each value, so that a person finds their way; what is no JSON as it is."""
    try:
        return json.dumps(json.loads(text), indent=2, ensure_ascii=False)
    except (ValueError, RecursionError):
        return text
