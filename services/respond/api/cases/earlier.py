"""GET /v1/cases/{id}/earlier."""

from typing import Annotated

from fastapi import APIRouter, Query

from services.respond.api.cases.reading import CaseId
from services.respond.api.conditions import AnyVersion
from services.respond.api.document import problems
from services.respond.api.showing import Showing
from services.respond.api.shown import CaseRow, Page
from services.respond.handlers.desk import Desk
from services.respond.queries.cursor import from_cursor, to_cursor
from services.respond.queries.earlier import EarlierCases


def earlier_routes(*, earlier: EarlierCases, desk: Desk, showing: Showing) -> APIRouter:
    """Return the route."""
    router = APIRouter(tags=["cases"])

    @router.get("/v1/cases/{case_id}/earlier", responses=problems(404))
    async def list_earlier_cases(
        case_id: CaseId,
        asking: AnyVersion,
        limit: Annotated[int, Query(ge=1, le=100)] = 20,
        cursor: Annotated[str | None, Query(max_length=512)] = None,
    ) -> Page[CaseRow]:
        """List what the customer came to us with before, the newest first. Merged cases stand where they went.

        Of a merged case's customers it lists those of both.
        """
        after = from_cursor(cursor, "earlier")
        case = await desk.read(case_id, asking)
        found, place = await earlier.page(asking.scope, case, after=after, limit=limit)
        return Page(items=await showing.rows(found), next=to_cursor(place))

    return router
