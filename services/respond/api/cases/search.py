"""GET /v1/search: what customers said, and what we answered."""

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from services.respond.api.cases.filters import Word
from services.respond.api.conditions import CurrentAgent
from services.respond.api.document import problems
from services.respond.api.door.agents import scope_of
from services.respond.api.shown import CustomerOut, Out, Page
from services.respond.domain.search.question import LONGEST, Question, question
from services.respond.domain.search.snippet import snippet
from services.respond.domain.search.texts import SearchText, TextKind
from services.respond.queries.cursor import from_cursor, to_cursor
from services.respond.queries.search import Search


class SpanOut(Out):
    """From `start` until before `end`, in Unicode code points."""

    start: int
    end: int


class HitOut(Out):
    """A text in which all of it stands."""

    case: str = Field(description="of a merged case: the one that goes on for it")
    message: str = Field(description="the id of the message, or of the answer")
    kind: TextKind = Field(description="message: a customer's; answer: ours, posted")
    at: datetime = Field(description="when it was written, or posted")
    snippet: str = Field(description="a piece of it around the first hit, as raw text: escape it before you show it")
    spans: tuple[SpanOut, ...] = Field(description="where in the snippet the hits are")
    brand: str
    network: str
    customer: CustomerOut = Field(description="who wrote it, or whom it answers; of merged customers the handle only")


def search_routes(search: Search) -> APIRouter:
    """Return the route."""
    router = APIRouter(tags=["search"])

    @router.get("/v1/search", responses=problems())
    async def search_texts(
        *,
        agent: CurrentAgent,
        q: Annotated[str, Query(min_length=1, max_length=LONGEST, examples=['parcel "wrong depot"'])],
        brand: Word | None = None,
        network: Word | None = None,
        kind: TextKind | None = None,
        limit: Annotated[int, Query(ge=1, le=100)] = 20,
        cursor: Annotated[str | None, Query(max_length=512)] = None,
    ) -> Page[HitOut]:
        """Search the messages and posted answers of your brands, the newest first.

        All words have to be there, whatever their case and accents. "A phrase" in quotes has to stand as it is; a star
        asks for the beginning of a word (`refund*`). Nothing else has a meaning of its own. What was said is found
        within seconds; what its author deleted, no more.
        """
        asked = question(q)
        after = from_cursor(cursor, "texts")
        found, place = await search.page(
            scope_of(agent), asked, brand=brand, network=network, kind=kind, after=after, limit=limit
        )
        return Page(items=tuple(_hit(one, asked) for one in found), next=to_cursor(place))

    return router


def _hit(found: SearchText, asked: Question) -> HitOut:
    piece = snippet(found.text, asked)
    return HitOut(
        case=found.case_id,
        message=found.source,
        kind=found.kind,
        at=found.at,
        snippet=piece.text,
        spans=tuple(SpanOut(start=span.start, end=span.end) for span in piece.spans),
        brand=found.brand,
        network=found.network,
        customer=CustomerOut.model_validate(found.customer),
    )
