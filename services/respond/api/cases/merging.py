"""POST /v1/cases/{id}/merge and /unmerge."""

from typing import Annotated

from fastapi import APIRouter
from pydantic import ConfigDict, Field
from starlette.responses import Response

from services.respond.api.asked import In
from services.respond.api.cases.reading import CaseId
from services.respond.api.conditions import AnyVersion
from services.respond.api.document import problems
from services.respond.api.showing import Showing
from services.respond.api.shown import CaseOut
from services.respond.handlers.merges import Merges


class MergeIn(In):
    """The other case."""

    case: Annotated[str, Field(min_length=1, max_length=128)]

    model_config = ConfigDict(json_schema_extra={"examples": [{"case": "c-0123456789abcdef0123"}]})


def merging_routes(*, merges: Merges, showing: Showing) -> APIRouter:
    """Return the routes."""
    router = APIRouter(prefix="/v1/cases/{case_id}", tags=["work"], responses=problems(404, 409, 412))

    @router.post("/merge")
    async def merge(response: Response, case_id: CaseId, other: MergeIn, asking: AnyVersion) -> CaseOut:
        """Merge the other case into this one. Its customer's messages come here from now on."""
        return await showing.case(await merges.merge(case_id, other.case, asking), response)

    @router.post("/unmerge")
    async def unmerge(response: Response, case_id: CaseId, other: MergeIn, asking: AnyVersion) -> CaseOut:
        """Take the other case out again: both are as if they had not been merged, but for what came in since."""
        return await showing.case(await merges.unmerge(case_id, other.case, asking), response)

    return router
