"""Makes the page of one case, which browsers may load ahead."""

from fastapi import FastAPI

from services.respond.console.ahead import add_ahead
from services.respond.console.case_page import add_case_page
from services.respond.console.frame import Frame
from services.respond.console.render import Templates
from services.respond.handlers.desk import Desk
from services.respond.handlers.notes import CaseNotes
from services.respond.queries.earlier import EarlierCases
from services.respond.store.corrections import CorrectionShelf
from services.respond.store.drafts import Drafts
from services.respond.store.notes import Notes
from services.respond.wiring.ground import Ground
from shared.case.kept.reasons import WaitingReasons
from shared.case.kept.store import CaseStore


def add_case(app: FastAPI, ground: Ground, *, frame: Frame, templates: Templates) -> None:
    """Add the page, and the rules for loading ahead."""
    database, clock, cases = ground.database, ground.clock, CaseStore(ground.database)
    add_ahead(app)
    add_case_page(
        app,
        desk=Desk(cases=cases, clock=clock),
        reasons=WaitingReasons(database),
        notes=CaseNotes(cases=cases, notes=Notes(database), roster=ground.roster, clock=clock, ids=ground.ids),
        drafts=Drafts(database),
        corrections=CorrectionShelf(database),
        earlier=EarlierCases(database),
        everybody=ground.roster,
        frame=frame,
        directory=ground.directory,
        templates=templates,
    )
