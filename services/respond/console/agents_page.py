"""/agents: everybody with their presence, load and abilities, for supervisors, who manage those that live here."""

from functools import partial
from typing import Any, Protocol

from fastapi import APIRouter, FastAPI
from starlette.responses import Response

from services.respond.api.door.agents import scope_of
from services.respond.api.door.roles import Supervisor
from services.respond.console.frame import Frame
from services.respond.console.render import Templates
from services.respond.handlers.load import Team
from services.respond.identity.passwords import LONGEST, SHORTEST
from shared.contracts.networks import NETWORKS
from shared.directory.model import Directory
from shared.directory.profile import Profile


class Everybody(Protocol):
    """The agents who are not gone."""

    def get(self, agent_id: str) -> Profile | None: ...


def why_not_changed(agent: Profile, *, by: Profile) -> str | None:
    """Say why they cannot change the agent; None: they can."""
    if agent.source == "file":
        return "Stands in earshot.yaml: changed there only, then restart."
    if agent.is_admin and not by.is_admin:
        return "An admin: only admins change them."
    if not agent.is_within(by.brands):
        return "Also serves brands that you do not: ask a supervisor who serves them all."
    return None


def add_agents_page(
    app: FastAPI, *, everybody: Everybody, team: Team, directory: Directory, frame: Frame, templates: Templates
) -> None:
    """Add /agents."""
    router = APIRouter(include_in_schema=False)
    names = {one.id: one.name for one in directory.brands}

    @router.get("/agents")
    async def agents(by: Supervisor) -> Response:
        scope = scope_of(by)
        loads = [(everybody.get(one.agent), one) for one in await team.of(by, brand=None)]
        shown: dict[str, Any] = {
            "team": [
                (one, load, [names.get(brand, brand) for brand in one.brands if scope.sees(brand)])
                for one, load in loads
                if one is not None
            ],
            "why_not": partial(why_not_changed, by=by),
            "brands": [(brand, name) for brand, name in names.items() if scope.sees(brand)],
            "networks": [(name, name) for name in sorted(NETWORKS)],
            "password": (SHORTEST, LONGEST),
        }
        return templates.page("agents.html", **await frame.around(by), **shown, view=None)

    app.include_router(router)
