"""GET /v1/waiting and /v1/without-outcome: every mention ends in a disposition, and until then it is seen to wait."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from services.respond.api.conditions import CurrentAgent
from services.respond.api.document import problems
from services.respond.api.door.agents import scope_of
from services.respond.api.showing import Showing, case_row
from services.respond.api.shown import CaseRow, Out, Page
from services.respond.queries.cursor import from_cursor, to_cursor
from services.respond.queries.outcomes import Outcomes
from services.respond.queries.who_waits import WhoWaits
from shared.case.state.case import Case
from shared.case.state.parts import Message
from shared.case.state.stage import Stage


class WaitingMessageOut(Out):
    """A message that nobody has answered yet."""

    id: str
    since: datetime
    text: str


class WaitingOut(CaseRow):
    """A case on which a customer waits."""

    waits_from: datetime | None = Field(description="since when somebody has waited longest on it")
    waiting: tuple[WaitingMessageOut, ...]


class WaitingKindOut(Out):
    """Cases on which customers wait for the same."""

    stage: Stage
    because: str | None = Field(description="why nobody has them yet, where nobody has")
    cases: int
    oldest: datetime = Field(description="since when the first of these customers has waited")


class WaitingKindsOut(Out):
    """All of them, who has waited longest first."""

    items: tuple[WaitingKindOut, ...]


def waiting_routes(*, outcomes: Outcomes, who_waits: WhoWaits, showing: Showing) -> APIRouter:
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
        why = await showing.why(found)
        return Page(items=tuple(_out(case, why) for case in found), next=to_cursor(place))

    @router.get("/v1/waiting/kinds")
    async def waiting_kinds(agent: CurrentAgent) -> WaitingKindsOut:
        """Count who waits for an answer, by the stage of the case and the reason why nobody has it."""
        kinds = await who_waits.kinds(scope_of(agent))
        return WaitingKindsOut(items=tuple(WaitingKindOut.model_validate(kind) for kind in kinds))

    @router.get("/v1/without-outcome")
    async def without_outcome(agent: CurrentAgent, limit: Annotated[int, Query(ge=1, le=200)] = 50) -> Page[CaseRow]:
        """List cases that ended without a disposition. The list is empty, unless something is wrong with Earshot."""
        found = await outcomes.without(scope_of(agent), limit=limit)
        return Page(items=await showing.rows(found), next=None)

    return router


def _waiting(case: Case) -> Sequence[Message]:
    """What an answer is owed to; where it is to none, what somebody has yet to look at."""
    open_ones = [one for one in case.messages if one.is_unanswered]
    return [one for one in open_ones if one.needs_answer] or open_ones


def _out(case: Case, why: Mapping[str, str]) -> WaitingOut:
    return WaitingOut(
        **dict(case_row(case, why)),
        waits_from=case.waits_from,
        waiting=tuple(WaitingMessageOut(id=one.id, since=one.since, text=one.text) for one in _waiting(case)),
    )
