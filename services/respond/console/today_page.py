"""/today: how the day goes, for supervisors. Drawn on the server, so that it needs no script."""

from typing import Any

from fastapi import APIRouter, FastAPI
from starlette.responses import Response

from services.respond.api.door.agents import scope_of
from services.respond.api.door.roles import Supervisor
from services.respond.api.oversight.reports import UTC_NAME, Brand, Zone, zone_of
from services.respond.console.charts import by_hour, divided
from services.respond.console.frame import Frame
from services.respond.console.render import Templates
from services.respond.domain.today import day_of
from services.respond.handlers.load import Team
from services.respond.queries.today import TodayReport
from services.respond.queries.who_waits import WhoWaits
from shared.case.state.clock import ClockKind
from shared.directory.model import Directory
from shared.runtime.clock import Clock


def add_today_page(
    app: FastAPI,
    *,
    reports: TodayReport,
    team: Team,
    who_waits: WhoWaits,
    directory: Directory,
    frame: Frame,
    templates: Templates,
    clock: Clock,
) -> None:
    """Add /today."""
    router = APIRouter(include_in_schema=False)
    brands = {one.id: one.name for one in directory.brands}

    @router.get("/today")
    async def today(agent: Supervisor, brand: Brand = None, zone: Zone = UTC_NAME) -> Response:
        scope, chosen = scope_of(agent), brand or None
        day = day_of(clock(), zone_of(zone))
        report = await reports.of(day, scope, brand=chosen)
        shown: dict[str, Any] = {
            "report": report,
            "late": sum(one.late for one in report.clocks if one.kind is not ClockKind.RESOLUTION),
            "bars": [(one, divided(one)) for one in report.clocks],
            "series": by_hour(report.hours),
            "hour_now": clock().astimezone(day.zone).hour,
            "team": await team.of(agent, brand=chosen),
            "kinds": await who_waits.kinds(scope),
            "zone": zone,
            "brand": chosen or "",
            "brands": [(name, brands[name]) for name in brands if scope.sees(name)],
        }
        return templates.page("today.html", **await frame.around(agent), **shown, view=None)

    app.include_router(router)
