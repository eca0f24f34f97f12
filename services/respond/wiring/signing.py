"""Makes what lets people and platforms in: who a request comes from, and the routes to sign in by."""

from datetime import timedelta

from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from services.respond.api.door.agents import Agents
from services.respond.api.door.gate import Gate
from services.respond.api.door.origin import Origins
from services.respond.api.door.platforms import Platforms
from services.respond.api.door.who import Who, named
from services.respond.api.people.passwords import password_routes
from services.respond.console.provider import add_provider_routes
from services.respond.console.render import Templates
from services.respond.console.session import SignInPage, add_session_routes
from services.respond.console.signing_in import SigningIn
from services.respond.handlers.accounts import Accounts
from services.respond.handlers.proof import Proof
from services.respond.identity.guesses import KeyGuesses, SignInGuesses
from services.respond.identity.passwords import Passwords
from services.respond.store.passwords import KeptPasswords
from services.respond.store.roster import AgentRecords
from services.respond.store.sessions import Sessions
from services.respond.store.sign_ins import SignIns
from services.respond.wiring.ground import Ground
from services.respond.wiring.identity import make_identity
from shared.directory.model import Directory
from shared.directory.presence import Presence
from shared.directory.profile import Profile


class Signing:
    """The gate and the ways through it. One of an application, for tries are counted here."""

    def __init__(self, ground: Ground, *, agents: Agents, origins: Origins, templates: Templates) -> None:
        self._ground = ground
        self._agents = agents
        self._origins = origins
        self._sessions = Sessions(ground.database)
        self._templates = templates
        self._platforms = Platforms(ground.directory.senders)
        self._identity = make_identity(ground.settings, ground.clock)
        self._page = SignInPage(templates, provider=self._identity.flow is not None)
        self._who = Who(
            agents=agents,
            platforms=self._platforms,
            sessions=self._sessions,
            tokens=self._identity.tokens,
            origins=origins,
            guesses=KeyGuesses(),
            clock=ground.clock,
        )

    def gate(self, app: ASGIApp) -> Gate:
        """Return the gate around an application."""

        async def turn_away(request: Request) -> Response:
            return self._page.turn_away(request)

        return Gate(app, who=self._who, turn_away=turn_away)

    def add_routes(self, app: FastAPI) -> None:
        """Add the routes to sign in and out by, and those of passwords."""
        ground, guesses = self._ground, SignInGuesses()
        accounts = Accounts(
            roster=ground.roster,
            records=AgentRecords(ground.database),
            in_file=_hashes(ground.directory),
            kept=KeptPasswords(ground.database),
            passwords=Passwords(),
            sessions=self._sessions,
            clock=ground.clock,
        )
        signing_in = SigningIn(
            sessions=self._sessions,
            origins=self._origins,
            clock=ground.clock,
            lasting=timedelta(hours=ground.settings.session_hours),
        )
        app.include_router(password_routes(accounts=accounts, guesses=guesses, clock=ground.clock))
        add_session_routes(
            app,
            page=self._page,
            agents=self._agents,
            accounts=accounts,
            guesses=guesses,
            signing_in=signing_in,
            presence=Presence(ground.database),
            origins=self._origins,
            clock=ground.clock,
        )
        if self._identity.flow is not None:
            add_provider_routes(
                app,
                flow=self._identity.flow,
                sign_ins=SignIns(ground.database),
                prove=self._prove,
                page=self._page,
                templates=self._templates,
                signing_in=signing_in,
                guesses=guesses,
                origins=self._origins,
                clock=ground.clock,
            )

    async def _prove(self, subject: str) -> Proof | None:
        """The proof of whom the identity provider names: an agent, while the roster has them."""
        found = named(subject, agents=self._agents, platforms=self._platforms)
        if not isinstance(found, Profile):
            return None

        async def holds() -> bool:
            await self._ground.roster.refresh()
            return self._agents.by_id(subject) is not None

        return Proof(agent=found, holds=holds)


def _hashes(directory: Directory) -> dict[str, str]:
    return {
        agent.id: agent.password_hash.get_secret_value()
        for agent in directory.agents
        if agent.password_hash is not None
    }
