"""/v1/macros: prepared texts, which supervisors write and everybody uses."""

from datetime import datetime
from typing import Annotated, Protocol

from fastapi import APIRouter, Path, Query
from pydantic import Field
from starlette.responses import Response

from services.respond.api.cases.reading import CaseId
from services.respond.api.cases.working import Key
from services.respond.api.conditions import CurrentAgent, IfMatch, asking, versions
from services.respond.api.document import problems
from services.respond.api.door.agents import scope_of
from services.respond.api.door.roles import Supervisor
from services.respond.api.shown import Out, Page
from services.respond.api.together.macros_asked import MacroIn
from services.respond.domain.macros import Macro
from services.respond.domain.scope import Scope
from services.respond.handlers.macros import Macros
from services.respond.queries.cursor import Place, from_cursor, to_cursor


class Shelf(Protocol):
    """Where macros are kept. Raises Unavailable."""

    async def page(
        self, scope: Scope, *, brand: str | None, language: str | None, after: Place | None, limit: int
    ) -> tuple[list[Macro], Place | None]: ...


class MacroOut(Out):
    """A macro. Its ETag is its version."""

    id: str
    title: str
    text: str
    brand: str | None
    language: str | None
    tags: tuple[str, ...]
    version: int
    changed_at: datetime
    changed_by: str


class FilledInOut(Out):
    """A macro's text for one case: read it before you send it."""

    text: str
    tags: tuple[str, ...] = Field(description="to be put on the case; they are not yet")
    missing: tuple[str, ...] = Field(description="variables that have no value here, and still stand in the text")


MacroId = Annotated[str, Path(max_length=128, examples=["m-0123456789abcdef0123"])]


def macro_routes(*, macros: Macros, shelf: Shelf) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["macros"])

    @router.get("/v1/macros", responses=problems())
    async def list_macros(
        agent: CurrentAgent,
        brand: Annotated[
            str | None, Query(max_length=64, description="those that serve it, for all brands too")
        ] = None,
        language: Annotated[str | None, Query(max_length=3, description="likewise")] = None,
        limit: Annotated[int, Query(ge=1, le=200)] = 100,
        cursor: Annotated[str | None, Query(max_length=512)] = None,
    ) -> Page[MacroOut]:
        """List the macros of your brands and those for all brands, the newest first."""
        after = from_cursor(cursor, "macros")
        found, place = await shelf.page(scope_of(agent), brand=brand, language=language, after=after, limit=limit)
        return Page(items=tuple(_out(one) for one in found), next=to_cursor(place))

    @router.post("/v1/macros", status_code=201, responses=problems())
    async def create_macro(by: Supervisor, response: Response, what: MacroIn, idempotency_key: Key = None) -> MacroOut:
        """Add a macro. Variables that we do not know are refused, with the list of those that we do. Supervisors only,
        within their brands."""
        made = await macros.create(what.wording(), by=by, key=idempotency_key)
        response.headers["Location"] = f"/v1/macros/{made.id}"
        return _shown(made, response)

    @router.get("/v1/macros/{macro_id}", responses=problems(404))
    async def read_macro(agent: CurrentAgent, response: Response, macro_id: MacroId) -> MacroOut:
        """Read one macro."""
        return _shown(await macros.get(macro_id, by=agent), response)

    @router.put("/v1/macros/{macro_id}", responses=problems(404, 412))
    async def change_macro(
        by: Supervisor, response: Response, macro_id: MacroId, what: MacroIn, if_match: IfMatch = None
    ) -> MacroOut:
        """Word a macro anew, whole. Supervisors only, within their brands."""
        changed = await macros.change(macro_id, what.wording(), by=by, versions=versions(if_match))
        return _shown(changed, response)

    @router.delete("/v1/macros/{macro_id}", status_code=204, responses=problems(404, 412))
    async def remove_macro(by: Supervisor, macro_id: MacroId, if_match: IfMatch = None) -> None:
        """Remove a macro. What was written from it stays. Supervisors only, within their brands."""
        await macros.remove(macro_id, by=by, versions=versions(if_match))

    @router.post("/v1/cases/{case_id}/macros/{macro_id}", responses=problems(404))
    async def fill_in(agent: CurrentAgent, case_id: CaseId, macro_id: MacroId) -> FilledInOut:
        """Fill a macro in for a case. Nothing changes: what you make of the text is yours, and so is sending it."""
        macro, rendered = await macros.fill_in(case_id, macro_id, asking(agent), by=agent)
        return FilledInOut(text=rendered.text, tags=macro.wording.tags, missing=rendered.missing)

    return router


def _shown(macro: Macro, response: Response) -> MacroOut:
    response.headers["ETag"] = f'"{macro.version}"'
    return _out(macro)


def _out(macro: Macro) -> MacroOut:
    said = macro.wording
    return MacroOut(
        id=macro.id,
        title=said.title,
        text=said.text,
        brand=said.brand,
        language=said.language,
        tags=said.tags,
        version=macro.version,
        changed_at=macro.changed_at,
        changed_by=macro.changed_by,
    )
