"""Makes the checks of answers, and the rules of approval."""

from fastapi import FastAPI

from services.respond.api.together.checks import check_routes
from services.respond.handlers.approvals import Approvals
from services.respond.handlers.checks import DraftChecks
from services.respond.handlers.said import Sayings
from services.respond.store.said_texts import SaidTexts
from services.respond.wiring.ground import Ground
from shared.case.kept.store import CaseStore


def make_approvals(ground: Ground) -> Approvals:
    """Return who may approve what, by the rules as they are now."""
    return Approvals(rules=ground.answer_rules, people=ground.roster)


def make_checks(ground: Ground) -> DraftChecks:
    """Return what looks answers through."""
    return DraftChecks(
        cases=CaseStore(ground.database),
        accounts=ground.directory,
        sayings=Sayings(texts=SaidTexts(ground.database), clock=ground.clock),
        approvals=make_approvals(ground),
        rules=ground.answer_rules,
        name=ground.roster.name,
    )


def add_checks(app: FastAPI, ground: Ground) -> None:
    """Add the route."""
    app.include_router(check_routes(checks=make_checks(ground)))
