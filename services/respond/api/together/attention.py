"""GET, PUT and DELETE /v1/cases/{id}/attention: who is looking at a case, or typing in it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from fastapi import APIRouter
from pydantic import ConfigDict, Field

from services.respond.api.asked import In
from services.respond.api.cases.reading import CaseId
from services.respond.api.conditions import CurrentAgent, asking
from services.respond.api.document import problems
from services.respond.api.shown import Out
from services.respond.domain.attention import Doing, Looking
from services.respond.handlers.attention import CaseAttention


class AttentionIn(In):
    """What you are doing there."""

    doing: Doing = "viewing"

    model_config = ConfigDict(json_schema_extra={"examples": [{"doing": "typing"}]})


class LookingOut(Out):
    """An agent who is there; you too."""

    agent: str
    name: str
    doing: Doing
    until: datetime = Field(description="when it runs out, unless it is renewed meanwhile")


class AttentionOut(Out):
    """Everybody who is there, by agent."""

    items: tuple[LookingOut, ...]


def attention_routes(*, attention: CaseAttention, names: Callable[[str], str]) -> APIRouter:
    """Return the routes. `names`: how agents are called, by id."""
    router = APIRouter(prefix="/v1/cases/{case_id}/attention", tags=["together"], responses=problems(404))

    def shown(found: Sequence[Looking]) -> AttentionOut:
        items = (LookingOut(agent=one.agent, name=names(one.agent), doing=one.doing, until=one.until) for one in found)
        return AttentionOut(items=tuple(items))

    @router.get("")
    async def who_is_there(agent: CurrentAgent, case_id: CaseId) -> AttentionOut:
        """Read who is looking at the case or typing in it. The live event `attention` tells when that changes."""
        return shown(await attention.at(case_id, asking(agent)))

    @router.put("")
    async def be_there(agent: CurrentAgent, case_id: CaseId, what: AttentionIn) -> AttentionOut:
        """Say that you are there, for the next 20 seconds; renew it about every 8. Returns who else is."""
        return shown(await attention.pay(case_id, asking(agent), what.doing))

    @router.delete("", status_code=204)
    async def leave(agent: CurrentAgent, case_id: CaseId) -> None:
        """Say that you are there no longer. Silence says it too, after 20 seconds."""
        await attention.leave(case_id, asking(agent))

    return router
