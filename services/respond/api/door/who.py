"""Who a request comes from: by a key, a token of the identity provider, or a browser's session."""

from datetime import datetime
from typing import Final, Protocol

from starlette.requests import Request

from services.respond.api.door.address import address_of
from services.respond.api.door.agents import Agents
from services.respond.api.door.origin import Origins
from services.respond.api.door.platforms import Platforms
from services.respond.api.door.principal import Principal
from services.respond.api.door.slow_down import slowly
from services.respond.api.problems import Problem
from services.respond.identity.guesses import KeyGuesses
from shared.directory.profile import Profile
from shared.directory.roster import key_hash
from shared.runtime.clock import Clock

COOKIE: Final = "earshot_session"
_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})


class SignedIn(Protocol):
    """Browser sessions."""

    async def agent(self, token: str, *, now: datetime) -> str | None: ...


class Tokens(Protocol):
    """The identity provider's tokens."""

    async def subject(self, token: str, *, now: datetime) -> str | None: ...


class Who:
    """Finds out. A key or token counts before a cookie, and a wrong one is not made good by a cookie."""

    def __init__(
        self,
        *,
        agents: Agents,
        platforms: Platforms,
        sessions: SignedIn,
        tokens: Tokens | None,
        origins: Origins,
        guesses: KeyGuesses,
        clock: Clock,
    ) -> None:
        """`tokens`: None where there is no identity provider."""
        self._agents = agents
        self._platforms = platforms
        self._sessions = sessions
        self._tokens = tokens
        self._origins = origins
        self._guesses = guesses
        self._clock = clock

    async def of(self, request: Request) -> Principal | None:
        """Return who it is; None: nobody. Raises Problem (403 foreign_origin, 429 too_many_tries), Unavailable."""
        header = request.headers.get("authorization")
        if header is not None:
            kind, _, given = header.partition(" ")
            return await self._by_bearer(request, given.strip()) if kind.lower() == "bearer" else None
        cookie = request.cookies.get(COOKIE)
        return None if cookie is None else await self._by_cookie(request, cookie)

    async def _by_bearer(self, request: Request, given: str) -> Principal | None:
        agent, platform = self._agents.by_key(given), self._platforms.by_key(given)
        by_key = agent or platform
        if by_key is None and (by_token := await self._by_token(given)) is not None:
            return by_token
        with slowly():
            self._guesses.judge(address_of(request), key_hash(given), is_right=by_key is not None, now=self._clock())
        return by_key

    async def _by_token(self, given: str) -> Principal | None:
        if self._tokens is None or given.count(".") != 2:
            return None
        subject = await self._tokens.subject(given, now=self._clock())
        return None if subject is None else named(subject, agents=self._agents, platforms=self._platforms)

    async def _by_cookie(self, request: Request, token: str) -> Profile | None:
        agent_id = await self._sessions.agent(token, now=self._clock())
        agent = None if agent_id is None else self._agents.by_id(agent_id)
        if agent is not None and request.method not in _SAFE and not self._origins.is_own(request):
            raise Problem(403, "foreign_origin", "a browser's write has to come from the console's own pages")
        return agent


def named(subject: str, *, agents: Agents, platforms: Platforms) -> Principal | None:
    """Return whom the identity provider means. A name that an agent and a support platform both have is nobody's."""
    agent, platform = agents.by_id(subject), platforms.by_id(subject)
    return None if agent is not None and platform is not None else agent or platform
