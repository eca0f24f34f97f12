"""/understanding: how often agents correct what classify says, for supervisors. Drawn on the server."""

from datetime import timedelta
from typing import Any, Final

from fastapi import APIRouter, FastAPI
from starlette.responses import Response

from services.respond.api.door.agents import scope_of
from services.respond.api.door.roles import Supervisor
from services.respond.api.oversight.understanding import A_MONTH, MOST, Brand, Days
from services.respond.console.frame import Frame
from services.respond.console.labels import LABELS, spoken
from services.respond.console.render import Templates
from services.respond.queries.understanding import UnderstandingReport
from shared.directory.model import Directory
from shared.runtime.clock import Clock

SPANS: Final = {7: "a week", A_MONTH: "30 days", 90: "90 days", 366: "a year"}


def add_understanding_page(
    app: FastAPI,
    *,
    report: UnderstandingReport,
    directory: Directory,
    frame: Frame,
    templates: Templates,
    clock: Clock,
) -> None:
    """Add /understanding."""
    router = APIRouter(include_in_schema=False)
    brands = {one.id: one.name for one in directory.brands}

    @router.get("/understanding")
    async def understanding(agent: Supervisor, brand: Brand = None, days: Days = A_MONTH) -> Response:
        scope, chosen = scope_of(agent), brand or None
        found = await report.of(scope, brand=chosen, since=clock() - timedelta(days=days), most=MOST)
        shown: dict[str, Any] = {
            "report": found,
            "LABELS": LABELS,
            "spoken": spoken,
            "days": days,
            "spans": SPANS if days in SPANS else {**SPANS, days: f"{days} days"},
            "brand": chosen or "",
            "brands": [(name, brands[name]) for name in brands if scope.sees(name)],
        }
        return templates.page("understanding.html", **await frame.around(agent), **shown, view=None)

    app.include_router(router)
