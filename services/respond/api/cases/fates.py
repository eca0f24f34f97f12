"""What becomes of an answer once it is queued: /v1/cases/{id}/replies/{reply}..."""

from typing import Annotated, Any, Final, Literal, Self

from fastapi import APIRouter
from pydantic import ConfigDict, Field, model_validator
from starlette.responses import Response

from services.respond.api.asked import In
from services.respond.api.cases.reading import CaseId
from services.respond.api.cases.working import ReplyId
from services.respond.api.conditions import AnyVersion
from services.respond.api.document import problems
from services.respond.api.showing import Showing
from services.respond.api.shown import CaseOut
from services.respond.handlers.desk import Desk
from services.respond.handlers.fates import Fates
from shared.case.state.case import Case
from shared.case.state.reply import ReplyStatus


class SettleIn(In):
    """What a person found out about an answer that nobody else could tell of."""

    outcome: Literal["absent", "posted"] = Field(
        default="absent", description="it was never posted, and may be answered anew; or it is on the network"
    )
    url: Annotated[str, Field(max_length=2_048, pattern=r"^https?://[^\s]+$")] | None = Field(
        default=None, description="where the posted answer is; it is looked up there where the network allows"
    )

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"outcome": "posted", "url": "https://square.example/@discus/200"}]}
    )

    @model_validator(mode="after")
    def _url_of_what_is_there(self) -> Self:
        if self.url is not None and self.outcome == "absent":
            raise ValueError("what was never posted has no url")
        return self


class WithdrawnOut(CaseOut):
    """The case after an answer was taken back, or asked back."""

    promised: bool = Field(
        description="nothing of it will be posted; if not, it is deleted when it lands, and never sent again"
    )


_ASKED: Final[dict[int | str, dict[str, Any]]] = {
    202: {"model": WithdrawnOut, "description": "it is on its way: deleted if it lands, never sent again"}
}


def fate_routes(*, desk: Desk, fates: Fates, showing: Showing) -> APIRouter:
    """Return the routes."""
    router = APIRouter(prefix="/v1/cases/{case_id}/replies/{reply_id}", tags=["work"])

    @router.post("/withdraw", responses={**problems(404, 409, 412), **_ASKED})
    async def withdraw(response: Response, case_id: CaseId, reply_id: ReplyId, asking: AnyVersion) -> WithdrawnOut:
        """Take back an answer before the customer has it.

        200 promises that nothing of it will be posted. 202 is for one that is on its way, or partly there: if it lands
        it is deleted on the network, and if not it is never sent again. 409: it is posted; delete it.
        """
        case = await desk.withdraw(case_id, reply_id, asking)
        shown = await showing.case(case, response)
        promised = is_promised(case, reply_id)
        response.status_code = 200 if promised else 202
        return WithdrawnOut(**dict(shown), promised=promised)

    @router.post("/settle", responses=problems(404, 409, 412, 422))
    async def settle(
        response: Response, case_id: CaseId, reply_id: ReplyId, asking: AnyVersion, found: SettleIn | None = None
    ) -> CaseOut:
        """Say what became of an answer which needs a human: you have looked on the network. Without a body: `absent`.

        `posted` counts as the network's receipt, at the post's own time where the network shows it. Of an answer in
        several posts the rest follows. 422 `not_there`: the network was asked, and shows no such post of ours.
        """
        if found is not None and found.outcome == "posted":
            case = await fates.found(case_id, reply_id, asking, url=found.url)
        else:
            case = await desk.settle(case_id, reply_id, asking)
        return await showing.case(case, response)

    @router.delete("", status_code=202, responses=problems(404, 409, 412))
    async def delete(response: Response, case_id: CaseId, reply_id: ReplyId, asking: AnyVersion) -> CaseOut:
        """Have a posted answer deleted on the network: for the case's owner and for supervisors.

        The answer is `deleted` once the network has done it. What it answered stays answered and in time; the case
        comes back to its owner, who says how it goes on.
        """
        return await showing.case(await fates.delete(case_id, reply_id, asking), response)

    return router


def is_promised(case: Case, reply_id: str) -> bool:
    """Is it certain that nothing of this answer is or comes on the network?"""
    reply = case.reply(reply_id)
    return reply is not None and reply.status is ReplyStatus.WITHDRAWN and not reply.landed
