"""Makes the application of the api process, out of what it stands on."""

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response

from services.respond.api.app import bare_app
from services.respond.api.cases.merging import merging_routes
from services.respond.api.cases.reading import reading_routes
from services.respond.api.cases.resting import resting_routes
from services.respond.api.cases.waiting import waiting_routes
from services.respond.api.cases.working import working_routes
from services.respond.api.door.address import ClientAddress
from services.respond.api.door.agents import Agents
from services.respond.api.door.audience import check_audiences
from services.respond.api.door.origin import Origins
from services.respond.api.oversight.noticing import notice_routes
from services.respond.api.oversight.storms import storm_routes
from services.respond.api.problems import of
from services.respond.api.showing import Showing
from services.respond.api.stream import stream_routes
from services.respond.console.assets import FILES, Assets
from services.respond.console.frame import Frame
from services.respond.console.pages import add_pages
from services.respond.console.queue_page import add_queue_page
from services.respond.console.render import Templates
from services.respond.console.search_page import add_search_page
from services.respond.console.session import wants_page
from services.respond.console.waiting import add_waiting_page
from services.respond.handlers.desk import Desk
from services.respond.handlers.merges import Merges
from services.respond.handlers.rests import Rests
from services.respond.queries.cases import CaseList
from services.respond.queries.load import Loads
from services.respond.queries.notices import Notices
from services.respond.queries.outcomes import Outcomes
from services.respond.queries.search import Search
from services.respond.queries.who_waits import WhoWaits
from services.respond.store.quarantine import Quarantine
from services.respond.store.storms import Storms
from services.respond.wiring.answering import make_answers
from services.respond.wiring.audit import add_audit, make_recorder
from services.respond.wiring.case_page import add_case
from services.respond.wiring.checks import add_checks, make_approvals
from services.respond.wiring.corrections import add_corrections, add_understanding
from services.respond.wiring.fates import add_fates
from services.respond.wiring.finding import add_finding, make_views
from services.respond.wiring.ground import Ground
from services.respond.wiring.moving import add_moving
from services.respond.wiring.people import add_people
from services.respond.wiring.quarantine import add_quarantine
from services.respond.wiring.reports import add_reports
from services.respond.wiring.setting_up import add_setting_up
from services.respond.wiring.signing import Signing
from services.respond.wiring.supervising import add_supervising
from services.respond.wiring.together import add_together
from services.respond.wiring.webhook_routes import add_webhooks
from shared.case.kept.reasons import WaitingReasons
from shared.case.kept.store import CaseStore
from shared.case.kept.together import Together


def make_app(ground: Ground) -> FastAPI:
    """Return the application with all its routes."""
    settings, directory, database, clock = ground.settings, ground.directory, ground.database, ground.clock
    agents = Agents(ground.roster)
    origins, templates = Origins(settings.console_url), Templates(clock=clock)
    signing = Signing(ground, agents=agents, origins=origins, templates=templates)
    store, cases = CaseStore(database), CaseList(database)
    quarantine, storms = Quarantine(database), Storms(database)
    reasons, outcomes = WaitingReasons(database), Outcomes(database)
    who_waits, showing = WhoWaits(database, reasons), Showing(reasons=reasons, clock=clock)
    desk = Desk(cases=store, clock=clock)

    def error_page(request: Request, error: Exception) -> Response | None:
        if not wants_page(request) or request.url.path.startswith("/v1/"):
            return None
        problem = of(error)
        return templates.page("error.html", status=problem.status, headers=problem.headers, problem=problem)

    app = bare_app(health=ground.health, gate=signing.gate, recorder=make_recorder(ground), error_page=error_page)
    add_audit(app, ground)
    add_reports(app, ground)
    app.include_router(reading_routes(cases=cases, desk=desk, views=make_views(ground), showing=showing, clock=clock))
    app.include_router(working_routes(desk=desk, answers=make_answers(ground), loads=Loads(database), showing=showing))
    add_fates(app, ground, desk=desk, showing=showing)
    app.include_router(
        resting_routes(rests=Rests(cases=store, clock=clock, approvals=make_approvals(ground)), showing=showing)
    )
    add_finding(app, ground, desk=desk, showing=showing)
    add_moving(app, ground, desk=desk, showing=showing)
    merges = Merges(cases=store, together=Together(database), clock=clock)
    app.include_router(merging_routes(merges=merges, showing=showing))
    app.include_router(waiting_routes(outcomes=outcomes, who_waits=who_waits, showing=showing))
    add_together(app, ground)
    add_checks(app, ground)
    add_corrections(app, ground)
    app.include_router(notice_routes(notices=Notices(database), clock=clock))
    app.include_router(stream_routes(ground.broadcast, by_id=agents.by_id))
    add_people(app, ground)
    app.include_router(storm_routes(storms))
    add_quarantine(app, ground)
    add_webhooks(app, ground)
    signing.add_routes(app)
    frame = Frame(
        cases=cases,
        quarantine=quarantine,
        storms=storms,
        saved=make_views(ground),
        agents=agents,
        directory=directory,
    )
    add_waiting_page(app, outcomes=outcomes, who_waits=who_waits, reasons=reasons, frame=frame, templates=templates)
    add_supervising(app, ground, who_waits=who_waits, frame=frame, templates=templates)
    add_understanding(app, ground, frame=frame, templates=templates)
    add_pages(app, quarantine=quarantine, frame=frame, templates=templates)
    add_queue_page(
        app,
        cases=cases,
        reasons=reasons,
        views=make_views(ground),
        everybody=ground.roster,
        frame=frame,
        directory=directory,
        templates=templates,
        clock=clock,
    )
    add_case(app, ground, frame=frame, templates=templates)
    add_setting_up(app, ground, frame=frame, templates=templates)
    add_search_page(app, search=Search(database), frame=frame, templates=templates)
    app.mount("/static", Assets(directory=FILES), name="static")
    app.add_middleware(ClientAddress, proxies=settings.proxies)
    check_audiences(app)
    return app
