"""What only some may do: dependencies that turn others away. Routes without one are every agent's."""

from typing import Annotated

from fastapi import Depends

from services.respond.api.conditions import CurrentAgent
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


Supervisor = Annotated[Profile, Depends(a_supervisor)]
Admin = Annotated[Profile, Depends(an_admin)]
