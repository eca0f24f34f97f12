"""Makes what agents say of themselves, and what supervisors do with them."""

from fastapi import FastAPI

from services.respond.api.people.me import me_routes
from services.respond.api.people.roster import roster_routes
from services.respond.handlers.roster import Staff
from services.respond.store.roster import AgentRecords
from services.respond.store.sessions import Sessions
from services.respond.wiring.ground import Ground
from shared.directory.presence import Presence


def add_people(app: FastAPI, ground: Ground) -> None:
    """Add the routes."""
    directory, database, clock = ground.directory, ground.database, ground.clock
    presence = Presence(database)
    staff = Staff(
        roster=ground.roster,
        records=AgentRecords(database),
        sessions=Sessions(database),
        presence=presence,
        brands=[brand.id for brand in directory.brands],
        clock=clock,
        new_key=ground.new_key,
    )
    app.include_router(me_routes(directory=directory, presence=presence, clock=clock))
    app.include_router(roster_routes(roster=ground.roster, staff=staff, presence=presence, clock=clock))
