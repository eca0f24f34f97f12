"""The gate: nobody gets past it without being somebody, except to the few places that are open to all."""

from collections.abc import Awaitable, Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from services.respond.api.door.who import Who
from services.respond.api.problems import Problem, respond, unavailable
from shared.directory.profile import Profile
from shared.runtime.errors import Unavailable

OPEN_PATHS: Final = frozenset(
    {
        "/health/live",
        "/health/ready",
        "/metrics",
        "/v1/openapi.json",
        "/session",
        "/session/provider",
        "/session/provider/callback",
    }
)
OPEN_FOLDER: Final = "/static/"


class Gate:
    """ASGI middleware. People who get through are in `request.state.agent`, support platforms in `.sender`."""

    def __init__(self, app: ASGIApp, *, who: Who, turn_away: Callable[[Request], Awaitable[Response]]) -> None:
        """`turn_away` answers those who are nobody: with a problem, or with the page to sign in on."""
        self._app = app
        self._who = who
        self._turn_away = turn_away

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve those whom we know, turn others away."""
        if scope["type"] != "http" or scope["path"] in OPEN_PATHS or scope["path"].startswith(OPEN_FOLDER):
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        try:
            who = await self._who.of(request)
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


def unauthorised(detail: str = "this needs an agent's key: Authorization: Bearer <key>") -> Response:
    """Return the answer to a program that is nobody."""
    return respond(Problem(401, "unauthorised", detail, headers={"WWW-Authenticate": 'Bearer realm="earshot"'}))
