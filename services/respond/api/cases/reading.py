"""GET /v1/cases and /v1/cases/{id}."""

from typing import Annotated

from fastapi import APIRouter, Header, Path, Query
from starlette.responses import Response

from services.respond.api.cases.filters import DueWithin, Language, Owned, Owner, Queue, Stages, TagWord, Word
from services.respond.api.conditions import AnyVersion, CurrentAgent, etag
from services.respond.api.document import problems
from services.respond.api.door.agents import scope_of
from services.respond.api.showing import Showing
from services.respond.api.shown import CaseOut, CaseRow, Page
from services.respond.domain.instant import Instant
from services.respond.domain.views import Filter
from services.respond.handlers.desk import Desk
from services.respond.handlers.views import Views
from services.respond.queries.cases import CaseList, Order
from services.respond.queries.cursor import from_cursor, to_cursor
from services.respond.queries.filtered import wanted_by
from shared.runtime.clock import Clock

CaseId = Annotated[str, Path(max_length=128, examples=["c-0123456789abcdef0123"])]


def reading_routes(*, cases: CaseList, desk: Desk, views: Views, showing: Showing, clock: Clock) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["cases"])

    @router.get("/v1/cases", responses=problems(404))
    async def list_cases(
        *,
        agent: CurrentAgent,
        view: Annotated[str | None, Query(max_length=128, description="a saved view; see what it names")] = None,
        stage: Annotated[Stages | None, Query()] = None,
        brand: Word | None = None,
        network: Word | None = None,
        language: Language | None = None,
        severity: Word | None = None,
        intent: Word | None = None,
        owner: Owner | None = None,
        owned: Owned | None = None,
        queue: Queue | None = None,
        tag: TagWord | None = None,
        due_within: DueWithin | None = None,
        due_before: Instant | None = None,
        sort: Annotated[
            Order | None, Query(description="due: the most urgent first (unless the view says newest); newest: change")
        ] = None,
        limit: Annotated[int, Query(ge=1, le=200)] = 50,
        cursor: Annotated[str | None, Query(max_length=512)] = None,
    ) -> Page[CaseRow]:
        """List the cases of your brands. A brand that is not yours has none, whatever a view says.

        What is asked besides a view takes the place of what the view says of it.
        """
        asked = Filter(
            stage=tuple(dict.fromkeys(one.value for one in stage or ())),
            brand=brand,
            network=network,
            language=language,
            severity=severity,
            intent=intent,
            owner=owner,
            owned=owned,
            queue=queue,
            tag=tag,
            due_within=due_within,
        )
        saved = None if view is None else await views.get(view, agent)
        order: Order = sort or ("due" if saved is None else saved.sort)
        after = from_cursor(cursor, *(("newest",) if order == "newest" else ("due", "rest")))
        given = asked if saved is None else saved.filter.narrowed(asked)
        wanted = wanted_by(given, agent=agent.id, now=clock(), due_before=due_before)
        found, place = await cases.page(scope_of(agent), wanted, order=order, after=after, limit=limit)
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
