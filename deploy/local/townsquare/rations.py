"""The rate limit on posting, where the stage manager has set one: told in headers, and a 429 beyond it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deploy.local.townsquare.clock import stamp
from deploy.local.townsquare.square import Square


@dataclass
class _Window:
    """What one token has used since its first post in it."""

    until: datetime
    used: int = field(default=0)


class Rations:
    """Stands between the mishaps and the API; counts each try of posting that gets this far, as Mastodon does."""

    def __init__(self, app: ASGIApp, square: Square) -> None:
        self._app = app
        self._square = square
        self._windows: dict[str, _Window] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        ration = self._square.ration
        if (
            ration is None
            or scope["type"] != "http"
            or (scope["method"], scope["path"]) != ("POST", "/api/v1/statuses")
        ):
            await self._app(scope, receive, send)
            return
        now = self._square.clock()
        token = Headers(scope=scope).get("authorization", "")
        window = self._windows.get(token)
        if window is None or window.until <= now:
            window = self._windows[token] = _Window(until=now + timedelta(seconds=ration.seconds))
        window.used += 1
        told = {
            "X-RateLimit-Limit": str(ration.posts),
            "X-RateLimit-Remaining": str(max(0, ration.posts - window.used)),
            "X-RateLimit-Reset": stamp(window.until),
        }
        if window.used > ration.posts:
            await JSONResponse({"error": "Too many requests"}, 429, told)(scope, receive, send)
            return

        async def send_told(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(told)
            await send(message)

        await self._app(scope, receive, send_told)
