"""What an agent does with a case: POST /v1/cases/{id}/..."""

from typing import Annotated, Protocol

from fastapi import APIRouter, Header, Path
from starlette.responses import Response

from services.respond.api.asked import ClaimIn, ReplyIn, ResolveIn
from services.respond.api.cases.reading import CaseId
from services.respond.api.conditions import AnyVersion, CurrentAgent, SeenVersion, etag
from services.respond.api.document import problems
from services.respond.api.showing import Showing, queued_out
from services.respond.api.shown import CaseOut, ClaimedOut, QueuedOut
from services.respond.handlers.answer import Answers, Draft
from services.respond.handlers.desk import Desk

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


class Loads(Protocol):
    """How many cases agents have. Raises Unavailable."""

    async def of(self, agent: str) -> int: ...


def working_routes(*, desk: Desk, answers: Answers, loads: Loads, showing: Showing) -> APIRouter:
    """Return the routes."""
    router = APIRouter(prefix="/v1/cases/{case_id}", tags=["work"], responses=_REFUSALS)

    @router.post("/claim")
    async def claim(
        agent: CurrentAgent, response: Response, case_id: CaseId, asking: AnyVersion, how: ClaimIn | None = None
    ) -> ClaimedOut:
        """Make the case yours. You may claim beyond your capacity; `notice` says so."""
        take_over = how is not None and how.take_over
        case = await showing.case(await desk.claim(case_id, asking, take_over=take_over), response)
        return ClaimedOut(**dict(case), notice=beyond(await loads.of(agent.id), agent.capacity))

    @router.post("/release")
    async def release(response: Response, case_id: CaseId, asking: AnyVersion) -> CaseOut:
        """Put your case back into the queue."""
        return await showing.case(await desk.release(case_id, asking), response)

    @router.post("/replies", status_code=202)
    async def reply(
        response: Response, case_id: CaseId, said: ReplyIn, asking: AnyVersion, idempotency_key: Key = None
    ) -> QueuedOut:
        """Answer in public, or with `private` for the customer alone: the handover out of the public; the case stays
        the same, and either is an answer. Text and token are frozen now; the publisher posts it once, where a colleague
        has to approve it after that. What is too long for one post of its network becomes a thread.

        `newer_message` (409) means that the customer wrote again: read it, then send again with `seen` set to it.
        `blocked_by_checks` (422) carries `findings` as POST .../checks tells them: change the text.
        """
        draft = Draft(
            text=said.text,
            answers=said.answers,
            seen=said.seen,
            for_approval=said.for_approval,
            fence=said.fence,
            private=said.private,
            key=idempotency_key,
        )
        queued = await answers.reply(case_id, draft, asking)
        response.headers["ETag"] = etag(queued.case)
        return queued_out(queued)

    @router.post("/resolve", responses=problems(404, 409, 412, 428))
    async def resolve(response: Response, case_id: CaseId, what: ResolveIn, asking: SeenVersion) -> CaseOut:
        """Settle the case with what became of it. Needs If-Match, so that nothing is settled unseen."""
        case = await desk.resolve(case_id, asking, disposition=what.disposition, reason=what.reason)
        return await showing.case(case, response)

    return router


def beyond(cases: int, capacity: int) -> str | None:
    """Return what to say to an agent who has that many cases; None: they are within their capacity."""
    return None if cases <= capacity else f"this is your {_ordinal(cases)} case of {capacity}"


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"
