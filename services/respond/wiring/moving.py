"""Adds what moves cases on besides answering them: tags, transfers."""

from fastapi import FastAPI

from services.respond.api.moving import moving_routes
from services.respond.api.showing import Showing
from services.respond.handlers.tags import Tags
from services.respond.handlers.transfers import Transfers
from services.respond.queries.load import Loads
from services.respond.wiring.ground import Ground
from shared.case.kept.store import CaseStore


def add_moving(app: FastAPI, ground: Ground, showing: Showing) -> None:
    """Add the routes."""
    store, clock = CaseStore(ground.database), ground.clock
    app.include_router(
        moving_routes(
            tags=Tags(cases=store, clock=clock),
            transfers=Transfers(cases=store, roster=ground.roster, clock=clock),
            loads=Loads(ground.database),
            roster=ground.roster,
            showing=showing,
        )
    )
