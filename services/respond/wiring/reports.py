"""Makes what supervisors look at: today's report."""

from fastapi import FastAPI

from services.respond.api.oversight.reports import report_routes
from services.respond.handlers.load import Team
from services.respond.queries.today import TodayReport
from services.respond.wiring.ground import Ground
from shared.directory.presence import Presence


def add_reports(app: FastAPI, ground: Ground) -> None:
    """Add the routes."""
    reports = TodayReport(ground.database)
    team = Team(roster=ground.roster, presence=Presence(ground.database), loads=reports, clock=ground.clock)
    app.include_router(report_routes(reports=reports, team=team, clock=ground.clock))
