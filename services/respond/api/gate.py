"""The gate: nobody gets past it without being somebody, except to the few places that are open to all."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Final, Protocol

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from services.respond.api.agents import Agents
from services.respond.api.origin import Origins
from services.respond.api.platforms import Platforms
from services.respond.api.principal import Principal
from services.respond.api.problems import Problem, respond, unavailable
from shared.directory.profile import Profile
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable

COOKIE: Final = "earshot_session"
OPEN_PATHS: Final = frozenset({"/health/live", "/health/ready", "/metrics", "/v1/openapi.json", "/session"})
OPEN_FOLDER: Final = "/static/"

_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})


class SignedIn(Protocol):
    """Browser sessions."""

    async def agent(self, token: str, *, now: datetime) -> str | None: ...


class Gate:
    """ASGI middleware. People who get through are in `request.state.agent`, support platforms in `.sender`."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        agents: Agents,
        platforms: Platforms,
        sessions: SignedIn,
        origins: Origins,
        clock: Clock,
        turn_away: Callable[[Request], Awaitable[Response]],
    ) -> None:
        """`turn_away` answers those who are nobody: with a problem, or with the page to sign in on."""
        self._app = app
        self._agents = agents
        self._platforms = platforms
        self._sessions = sessions
        self._origins = origins
        self._clock = clock
        self._turn_away = turn_away

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve those whom we know, turn others away."""
        if scope["type"] != "http" or scope["path"] in OPEN_PATHS or scope["path"].startswith(OPEN_FOLDER):
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        try:
            who = await self._who(request)
        except Problem as problem:
            await respond(problem)(scope, receive, send)
            return
        except Unavailable:
            await respond(unavailable())(scope, receive, send)
            return
        if who is None:
            await (await self._turn_away(request))(scope, receive, send)
            return
        scope.setdefault("state", {})["agent" if isinstance(who, Profile) else "sender"] = who
        await self._app(scope, receive, send)

    async def _who(self, request: Request) -> Principal | None:
        """A key counts before a cookie, and a wrong key is not made good by one."""
        header = request.headers.get("authorization")
        if header is not None:
            kind, _, key = header.partition(" ")
            return self._by_key(key.strip()) if kind.lower() == "bearer" else None
        token = request.cookies.get(COOKIE)
        if token is None:
            return None
        agent_id = await self._sessions.agent(token, now=self._clock())
        agent = None if agent_id is None else self._agents.by_id(agent_id)
        if agent is not None and request.method not in _SAFE and not self._origins.is_own(request):
            raise Problem(403, "foreign_origin", "a browser's write has to come from the console's own pages")
        return agent

    def _by_key(self, key: str) -> Principal | None:
        agent, platform = self._agents.by_key(key), self._platforms.by_key(key)
        return agent or platform


def unauthorised(detail: str = "this needs an agent's key: Authorization: Bearer <key>") -> Response:
    """Return the answer to a program that is nobody."""
    return respond(Problem(401, "unauthorised", detail, headers={"WWW-Authenticate": 'Bearer realm="earshot"'}))
