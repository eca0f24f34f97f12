"""GET /v1/audit and its head: who asked for which change, and how it ended."""

from datetime import datetime
from typing import Annotated, Protocol

from fastapi import APIRouter, Query
from pydantic import Field

from services.respond.api.document import problems
from services.respond.api.door.agents import scope_of
from services.respond.api.door.roles import Supervisor
from services.respond.api.shown import Out
from services.respond.domain.audit import Head
from services.respond.queries.audit import AuditList

Named = Annotated[str | None, Query(min_length=1, max_length=128)]
Before = Annotated[int | None, Query(ge=1, le=10**15, description="`next` of the page before this one")]


class Heads(Protocol):
    """The trail's end. Raises Unavailable."""

    async def head(self) -> Head: ...


class AuditRow(Out):
    """A request that somebody made. What anybody wrote does not stand here, only the names of what was given."""

    seq: int = Field(description="the number of its entry in the trail")
    at: datetime
    request: str = Field(description="also the X-Request-Id of its answer")
    who: str | None = Field(description="an agent's id, or `sender:` and a platform's; none: nobody that we know")
    role: str | None
    address: str | None = Field(description="from where, as the network shows it")
    what: str = Field(examples=["POST /v1/cases/{case_id}/claim"])
    cases: tuple[str, ...]
    about: tuple[str, ...] = Field(description="what else was named", examples=[["reply:r-1"], ["action:resolve"]])
    fields: tuple[str, ...] = Field(description="names of what was given")
    status: int | None = Field(description="of the answer; none: it runs, or nobody knows how it ended")
    not_done: tuple[str, ...] = Field(description="of several cases those to which it was not done all the same")
    ended_at: datetime | None


class AuditOut(Out):
    """Some of the trail, the newest first."""

    items: tuple[AuditRow, ...]
    next: int | None = Field(description="pass as `before` for the page after this one; none: that was all")


class HeadOut(Out):
    """The newest entry. Noted outside of Earshot, it proves later that nothing before it was touched."""

    seq: int = Field(description="0: nothing was recorded yet")
    hash: str = Field(description="SHA-256, in hexadecimal")


def audit_routes(*, trail: AuditList, heads: Heads) -> APIRouter:
    """Return the routes."""
    router = APIRouter(prefix="/v1/audit", tags=["audit"], responses=problems())

    @router.get("")
    async def list_audit(
        agent: Supervisor,
        case: Named = None,
        by: Annotated[Named, Query(alias="agent", description="what this agent asked for")] = None,
        before: Before = None,
        limit: Annotated[int, Query(ge=1, le=200)] = 50,
    ) -> AuditOut:
        """List who asked for which change, the newest first. Supervisors only.

        Who does not see all brands sees what was about their cases, and what was done by people of only their brands.
        """
        found, following = await trail.page(scope_of(agent), case=case, agent=by, before=before, limit=limit)
        return AuditOut(items=tuple(AuditRow.model_validate(one) for one in found), next=following)

    @router.get("/head")
    async def read_head(agent: Supervisor) -> HeadOut:
        """Read the number and the hash of the newest entry, for `python -m services.respond audit verify --head`."""
        return HeadOut.model_validate(await heads.head())

    return router
