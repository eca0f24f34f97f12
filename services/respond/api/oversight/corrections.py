"""GET /v1/corrections, and all of them written out for `services.classify.evaluation.corrections`."""

import json
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query
from starlette.responses import StreamingResponse

from services.respond.api.corrected import CorrectionRow, LabelsOut, correction_row
from services.respond.api.document import problems
from services.respond.api.door.agents import scope_of
from services.respond.api.door.roles import Admin, Supervisor
from services.respond.api.shown import Page
from services.respond.domain.corrections import Correction, Kind
from services.respond.domain.instant import Instant
from services.respond.domain.scope import Scope
from services.respond.queries.corrected_texts import CorrectedTexts
from services.respond.queries.corrections import CorrectionList
from services.respond.queries.cursor import from_cursor, to_cursor

NDJSON: Final = "application/x-ndjson"
_EXAMPLE: Final = (
    '{"event_id": "5f0c6d1e", "language": "en", "text": "Where is my money?", "intent": "refund", "sentiment": null,'
    ' "needs_answer": null, "severity": null, "flags": null, "model": "linear-2", "was": {"intent": "billing"}}\n'
)

Brand = Annotated[str | None, Query(max_length=128, description="only this one of your brands")]
Since = Annotated[Instant | None, Query(description="made at this instant, or later")]


def correction_lists(*, corrections: CorrectionList, texts: CorrectedTexts) -> APIRouter:
    """Return the routes."""
    router = APIRouter(prefix="/v1/corrections", tags=["corrections"])

    @router.get("", responses=problems())
    async def list_corrections(
        *,
        agent: Supervisor,
        brand: Brand = None,
        since: Since = None,
        model: Annotated[str | None, Query(max_length=128, description="what this version said is corrected")] = None,
        label: Annotated[Kind | None, Query(description="something was said of this kind of label")] = None,
        limit: Annotated[int, Query(ge=1, le=200)] = 50,
        cursor: Annotated[str | None, Query(max_length=512)] = None,
    ) -> Page[CorrectionRow]:
        """List the corrections of your brands that count, the newest first. Supervisors only."""
        after = from_cursor(cursor, "corrections")
        found, place = await corrections.page(
            scope_of(agent), brand=brand, since=since, model=model, label=label, after=after, limit=limit
        )
        return Page(items=tuple(correction_row(one) for one in found), next=to_cursor(place))

    @router.get(
        "/export",
        response_class=StreamingResponse,
        responses={
            200: {
                "description": "One JSON object a line, the oldest first. What the agent did not say is null; `was` has"
                " all that classify had said. `text` is null where its author deleted the message.",
                "content": {NDJSON: {"schema": {"type": "string"}, "example": _EXAMPLE}},
            },
            **problems(),
        },
    )
    async def export_corrections(agent: Admin, brand: Brand = None, since: Since = None) -> StreamingResponse:
        """Write out the corrections that count with what customers wrote, for an evaluation. Admins only; recorded."""
        lines = _lines(corrections, texts, scope_of(agent), brand=brand, since=since)
        first = await anext(lines, b"")  # what fails at once is told by its status

        async def all_lines() -> AsyncIterator[bytes]:
            yield first
            async for more in lines:
                yield more

        return StreamingResponse(all_lines(), media_type=NDJSON)

    return router


async def _lines(
    corrections: CorrectionList, texts: CorrectedTexts, scope: Scope, *, brand: str | None, since: datetime | None
) -> AsyncIterator[bytes]:
    async for batch in corrections.batches(scope, brand=brand, since=since):
        written = zip(batch, await texts.of(batch), strict=True)
        yield "".join(f"{json.dumps(row(one, text), ensure_ascii=False)}\n" for one, text in written).encode()


def row(correction: Correction, text: str | None) -> dict[str, Any]:
    """Return a correction in the columns of evaluation data."""
    statement = correction.statement
    said = LabelsOut.model_validate(statement.said).model_dump(mode="json")
    was = LabelsOut.model_validate(statement.was.labels).model_dump(mode="json")
    return {
        "event_id": correction.message_id,
        "language": said["language"] or was["language"],
        "text": text,
        "intent": said["intent"],
        "sentiment": said["sentiment"],
        "needs_answer": said["needs_answer"],
        "severity": said["severity"],
        "flags": said["flags"],
        "model": statement.was.model,
        "was": was,
    }
