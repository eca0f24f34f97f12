"""GET, PUT and DELETE /v1/cases/{id}/draft: the one draft of a case, shared by its agents."""

from datetime import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Header
from pydantic import ConfigDict, Field
from starlette.responses import Response

from services.respond.api.asked import In, Lines, MessageId
from services.respond.api.cases.reading import CaseId
from services.respond.api.conditions import CurrentAgent, asking, versions
from services.respond.api.document import problems
from services.respond.api.shown import Out
from services.respond.domain.drafting import Condition, SharedDraft
from services.respond.handlers.drafts import CaseDrafts


class DraftIn(In):
    """What you have so far. It may still be empty, or too long."""

    text: Annotated[Lines, Field(max_length=20_000)]
    answers: MessageId | None = Field(default=None, description="the id of the message that it is to answer")

    model_config = ConfigDict(json_schema_extra={"examples": [{"text": "We are sorry. Your", "answers": "5f0c6d1e"}]})


class DraftOut(Out):
    """The draft. Its ETag is its version, which is never used again on this case."""

    text: str
    answers: str | None
    by: str = Field(description="who wrote it last")
    at: datetime
    version: int


def condition(
    if_match: Annotated[
        str | None,
        Header(
            alias="If-Match", max_length=200, description="the ETag of the draft as you saw it; `*`: any that is there"
        ),
    ] = None,
    if_none_match: Annotated[
        Literal["*"] | None, Header(alias="If-None-Match", description="`*`: only where there is no draft yet")
    ] = None,
) -> Condition:
    """Return under which condition a draft is to be written."""
    is_any = if_match is not None and if_match.strip() == "*"
    return Condition(versions=versions(if_match), some=is_any, none=if_none_match is not None)


When = Annotated[Condition, Depends(condition)]


def draft_routes(*, drafts: CaseDrafts) -> APIRouter:
    """Return the routes."""
    router = APIRouter(prefix="/v1/cases/{case_id}/draft", tags=["together"])

    @router.get("", responses=problems(404))
    async def read_draft(agent: CurrentAgent, response: Response, case_id: CaseId) -> DraftOut:
        """Read the draft of a case, whoever wrote it. It survives a change of owner, and a month of silence."""
        return _shown(await drafts.get(case_id, asking(agent)), response)

    @router.put("", responses=problems(404, 409, 412))
    async def write_draft(
        agent: CurrentAgent, response: Response, case_id: CaseId, said: DraftIn, when: When
    ) -> DraftOut:
        """Write the draft. Over a colleague's only with its ETag as If-Match: otherwise it is 412, so that nobody's
        words are lost unseen. It goes by itself when the answer made from it is queued."""
        written = await drafts.put(case_id, asking(agent), when, text=said.text, answers=said.answers)
        return _shown(written, response)

    @router.delete("", status_code=204, responses=problems(404, 412))
    async def delete_draft(agent: CurrentAgent, case_id: CaseId, when: When) -> None:
        """Delete the draft; a colleague's only with its ETag as If-Match."""
        await drafts.delete(case_id, asking(agent), when)

    return router


def _shown(draft: SharedDraft, response: Response) -> DraftOut:
    response.headers["ETag"] = f'"{draft.version}"'
    return DraftOut.model_validate(draft)
