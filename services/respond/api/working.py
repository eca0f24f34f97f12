"""What an agent does with a case: POST /v1/cases/{id}/..."""

from typing import Annotated

from fastapi import APIRouter, Header, Path
from starlette.responses import Response

from services.respond.api.asked import ClaimIn, ReplyIn, ResolveIn
from services.respond.api.conditions import AnyVersion, SeenVersion, etag
from services.respond.api.document import problems
from services.respond.api.reading import CaseId
from services.respond.api.showing import case_out, queued_out
from services.respond.api.shown import CaseOut, QueuedOut
from services.respond.handlers.answer import Answers, Draft
from services.respond.handlers.desk import Desk
from shared.case.case import Case
from shared.runtime.clock import Clock

ReplyId = Annotated[str, Path(max_length=128)]
Key = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=255,
        description="yours to choose; a retried request with the same key is one answer",
    ),
]
_REFUSALS = problems(404, 409, 412)


def working_routes(*, desk: Desk, answers: Answers, clock: Clock) -> APIRouter:
    """Return the routes."""
    router = APIRouter(prefix="/v1/cases/{case_id}", tags=["work"], responses=_REFUSALS)

    def shown(case: Case, response: Response) -> CaseOut:
        response.headers["ETag"] = etag(case)
        return case_out(case, now=clock())

    @router.post("/claim")
    async def claim(response: Response, case_id: CaseId, asking: AnyVersion, how: ClaimIn | None = None) -> CaseOut:
        """Make the case yours."""
        take_over = how is not None and how.take_over
        return shown(await desk.claim(case_id, asking, take_over=take_over), response)

    @router.post("/release")
    async def release(response: Response, case_id: CaseId, asking: AnyVersion) -> CaseOut:
        """Put your case back into the queue."""
        return shown(await desk.release(case_id, asking), response)

    @router.post("/replies", status_code=202)
    async def reply(
        response: Response, case_id: CaseId, said: ReplyIn, asking: AnyVersion, idempotency_key: Key = None
    ) -> QueuedOut:
        """Answer in public. Text and token are frozen now; the publisher posts it once.

        `newer_message` (409) means that the customer wrote again: read it, then send again with `seen` set to it.
        """
        draft = Draft(text=said.text, answers=said.answers, seen=said.seen, key=idempotency_key)
        queued = await answers.reply(case_id, draft, asking)
        response.headers["ETag"] = etag(queued.case)
        return queued_out(queued)

    @router.post("/replies/{reply_id}/withdraw")
    async def withdraw(response: Response, case_id: CaseId, reply_id: ReplyId, asking: AnyVersion) -> CaseOut:
        """Take a queued answer back. 200 promises that it will not be posted; 409 that it is on its way already."""
        return shown(await desk.withdraw(case_id, reply_id, asking), response)

    @router.post("/replies/{reply_id}/settle")
    async def settle(response: Response, case_id: CaseId, reply_id: ReplyId, asking: AnyVersion) -> CaseOut:
        """Say that an answer which needs a human was never posted: you have looked on the network."""
        return shown(await desk.settle(case_id, reply_id, asking), response)

    @router.post("/resolve", responses=problems(404, 409, 412, 428))
    async def resolve(response: Response, case_id: CaseId, what: ResolveIn, asking: SeenVersion) -> CaseOut:
        """Settle the case with what became of it. Needs If-Match, so that nothing is settled unseen."""
        case = await desk.resolve(case_id, asking, disposition=what.disposition, reason=what.reason)
        return shown(case, response)

    return router
