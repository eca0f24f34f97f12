"""The search: what customers said and what we answered, with what was asked for marked."""

from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import APIRouter, FastAPI, Query
from markupsafe import Markup
from starlette.responses import Response

from services.respond.api.conditions import CurrentAgent
from services.respond.api.door.agents import scope_of
from services.respond.console.frame import Frame
from services.respond.console.render import Templates
from services.respond.console.visible import visible
from services.respond.domain.refusals import NotTaken
from services.respond.domain.scope import Scope
from services.respond.domain.search.question import LONGEST, question
from services.respond.domain.search.snippet import Snippet, snippet
from services.respond.domain.search.texts import TextKind
from services.respond.queries.cursor import from_cursor, to_cursor
from services.respond.queries.search import Search

_PAGE: Final = 30
KINDS: Final = {"": "Everything", "message": "What customers said", "answer": "What we answered"}


def add_search_page(app: FastAPI, *, search: Search, frame: Frame, templates: Templates) -> None:
    """Add /search."""
    router = APIRouter(include_in_schema=False)

    @router.get("/search")
    async def look(
        agent: CurrentAgent,
        q: Annotated[str, Query(max_length=LONGEST)] = "",
        kind: Annotated[str, Query(max_length=20)] = "",
        cursor: Annotated[str | None, Query(max_length=512)] = None,
    ) -> Response:
        found: dict[str, Any] = {"hits": [], "more": None, "wrong": None}
        if q.strip():
            try:
                found |= await _found(search, scope_of(agent), q, kind=kind, cursor=cursor)
            except NotTaken as error:
                found["wrong"] = str(error)
        around = await frame.around(agent)
        return templates.page("search.html", **around, **found, asked=q, kind=kind, kinds=KINDS, view=None)

    app.include_router(router)


async def _found(search: Search, scope: Scope, q: str, *, kind: str, cursor: str | None) -> dict[str, Any]:
    asked, after = question(q), from_cursor(cursor, "texts")
    wanted: TextKind | None = "message" if kind == "message" else "answer" if kind == "answer" else None
    texts, place = await search.page(scope, asked, kind=wanted, after=after, limit=_PAGE)
    more = f"/search?{urlencode({'q': q, 'kind': kind, 'cursor': to_cursor(place)})}" if place else None
    return {"hits": [(one, marked(snippet(one.text, asked))) for one in texts], "more": more}


def marked(piece: Snippet) -> Markup:
    """Return the piece as safe HTML, its hits marked."""
    parts: list[Markup] = []
    end = 0
    for span in piece.spans:
        hit = Markup("<mark>{}</mark>").format(visible(piece.text[span.start : span.end]))
        parts += [visible(piece.text[end : span.start]), hit]
        end = span.end
    return Markup("").join([*parts, visible(piece.text[end:])])
