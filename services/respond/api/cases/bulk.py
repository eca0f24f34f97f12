"""POST /v1/bulk: one action on up to a hundred cases."""

from functools import partial
from typing import Annotated, Any, assert_never

import structlog
from fastapi import APIRouter, Body
from pydantic import Field
from starlette.requests import Request

from services.respond.api.cases.bulk_asked import (
    BulkIn,
    ClaimManyIn,
    HoldManyIn,
    ReleaseManyIn,
    ResolveManyIn,
    ResumeManyIn,
    SnoozeManyIn,
    TagManyIn,
    TransferManyIn,
)
from services.respond.api.conditions import CurrentAgent, asking, unseen
from services.respond.api.document import problems
from services.respond.api.oversight.audited import record_not_done
from services.respond.api.problems import body_of, of
from services.respond.api.shown import Out
from services.respond.handlers.bulk import Act, Done, Item, each
from services.respond.handlers.change import Asking
from services.respond.handlers.desk import Desk
from services.respond.handlers.rests import Rests
from services.respond.handlers.tags import Tags
from services.respond.handlers.transfers import Transfers
from shared.case.state.case import Case

log = structlog.get_logger()


class ResultOut(Out):
    """What became of one case."""

    id: str
    status: int = Field(description="200: it is so now; else as the action's own route would have answered")
    case_version: int | None = Field(description="the version that it is at now; none: see the problem")
    problem: dict[str, Any] | None = Field(description="RFC 9457, as the action's own route would have answered")


class ResultsOut(Out):
    """One for each case, in the order in which they were named."""

    results: tuple[ResultOut, ...]


def bulk_routes(*, desk: Desk, rests: Rests, tags: Tags, transfers: Transfers) -> APIRouter:
    """Return the route."""
    router = APIRouter(tags=["work"])

    def acting(given: BulkIn) -> Act:
        match given:
            case ClaimManyIn():
                return partial(desk.claim, take_over=given.needs.take_over)
            case ReleaseManyIn():
                return desk.release
            case ResumeManyIn():
                return rests.resume
            case TransferManyIn():
                return partial(transfers.transfer, to=given.needs.to, note=given.needs.note)
            case ResolveManyIn():
                return _knowingly(partial(desk.resolve, disposition=given.needs.disposition, reason=given.needs.reason))
            case SnoozeManyIn():
                return partial(rests.snooze, until=given.needs.until)
            case HoldManyIn():
                return partial(rests.hold, reason=given.needs.reason, until=given.needs.until)
            case TagManyIn():
                change, tag = (tags.put_on if given.action == "tag" else tags.take_off), given.needs.tag
                return lambda case_id, asked: change(case_id, tag, asked)
            case _:
                assert_never(given)

    @router.post("/v1/bulk", responses=problems())
    async def do_to_many(agent: CurrentAgent, request: Request, given: Annotated[BulkIn, Body()]) -> ResultsOut:
        """Do one thing to up to a hundred cases, each by itself: what is refused for one stops none of the others.

        Each is done as by its own route, with its rules, and may be asked again. `version` stands for If-Match.
        """
        items = [Item(case_id=one.id, version=one.version) for one in given.cases]
        done = await each(acting(given), items, asking(agent))
        record_not_done(request, [one.item.case_id for one in done if one.case is None])
        return ResultsOut(results=tuple(_result(one) for one in done))

    return router


def _knowingly(act: Act) -> Act:
    """Not unseen: without a version it is 428, as without If-Match."""

    async def acting(case_id: str, asked: Asking) -> Case:
        if asked.versions is None:
            raise unseen("its `version`")
        return await act(case_id, asked)

    return acting


def _result(done: Done) -> ResultOut:
    if done.case is not None:
        return ResultOut(id=done.item.case_id, status=200, case_version=done.case.version, problem=None)
    problem = of(done.error or LookupError(done.item.case_id))
    if problem.status == 500:
        log.error("one of many met a bug", case=done.item.case_id, exc_info=done.error)
    return ResultOut(id=done.item.case_id, status=problem.status, case_version=None, problem=body_of(problem))
