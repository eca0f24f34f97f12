"""PUT, GET and DELETE /v1/cases/{id}/messages/{message_id}/correction: an agent's word on what a message is."""

from typing import Annotated

from fastapi import APIRouter, Path

from services.respond.api.cases.reading import CaseId
from services.respond.api.conditions import CurrentAgent, asking
from services.respond.api.corrected import CorrectionIn, CorrectionOut, correction_out
from services.respond.api.document import problems
from services.respond.handlers.corrections import Corrections

MessagePath = Annotated[str, Path(max_length=128, examples=["5f0c6d1e"])]


def correction_routes(*, corrections: Corrections) -> APIRouter:
    """Return the routes."""
    router = APIRouter(prefix="/v1/cases/{case_id}/messages/{message_id}/correction", tags=["corrections"])

    @router.get("", responses=problems(404))
    async def read_correction(agent: CurrentAgent, case_id: CaseId, message_id: MessagePath) -> CorrectionOut:
        """Read how a message was corrected, and what was said of it before; also where that was withdrawn."""
        return correction_out(await corrections.get(case_id, message_id, asking(agent)))

    @router.put("", responses=problems(404, 409))
    async def correct_message(
        agent: CurrentAgent, case_id: CaseId, message_id: MessagePath, said: CorrectionIn
    ) -> CorrectionOut:
        """Say what a message is where classify said otherwise. It takes the place of what anybody said before.

        The case stays as it is: its clocks, queue, severity and approvals go on by what classify said. Where something
        is graver than that, do what its gravity asks. No model learns from it by itself: it is evaluation data.
        """
        made = await corrections.correct(case_id, message_id, said.labels(), asking(agent), note=said.note)
        return correction_out(made)

    @router.delete("", status_code=204, responses=problems(404, 409))
    async def withdraw_correction(agent: CurrentAgent, case_id: CaseId, message_id: MessagePath) -> None:
        """Withdraw the correction of a message, whoever made it. It is kept as withdrawn, and counts no more."""
        await corrections.withdraw(case_id, message_id, asking(agent))

    return router
