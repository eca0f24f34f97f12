"""POST /v1/cases/{id}/checks: what there is to say of an answer while it is written."""

from collections.abc import Sequence
from typing import Annotated, Literal

from fastapi import APIRouter
from pydantic import ConfigDict, Field

from services.respond.api.asked import In, MessageId
from services.respond.api.cases.reading import CaseId
from services.respond.api.cases.search import SpanOut
from services.respond.api.conditions import CurrentAgent, asking
from services.respond.api.document import problems
from services.respond.api.shown import Out
from services.respond.domain.approval import Needed
from services.respond.domain.checks.finding import Finding
from services.respond.handlers.checks import DraftChecks, Looked, Written
from shared.levels.answers import Check


class ChecksIn(In):
    """What you have so far."""

    text: Annotated[str, Field(max_length=10_000)]
    answers: MessageId | None = Field(default=None, description="the message that it answers; none: the newest")
    private: bool = Field(default=False, description="only the customer will read it")

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"text": "Obviously you should have called.", "answers": "5f0c6d1e", "private": False}]
        }
    )


class FindingOut(Out):
    """What a check says. docs/checks.md explains each; brands choose which warn and which block."""

    check: Check
    level: Literal["warn", "block"] = Field(description="block: the answer is not taken as it is")
    what: str = Field(description="for you to read")
    spans: tuple[SpanOut, ...] = Field(description="empty where there is nothing to point at")


class LengthOut(Out):
    """How much of the network's room it takes, with the customer's name in front."""

    used: int
    limit: int = Field(description="of one post")
    unit: str
    parts: int = Field(description="posts that it takes")


class ApprovalOut(Out):
    """A second person has to approve it."""

    why: str
    certification: str | None = Field(description="what that person has to be certified for; several by commas")
    skills: tuple[str, ...] = Field(description="what that person has to be able to do besides")


class ChecksOut(Out):
    """Everything that there is to say. Sending looks again, at the case as it is then."""

    findings: tuple[FindingOut, ...]
    length: LengthOut | None = Field(description="none: Earshot cannot post from the account of this case")
    approval: ApprovalOut | None = Field(description="none: it may go out when you send it")


def check_routes(*, checks: DraftChecks) -> APIRouter:
    """Return the routes."""
    router = APIRouter(prefix="/v1/cases/{case_id}", tags=["work"])

    @router.post("/checks", responses=problems(404))
    async def check(agent: CurrentAgent, case_id: CaseId, said: ChecksIn) -> ChecksOut:
        """Look an answer through. It changes nothing and may be asked as often as somebody types."""
        looked = await checks.look(
            case_id, Written(text=said.text, answers=said.answers, private=said.private), asking(agent)
        )
        return _shown(looked)

    return router


def findings_out(findings: Sequence[Finding]) -> tuple[FindingOut, ...]:
    """Return findings as clients see them."""
    return tuple(FindingOut.model_validate(one) for one in findings)


def _shown(looked: Looked) -> ChecksOut:
    return ChecksOut(
        findings=findings_out(looked.findings),
        length=None if looked.length is None else LengthOut.model_validate(looked.length),
        approval=_approval(looked.needed),
    )


def _approval(needed: Needed | None) -> ApprovalOut | None:
    if needed is None:
        return None
    return ApprovalOut(
        why=needed.why,
        certification=", ".join(sorted(needed.certifications)) or None,
        skills=tuple(sorted(needed.skills)),
    )
