"""GET /v1/notices: warnings and breaches that you were to be told of."""

from datetime import datetime, timedelta
from typing import Annotated, Final

from fastapi import APIRouter, Query
from pydantic import Field

from services.respond.api.conditions import CurrentAgent
from services.respond.api.document import problems
from services.respond.api.door.agents import scope_of
from services.respond.api.shown import Out
from services.respond.domain.instant import Instant
from services.respond.queries.notices import Notices
from shared.runtime.clock import Clock

_LONGEST: Final = timedelta(days=7)


class NoticeOut(Out):
    """A warning or a breach on a case."""

    case_id: str
    brand: str
    customer_handle: str | None
    about: str = Field(description="the clock and what happened to it", examples=["first_response breach"])
    at: datetime
    to: str | None = Field(description="none: the supervisors of the brand")


class NoticesOut(Out):
    """The newest first; at most as many as you asked for."""

    items: tuple[NoticeOut, ...]


def notice_routes(*, notices: Notices, clock: Clock) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["live"])

    @router.get("/v1/notices", responses=problems())
    async def list_notices(
        agent: CurrentAgent,
        since: Annotated[Instant | None, Query(description="a day ago, unless said; at most a week ago")] = None,
        limit: Annotated[int, Query(ge=1, le=200)] = 50,
    ) -> NoticesOut:
        """List what you were to be told of: on cases that were yours, and to supervisors of your brands."""
        now = clock()
        after = max(since or now - timedelta(days=1), now - _LONGEST)
        found = await notices.since(
            after, scope_of(agent), agent=agent.id, is_supervisor=agent.is_supervisor, limit=limit
        )
        return NoticesOut(items=tuple(NoticeOut.model_validate(one) for one in found))

    return router
