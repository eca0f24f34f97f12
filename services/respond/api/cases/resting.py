"""POST /v1/cases/{id}/snooze, /hold, /resume, /reopen, and a second person's word on an answer."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import ConfigDict, Field
from starlette.responses import Response

from services.respond.api.asked import In, MessageId, Readable
from services.respond.api.cases.reading import CaseId
from services.respond.api.cases.working import ReplyId
from services.respond.api.conditions import AnyVersion
from services.respond.api.document import problems
from services.respond.api.showing import Showing
from services.respond.api.shown import CaseOut
from services.respond.domain.instant import Instant
from services.respond.handlers.rests import Rests


class SnoozeIn(In):
    """Until when; the customer's next message ends it earlier."""

    until: Instant

    model_config = ConfigDict(json_schema_extra={"examples": [{"until": "2026-11-23T08:00:00Z"}]})


class HoldIn(In):
    """What we wait for that is not the customer's doing, and until when at most."""

    reason: Annotated[Readable, Field(max_length=500)]
    until: Instant | None = Field(default=None, description="none: until somebody takes it up again")

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"reason": "the depot looks for the parcel", "until": "2026-11-24T16:00:00Z"}]}
    )


class ApproveIn(In):
    """The customer's last message that you have seen."""

    seen: MessageId

    model_config = ConfigDict(json_schema_extra={"examples": [{"seen": "5f0c6d1e"}]})


class RefuseIn(In):
    """Why, for its author to read."""

    reason: Annotated[Readable, Field(max_length=500)]

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "Say when they get their money back."}]})


def resting_routes(*, rests: Rests, showing: Showing) -> APIRouter:
    """Return the routes."""
    router = APIRouter(prefix="/v1/cases/{case_id}", tags=["work"], responses=problems(404, 409, 412))

    @router.post("/snooze")
    async def snooze(response: Response, case_id: CaseId, what: SnoozeIn, asking: AnyVersion) -> CaseOut:
        """Put the case aside until a time. The clock of an answer that is owed goes on."""
        return await showing.case(await rests.snooze(case_id, asking, until=what.until), response)

    @router.post("/hold")
    async def hold(response: Response, case_id: CaseId, what: HoldIn, asking: AnyVersion) -> CaseOut:
        """Put the case on hold, with the reason. Its resolution stands still; an answer that is owed stays owed."""
        return await showing.case(await rests.hold(case_id, asking, reason=what.reason, until=what.until), response)

    @router.post("/resume")
    async def resume(response: Response, case_id: CaseId, asking: AnyVersion) -> CaseOut:
        """Take up a case that was put aside. Somebody else's only if you are a supervisor."""
        return await showing.case(await rests.resume(case_id, asking), response)

    @router.post("/reopen")
    async def reopen(response: Response, case_id: CaseId, asking: AnyVersion) -> CaseOut:
        """Take up a case that was settled. A closed one stays closed: the customer's next message opens another."""
        return await showing.case(await rests.reopen(case_id, asking), response)

    @router.post("/replies/{reply_id}/approve")
    async def approve(
        response: Response, case_id: CaseId, reply_id: ReplyId, what: ApproveIn, asking: AnyVersion
    ) -> CaseOut:
        """Let a colleague's answer go out; not your own. `newer_message` (409) means that the customer wrote again."""
        return await showing.case(await rests.approve(case_id, reply_id, asking, seen=what.seen), response)

    @router.post("/replies/{reply_id}/refuse")
    async def refuse(
        response: Response, case_id: CaseId, reply_id: ReplyId, what: RefuseIn, asking: AnyVersion
    ) -> CaseOut:
        """Give a colleague's answer back to its author, with the reason."""
        return await showing.case(await rests.refuse(case_id, reply_id, asking, reason=what.reason), response)

    return router
