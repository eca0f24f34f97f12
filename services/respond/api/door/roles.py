"""Whom a route is for: dependencies that turn others away. Each route has one; see audience.py for the rule.

`CurrentAgent` of conditions.py is for every person. A support platform is let in by `AdminOrSender` alone.
"""

from typing import Annotated

from fastapi import Depends
from starlette.requests import Request

from services.respond.api.conditions import CurrentAgent, current_agent
from services.respond.api.door.principal import Principal, sender_of
from services.respond.api.problems import Problem
from shared.directory.profile import Profile


def a_supervisor(agent: CurrentAgent) -> Profile:
    """Return who is asking, if they supervise; admins do."""
    if not agent.is_supervisor:
        raise Problem(403, "supervisors_only", "only supervisors do this; ask one")
    return agent


def an_admin(agent: CurrentAgent) -> Profile:
    """Return who is asking, if they administer."""
    if not agent.is_admin:
        raise Problem(403, "admins_only", "only admins do this; ask one")
    return agent


def an_admin_or_sender(request: Request) -> Principal:
    """Return who is asking, if they administer or are a support platform. Scope what is shown with `scope_of` it."""
    return sender_of(request) or an_admin(current_agent(request))


Supervisor = Annotated[Profile, Depends(a_supervisor)]
Admin = Annotated[Profile, Depends(an_admin)]
AdminOrSender = Annotated[Principal, Depends(an_admin_or_sender)]
