"""No request body above one MiB, whether its length is declared or not."""

from typing import Final

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from services.respond.api.problems import Problem, respond

MOST_BYTES: Final = 1_048_576
_TOO_LARGE: Final = f"a request body is at most {MOST_BYTES} bytes"


class BodyLimit:
    """ASGI middleware. A declared length is refused before a byte is read, an undeclared one as soon as it is over."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, or answer 413."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = Headers(scope=scope).get("content-length", "0")
        if not declared.isdecimal() or len(declared) > 15 or int(declared) > MOST_BYTES:
            await respond(Problem(413, "too_large", _TOO_LARGE))(scope, receive, send)
            return
        read = 0

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > MOST_BYTES:
                raise HTTPException(413, _TOO_LARGE)
            return message

        await self._app(scope, counted, send)
