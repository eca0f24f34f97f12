"""GET /v1/reports/understanding: how often agents correct what classify says, and from what to what."""

from datetime import timedelta
from typing import Annotated, Final

from fastapi import APIRouter, Query
from pydantic import Field

from services.respond.api.document import problems
from services.respond.api.door.agents import scope_of
from services.respond.api.door.roles import Supervisor
from services.respond.api.shown import Out
from services.respond.domain.corrections import Kind
from services.respond.domain.understanding import OfModel
from services.respond.queries.understanding import UnderstandingReport
from shared.runtime.clock import Clock

MOST: Final = 20
"""Confusions of one model."""
A_MONTH: Final = 30

Days = Annotated[int, Query(ge=1, le=366, description="classified within this many days")]
Brand = Annotated[str | None, Query(max_length=128, description="only this one of your brands")]


class LabelOut(Out):
    """A kind of label. Each message was given one of each, so `of` is how many messages were classified."""

    label: Kind
    of: int
    corrected: int


class ConfusionOut(Out):
    """So many times agents said `said` where classify had said `was`. Of flags one of the two is none."""

    label: Kind
    was: str | None
    said: str | None
    count: int


class OfModelOut(Out):
    """What became of the messages that a version of the model classified."""

    model: str | None = Field(description="none: all of them, or cases from before they kept it")
    classified: int = Field(description="messages")
    corrected: int = Field(description="messages; what agents only confirmed is none")
    labels: tuple[LabelOut, ...]
    confusions: tuple[ConfusionOut, ...] = Field(description=f"the most frequent first, {MOST} at most")


class UnderstandingOut(Out):
    """The report. Agents correct what strikes them, so it is no measure of how often the model errs."""

    brand: str | None
    days: int
    whole: OfModelOut
    models: tuple[OfModelOut, ...] = Field(description="each version by itself, the busiest first")


def understanding_routes(*, report: UnderstandingReport, clock: Clock) -> APIRouter:
    """Return the routes."""
    router = APIRouter(prefix="/v1/reports", tags=["reports"], responses=problems())

    @router.get("/understanding")
    async def read_understanding(agent: Supervisor, brand: Brand = None, days: Days = A_MONTH) -> UnderstandingOut:
        """Read how many messages agents corrected, and the most frequent confusions, within your brands. Supervisors
        only."""
        since = clock() - timedelta(days=days)
        found = await report.of(scope_of(agent), brand=brand, since=since, most=MOST)
        return UnderstandingOut(
            brand=brand, days=days, whole=_of(found.whole), models=tuple(_of(one) for one in found.models)
        )

    return router


def _of(one: OfModel) -> OfModelOut:
    return OfModelOut(
        model=one.model,
        classified=one.classified,
        corrected=one.corrected,
        labels=tuple(LabelOut(label=kind, of=one.classified, corrected=count) for kind, count in one.labels.items()),
        confusions=tuple(
            ConfusionOut(
                label=each.difference.label, was=each.difference.was, said=each.difference.said, count=each.count
            )
            for each in one.confusions
        ),
    )
