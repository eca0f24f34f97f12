"""GET /v1/cases and /v1/cases/{id}."""

from typing import Annotated, Final

from fastapi import APIRouter, Header, Path, Query
from starlette.responses import Response

from services.respond.api.agents import scope_of
from services.respond.api.conditions import AnyVersion, CurrentAgent, etag
from services.respond.api.document import problems
from services.respond.api.showing import Showing
from services.respond.api.shown import CaseOut, CaseRow, Page
from services.respond.domain.instant import Instant
from services.respond.handlers.desk import Desk
from services.respond.queries.cases import CaseList, Order, Wanted
from services.respond.queries.cursor import from_cursor, to_cursor
from shared.case.state.stage import Stage
from shared.case.state.tags import LONGEST_TAG, TAG

CaseId = Annotated[str, Path(max_length=128, examples=["c-0123456789abcdef0123"])]
LANGUAGE: Final = r"^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}$"
Word = Annotated[str | None, Query(min_length=1, max_length=128)]


def reading_routes(*, cases: CaseList, desk: Desk, showing: Showing) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["cases"])

    @router.get("/v1/cases", responses=problems())
    async def list_cases(
        *,
        agent: CurrentAgent,
        stage: Annotated[list[Stage] | None, Query(max_length=len(Stage), description="any of these")] = None,
        brand: Word = None,
        network: Word = None,
        owner: Annotated[str | None, Query(min_length=1, max_length=128, description="an agent's id")] = None,
        owned: Annotated[bool | None, Query(description="false: those that nobody has")] = None,
        queue: Annotated[str | None, Query(min_length=1, max_length=128, description="of the service levels")] = None,
        severity: Word = None,
        intent: Word = None,
        language: Annotated[
            str | None, Query(pattern=LANGUAGE, description="`nl` also finds `nl-BE`; `und`: nobody knows it")
        ] = None,
        tag: Annotated[str | None, Query(pattern=TAG, max_length=LONGEST_TAG)] = None,
        due_before: Instant | None = None,
        sort: Annotated[Order, Query(description="by deadline, the most urgent first; or by latest change")] = "due",
        limit: Annotated[int, Query(ge=1, le=200)] = 50,
        cursor: Annotated[str | None, Query(max_length=512)] = None,
    ) -> Page[CaseRow]:
        """List the cases of your brands. A brand that is not yours has none."""
        after = from_cursor(cursor, *(("newest",) if sort == "newest" else ("due", "rest")))
        wanted = Wanted(
            stages=stage or (),
            brand=brand,
            network=network,
            owner=owner,
            owned=owned,
            queue=queue,
            severity=severity,
            intent=intent,
            language=language,
            tag=tag,
            due_before=due_before,
        )
        found, place = await cases.page(scope_of(agent), wanted, order=sort, after=after, limit=limit)
        return Page(items=await showing.rows(found), next=to_cursor(place))

    @router.get(
        "/v1/cases/{case_id}",
        response_model=CaseOut,
        responses={**problems(404), 304: {"description": "It is still the version that you have (If-None-Match)."}},
    )
    async def read_case(
        response: Response,
        case_id: CaseId,
        asking: AnyVersion,
        if_none_match: Annotated[str | None, Header(max_length=200)] = None,
    ) -> CaseOut | Response:
        """Read one case: messages, answers, clocks, history. Texts are raw; escape them before you show them.

        A case that was merged stays readable; `merged_into` is the one that goes on for it.
        """
        case = await desk.read(case_id, asking)
        if if_none_match == etag(case):
            return Response(status_code=304, headers={"ETag": etag(case)})
        return await showing.case(case, response)

    return router
