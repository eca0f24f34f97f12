"""Entity tags: the version of a case, strong, and what a client asks to be true of it."""

import re
from typing import Annotated, Final

from fastapi import Depends, Header
from starlette.requests import Request

from services.respond.api.door.agents import scope_of
from services.respond.api.door.principal import agent_of
from services.respond.api.problems import Problem
from services.respond.handlers.change import Asking
from shared.case.state.case import Case
from shared.directory.profile import Profile

_TAG: Final = re.compile(r'"(\d{1,15})"')

IfMatch = Annotated[
    str | None,
    Header(alias="If-Match", max_length=200, description='the ETag of the case as you saw it, for example `"7"`'),
]


def etag(case: Case) -> str:
    """Return the entity tag of a case."""
    return f'"{case.version}"'


def versions(if_match: str | None) -> frozenset[int] | None:
    """Return the versions that the client accepts; None: any. What is no tag of ours matches nothing."""
    if if_match is None or if_match.strip() == "*":
        return None
    return frozenset(int(tag) for tag in _TAG.findall(if_match.replace('W/"', "'")))


def current_agent(request: Request) -> Profile:
    """Return who is asking, as the gate found out."""
    agent = agent_of(request)
    if agent is None:
        raise Problem(403, "people_only", "this is for people; a support platform's secret opens its own webhooks only")
    return agent


CurrentAgent = Annotated[Profile, Depends(current_agent)]


def asking(agent: CurrentAgent, if_match: IfMatch = None) -> Asking:
    """Return who asks, and under which condition."""
    return Asking(agent=agent.id, scope=scope_of(agent), is_supervisor=agent.is_supervisor, versions=versions(if_match))


def asking_knowingly(agent: CurrentAgent, if_match: IfMatch = None) -> Asking:
    """As `asking`, for what must not be done to a case unseen: without If-Match it is 428."""
    if if_match is None:
        raise unseen('If-Match: "<version>", its ETag')
    return asking(agent, if_match)


def unseen(how: str) -> Problem:
    """Return the refusal of what must not be done to a case unseen."""
    return Problem(428, "condition_missing", f"say which version of the case you saw: {how}")


AnyVersion = Annotated[Asking, Depends(asking)]
SeenVersion = Annotated[Asking, Depends(asking_knowingly)]
