"""GET and POST /v1/cases/{id}/notes, DELETE of one: what colleagues tell each other, and never the customer."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import ConfigDict, Field
from starlette.responses import Response

from services.respond.api.asked import In, Readable
from services.respond.api.cases.reading import CaseId
from services.respond.api.cases.working import Key
from services.respond.api.conditions import CurrentAgent, asking
from services.respond.api.document import problems
from services.respond.api.problems import Problem
from services.respond.api.shown import Out, Page
from services.respond.handlers.notes import CaseNotes, NotTheirs
from services.respond.queries.cursor import Place, from_cursor, to_cursor


class NoteIn(In):
    """What to tell your colleagues. `@` and an agent's id tells that agent, if they see the brand."""

    text: Annotated[Readable, Field(min_length=1, max_length=10_000)]

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"text": "Rang the depot: the parcel is in Utrecht. @joris can you call them?"}]
        }
    )


class NoteOut(Out):
    """A note. Its text is raw: escape it before you show it. Customers never see it, and no network is sent it."""

    id: str
    case_id: str = Field(description="where it was written: this case, or one that was merged into it")
    author: str
    at: datetime
    text: str | None = Field(description="none: it was deleted")
    names: tuple[str, ...] = Field(description="the agents whom it calls upon, by id")
    deleted_at: datetime | None
    deleted_by: str | None


NoteId = Annotated[str, Path(max_length=128, examples=["n-0123456789abcdef0123"])]


def note_routes(*, notes: CaseNotes) -> APIRouter:
    """Return the routes."""
    router = APIRouter(prefix="/v1/cases/{case_id}/notes", tags=["together"])

    @router.get("", responses=problems(404))
    async def list_notes(
        agent: CurrentAgent,
        case_id: CaseId,
        limit: Annotated[int, Query(ge=1, le=200)] = 100,
        cursor: Annotated[str | None, Query(max_length=512)] = None,
    ) -> Page[NoteOut]:
        """List the notes on a case and on those that were merged into it, the oldest first."""
        place = from_cursor(cursor, "notes")
        after = None if place is None else (place.at, place.id)
        found, has_more = await notes.page(case_id, asking(agent), after=after, limit=limit)
        end = Place(kind="notes", at=found[-1].at, id=found[-1].id) if has_more else None
        return Page(items=tuple(NoteOut.model_validate(one) for one in found), next=to_cursor(end))

    @router.post("", status_code=201, responses=problems(404, 409))
    async def write_note(
        agent: CurrentAgent, response: Response, case_id: CaseId, said: NoteIn, idempotency_key: Key = None
    ) -> NoteOut:
        """Write a note, on a case at any stage. Who is named in it is told at once, and finds it in /v1/notices."""
        note = await notes.write(case_id, said.text, asking(agent), key=idempotency_key)
        response.headers["Location"] = f"/v1/cases/{case_id}/notes/{note.id}"
        return NoteOut.model_validate(note)

    @router.delete("/{note_id}", status_code=204, responses=problems(404))
    async def delete_note(agent: CurrentAgent, case_id: CaseId, note_id: NoteId) -> None:
        """Delete a note of yours; supervisors delete anybody's. Its text goes; who deleted it and when stays."""
        try:
            await notes.delete(case_id, note_id, asking(agent))
        except NotTheirs as error:
            raise Problem(403, "not_your_note", str(error)) from None

    return router
