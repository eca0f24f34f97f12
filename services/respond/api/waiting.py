"""GET /v1/waiting and /v1/without-outcome: every mention ends in a disposition, and until then it is seen to wait."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Protocol

from fastapi import APIRouter, Query
from pydantic import Field

from services.respond.api.agents import scope_of
from services.respond.api.conditions import CurrentAgent
from services.respond.api.document import problems
from services.respond.api.showing import case_row
from services.respond.api.shown import CaseRow, Out, Page
from services.respond.queries.cursor import from_cursor, to_cursor
from services.respond.queries.outcomes import Outcomes
from shared.case.case import Case


class Reasons(Protocol):
    """Why cases wait, by what they ask for."""

    async def of(self, demands: list[str]) -> Mapping[str, str]: ...


class WaitingMessageOut(Out):
    """A message that nobody has answered yet."""

    id: str
    since: datetime
    text: str


class WaitingOut(CaseRow):
    """A case on which a customer waits."""

    waits_from: datetime | None = Field(description="since when the customer has waited longest for an answer on it")
    waits_because: str | None = Field(description="why nobody has it yet, where nobody has")
    waiting: tuple[WaitingMessageOut, ...]


def waiting_routes(*, outcomes: Outcomes, reasons: Reasons) -> APIRouter:
    """Return the routes."""
    router = APIRouter(tags=["outcomes"], responses=problems())

    @router.get("/v1/waiting")
    async def waiting(
        agent: CurrentAgent,
        limit: Annotated[int, Query(ge=1, le=200)] = 50,
        cursor: Annotated[str | None, Query(max_length=512)] = None,
    ) -> Page[WaitingOut]:
        """List who waits for an answer, who has waited longest first, with the reason where nobody has the case."""
        after = from_cursor(cursor, "waiting")
        found, place = await outcomes.waiting(scope_of(agent), after=after, limit=limit)
        why = await reasons.of([case.demand for case in found if case.demand is not None])
        return Page(items=tuple(_out(case, why) for case in found), next=to_cursor(place))

    @router.get("/v1/without-outcome")
    async def without_outcome(agent: CurrentAgent, limit: Annotated[int, Query(ge=1, le=200)] = 50) -> Page[CaseRow]:
        """List cases that ended without a disposition. The list is empty, unless something is wrong with Earshot."""
        found = await outcomes.without(scope_of(agent), limit=limit)
        return Page(items=tuple(case_row(case) for case in found), next=None)

    return router


def _out(case: Case, why: Mapping[str, str]) -> WaitingOut:
    return WaitingOut(
        **dict(case_row(case)),
        waits_from=case.waits_from,
        waits_because=why.get(case.demand or ""),
        waiting=tuple(
            WaitingMessageOut(id=one.id, since=one.since, text=one.text) for one in case.messages if one.waits
        ),
    )
