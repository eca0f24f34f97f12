"""For whom each route is. A route that does not say so refuses to start, and serves nobody."""

from collections.abc import Iterator
from typing import Final, Literal

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from starlette.requests import Request
from starlette.routing import BaseRoute

from services.respond.api.conditions import current_agent
from services.respond.api.door.gate import OPEN_PATHS
from services.respond.api.door.principal import sender_of
from services.respond.api.door.roles import a_supervisor, an_admin, an_admin_or_sender
from services.respond.api.problems import Problem

Audience = Literal["everybody", "people", "supervisors", "admins", "senders"]
"""senders: support platforms, and admins. Each other one may do what those before it may."""

_NARROWEST_FIRST: Final[tuple[tuple[object, Audience], ...]] = (
    (an_admin, "admins"),
    (a_supervisor, "supervisors"),
    (current_agent, "people"),
    (an_admin_or_sender, "senders"),
)


def audience_of(route: APIRoute) -> Audience | None:
    """Return for whom a route is, as its dependencies say; None: they do not. Raises ValueError where they disagree."""
    if route.path in OPEN_PATHS:
        return "everybody"
    asked = set(_asked(route.dependant))
    if an_admin_or_sender in asked and asked & {current_agent, a_supervisor, an_admin}:
        raise ValueError(f"{route.path} asks for AdminOrSender and for a person: a support platform could never use it")
    return next((audience for dependency, audience in _NARROWEST_FIRST if dependency in asked), None)


def only_its_audience(request: Request) -> None:
    """Turn support platforms away from what is not for them. People are turned away by the dependencies themselves."""
    if sender_of(request) is not None and audience_of(request.scope["route"]) not in ("senders", "everybody"):
        raise Problem(403, "people_only", "this is for people; a support platform's secret opens its own webhooks only")


def check_audiences(app: FastAPI) -> None:
    """Raise ValueError, naming them, where routes do not say for whom they are."""
    silent = [f"{sorted(route.methods or ())} {route.path}" for route in routes_of(app) if audience_of(route) is None]
    if silent:
        raise ValueError(f"no audience: {', '.join(silent)}; ask for CurrentAgent, Supervisor, Admin or AdminOrSender")


def routes_of(app: FastAPI) -> Iterator[APIRoute]:
    """Give every route that FastAPI serves; health and static files are Starlette's own, and open."""
    waiting: list[BaseRoute] = list(app.routes)
    while waiting:
        route = waiting.pop()
        included = getattr(route, "original_router", None)  # FastAPI's own place for a router that was included
        if included is not None:
            waiting += included.routes
        elif isinstance(route, APIRoute):
            yield route


def _asked(dependant: Dependant) -> Iterator[object]:
    yield dependant.call
    for further in dependant.dependencies:
        yield from _asked(further)
