"""Makes the quarantine: its letters, replaying them, correcting them."""

from fastapi import FastAPI

from services.respond.api.oversight.fixing import fixing_routes
from services.respond.api.oversight.quarantine import quarantine_routes
from services.respond.handlers.fix import Fixes
from services.respond.handlers.replay import Replays
from services.respond.store.quarantine import Quarantine
from services.respond.wiring.ground import Ground


def add_quarantine(app: FastAPI, ground: Ground) -> None:
    """Add the routes."""
    letters = Quarantine(ground.database)
    replays = Replays(letters=letters, send=ground.send, clock=ground.clock)
    brands = [brand.id for brand in ground.directory.brands]
    accounts = {account.id: account.brand for account in ground.directory.accounts}
    fixes = Fixes(letters=letters, send=ground.send, brands=brands, accounts=accounts, clock=ground.clock)
    app.include_router(fixing_routes(letters=letters, replays=replays, fixes=fixes))
    app.include_router(quarantine_routes(letters=letters, replays=replays))
