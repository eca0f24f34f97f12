"""Adds what moves cases on besides answering them: tags, transfers, one action on many."""

from fastapi import FastAPI

from services.respond.api.cases.bulk import bulk_routes
from services.respond.api.cases.moving import moving_routes
from services.respond.api.showing import Showing
from services.respond.handlers.desk import Desk
from services.respond.handlers.rests import Rests
from services.respond.handlers.tags import Tags
from services.respond.handlers.transfers import Transfers
from services.respond.queries.load import Loads
from services.respond.wiring.ground import Ground
from shared.case.kept.store import CaseStore


def add_moving(app: FastAPI, ground: Ground, *, desk: Desk, showing: Showing) -> None:
    """Add the routes."""
    store, clock = CaseStore(ground.database), ground.clock
    tags, transfers = Tags(cases=store, clock=clock), Transfers(cases=store, roster=ground.roster, clock=clock)
    app.include_router(
        moving_routes(
            tags=tags,
            transfers=transfers,
            loads=Loads(ground.database),
            roster=ground.roster,
            showing=showing,
        )
    )
    rests = Rests(cases=store, clock=clock)
    app.include_router(bulk_routes(desk=desk, rests=rests, tags=tags, transfers=transfers))
