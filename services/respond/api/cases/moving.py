"""PUT and DELETE /v1/cases/{id}/tags/{tag}, POST /v1/cases/{id}/transfer."""

from typing import Annotated, Protocol

from fastapi import APIRouter, Path
from pydantic import ConfigDict, Field
from starlette.responses import Response

from services.respond.api.asked import In, Readable
from services.respond.api.cases.reading import CaseId
from services.respond.api.conditions import AnyVersion
from services.respond.api.document import problems
from services.respond.api.showing import Showing
from services.respond.api.shown import CaseOut
from services.respond.handlers.tags import Tags
from services.respond.handlers.transfers import Transfers
from shared.case.state.tags import LONGEST_TAG, TAG
from shared.directory.profile import Profile

TagPath = Annotated[str, Path(pattern=TAG, max_length=LONGEST_TAG, examples=["lost-parcel"])]


class Loads(Protocol):
    """How many cases agents have. Raises Unavailable."""

    async def of(self, agent: str) -> int: ...


class Roster(Protocol):
    """Everybody, as this process knows them."""

    def get(self, agent_id: str) -> Profile | None: ...


class TransferIn(In):
    """To whom, and what they should know."""

    to: Annotated[str, Field(min_length=1, max_length=128, description="an agent's id; GET /v1/agents has them")]
    note: Annotated[Readable, Field(max_length=500)] | None = Field(default=None, description="stands in the history")

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"to": "joris", "note": "She asked for you; the refund is on its way."}]}
    )


class TransferredOut(CaseOut):
    """A case that is somebody else's now."""

    notice: str | None = Field(description="that it is one more than their capacity, where it is")


def moving_routes(*, tags: Tags, transfers: Transfers, loads: Loads, roster: Roster, showing: Showing) -> APIRouter:
    """Return the routes."""
    router = APIRouter(prefix="/v1/cases/{case_id}", tags=["work"], responses=problems(404, 409, 412))

    @router.put("/tags/{tag}")
    async def put_tag_on(response: Response, case_id: CaseId, tag: TagPath, asking: AnyVersion) -> CaseOut:
        """Put a tag on the case, at any stage; at most 20. A merge copies none, so an unmerge has none to take back."""
        return await showing.case(await tags.put_on(case_id, tag, asking), response)

    @router.delete("/tags/{tag}")
    async def take_tag_off(response: Response, case_id: CaseId, tag: TagPath, asking: AnyVersion) -> CaseOut:
        """Take a tag off the case."""
        return await showing.case(await tags.take_off(case_id, tag, asking), response)

    @router.post("/transfer")
    async def transfer(response: Response, case_id: CaseId, how: TransferIn, asking: AnyVersion) -> TransferredOut:
        """Give the case to a colleague who serves its brand, and tell them. For its owner, and for supervisors.

        Also beyond the colleague's capacity; `notice` says so.
        """
        given = await transfers.transfer(case_id, asking, to=how.to, note=how.note)
        case = await showing.case(given, response)
        return TransferredOut(**dict(case), notice=await _beyond(how.to, loads=loads, roster=roster))

    return router


async def _beyond(agent_id: str, *, loads: Loads, roster: Roster) -> str | None:
    agent = roster.get(agent_id)
    cases = await loads.of(agent_id)
    if agent is None or cases <= agent.capacity:
        return None
    return f"{agent.name} has {cases} cases now, and a capacity of {agent.capacity}"
