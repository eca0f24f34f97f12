"""Adds what cases are found by: saved views, a customer's earlier cases, the search."""

from fastapi import FastAPI

from services.respond.api.cases.earlier import earlier_routes
from services.respond.api.cases.search import search_routes
from services.respond.api.cases.views import view_routes
from services.respond.api.showing import Showing
from services.respond.handlers.desk import Desk
from services.respond.handlers.views import Views
from services.respond.queries.earlier import EarlierCases
from services.respond.queries.search import Search
from services.respond.store.views import SavedViews
from services.respond.wiring.ground import Ground


def make_views(ground: Ground) -> Views:
    """Return the saved views, for routes and pages."""
    return Views(
        kept=SavedViews(ground.database),
        brands=[brand.id for brand in ground.directory.brands],
        clock=ground.clock,
        ids=ground.ids,
    )


def add_finding(app: FastAPI, ground: Ground, *, desk: Desk, showing: Showing) -> None:
    """Add the routes."""
    app.include_router(view_routes(make_views(ground)))
    app.include_router(earlier_routes(earlier=EarlierCases(ground.database), desk=desk, showing=showing))
    app.include_router(search_routes(Search(ground.database)))
