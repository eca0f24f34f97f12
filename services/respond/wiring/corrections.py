"""Makes corrections: their routes, their lists, the report on understanding and its page."""

from fastapi import FastAPI

from services.respond.api.oversight.corrections import correction_lists
from services.respond.api.oversight.understanding import understanding_routes
from services.respond.api.together.corrections import correction_routes
from services.respond.console.frame import Frame
from services.respond.console.render import Templates
from services.respond.console.understanding_page import add_understanding_page
from services.respond.handlers.corrections import Corrections
from services.respond.queries.corrected_texts import CorrectedTexts
from services.respond.queries.corrections import CorrectionList
from services.respond.queries.understanding import UnderstandingReport
from services.respond.store.corrections import CorrectionShelf
from services.respond.wiring.ground import Ground
from shared.case.kept.store import CaseStore


def add_corrections(app: FastAPI, ground: Ground) -> None:
    """Add the routes."""
    database, clock = ground.database, ground.clock
    shelf = CorrectionShelf(database)
    made = Corrections(cases=CaseStore(database), corrections=shelf, clock=clock)
    app.include_router(correction_routes(corrections=made))
    app.include_router(correction_lists(corrections=CorrectionList(database), texts=CorrectedTexts(database)))
    app.include_router(understanding_routes(report=UnderstandingReport(database), clock=clock))


def add_understanding(app: FastAPI, ground: Ground, *, frame: Frame, templates: Templates) -> None:
    """Add /understanding."""
    add_understanding_page(
        app,
        report=UnderstandingReport(ground.database),
        directory=ground.directory,
        frame=frame,
        templates=templates,
        clock=ground.clock,
    )
