"""PUT /v1/me/password and /v1/agents/{id}/password."""

from typing import Annotated, Final

from fastapi import APIRouter
from pydantic import ConfigDict, Field, SecretStr
from starlette.requests import Request

from services.respond.api.asked import In
from services.respond.api.conditions import CurrentAgent
from services.respond.api.document import problems
from services.respond.api.door.address import address_of
from services.respond.api.door.roles import Supervisor
from services.respond.api.door.slow_down import slowly
from services.respond.api.door.who import COOKIE
from services.respond.api.people.roster import AgentId
from services.respond.handlers.accounts import Accounts
from services.respond.identity.guesses import SignInGuesses
from services.respond.identity.passwords import LONGEST, SHORTEST
from shared.runtime.clock import Clock

_EXAMPLE: Final = "seven-rusty-bicycles"

NewPassword = Annotated[
    SecretStr, Field(min_length=SHORTEST, max_length=LONGEST, description="a phrase is easier than signs; spaces count")
]


class PasswordChangeIn(In):
    """Your password of now, and the one to be."""

    old: Annotated[SecretStr, Field(max_length=LONGEST)] | None = Field(
        default=None, description="left out only where you have none yet"
    )
    new: NewPassword

    model_config = ConfigDict(json_schema_extra={"examples": [{"old": "eight-quiet-tandems", "new": _EXAMPLE}]})


class PasswordIn(In):
    """A password for somebody else, to be changed by them."""

    password: NewPassword

    model_config = ConfigDict(json_schema_extra={"examples": [{"password": _EXAMPLE}]})


def password_routes(*, accounts: Accounts, guesses: SignInGuesses, clock: Clock) -> APIRouter:
    """Return the routes."""
    router = APIRouter()

    @router.put("/v1/me/password", status_code=204, tags=["me"], responses=problems(409))
    async def change_password(agent: CurrentAgent, request: Request, given: PasswordChangeIn) -> None:
        """Change the password that you sign in with; of your sessions only this one goes on. Agents of earshot.yaml
        have theirs there."""
        old = None if given.old is None else given.old.get_secret_value()
        with slowly():
            guesses.begin(address_of(request), agent.id, now=clock())
        new = given.new.get_secret_value()
        await accounts.change_own(agent, old=old, new=new, token=request.cookies.get(COOKIE))
        guesses.was_right(address_of(request), agent.id, now=clock())

    @router.put("/v1/agents/{agent_id}/password", status_code=204, tags=["agents"], responses=problems(404, 409))
    async def give_password(by: Supervisor, agent_id: AgentId, given: PasswordIn) -> None:
        """Give an agent that was added here a password to sign in with. The one before ends, with all sessions.
        Supervisors only, within their brands; admins are given theirs by admins."""
        await accounts.give(agent_id, given.password.get_secret_value(), by=by)

    return router
