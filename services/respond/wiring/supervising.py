"""Makes the pages of supervisors, and that of notices."""

from fastapi import FastAPI

from services.respond.console.audit_page import add_audit_page
from services.respond.console.frame import Frame
from services.respond.console.notices_page import add_notices_page
from services.respond.console.render import Templates
from services.respond.console.today_page import add_today_page
from services.respond.handlers.load import Team
from services.respond.queries.audit import AuditList
from services.respond.queries.notices import Notices
from services.respond.queries.today import TodayReport
from services.respond.queries.who_waits import WhoWaits
from services.respond.store.audit import AuditTrail
from services.respond.wiring.ground import Ground
from shared.directory.presence import Presence


def add_supervising(app: FastAPI, ground: Ground, *, who_waits: WhoWaits, frame: Frame, templates: Templates) -> None:
    """Add /today, /audit and /notices."""
    database, clock = ground.database, ground.clock
    reports = TodayReport(database)
    add_today_page(
        app,
        reports=reports,
        team=Team(roster=ground.roster, presence=Presence(database), loads=reports, clock=clock),
        who_waits=who_waits,
        directory=ground.directory,
        frame=frame,
        templates=templates,
        clock=clock,
    )
    add_audit_page(app, trail=AuditList(database), heads=AuditTrail(database), frame=frame, templates=templates)
    add_notices_page(app, notices=Notices(database), frame=frame, templates=templates, clock=clock)
