"""Makes the armed faults happen."""

import asyncio
import json
from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import Any, assert_never

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deploy.local.townsquare.clock import stamp
from deploy.local.townsquare.faults import Fault, FaultKind
from deploy.local.townsquare.line import line_of
from deploy.local.townsquare.square import Square
from deploy.local.townsquare.witness import visit_of

RATE_LIMIT = 300


class Mishaps:
    """Stands between the witness and the API."""

    def __init__(self, app: ASGIApp, square: Square) -> None:
        self._app = app
        self._square = square

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith("/api/"):
            await self._app(scope, receive, send)
            return
        fault = visit_of(scope).fault
        if fault is None:
            await self._app(scope, receive, send)
            return
        match fault.kind:
            case FaultKind.TIMEOUT_BEFORE_ACCEPT:
                await _keep_waiting(scope, fault.hold)
                line_of(scope).hang_up()
            case FaultKind.TIMEOUT_AFTER_ACCEPT:
                await self._app(scope, receive, _unheard)
                await _keep_waiting(scope, fault.hold)
                line_of(scope).hang_up()
            case FaultKind.ERROR_500_AFTER_POST:
                await self._app(scope, receive, _unheard)
                answer = JSONResponse({"error": "Internal Server Error"}, 500)
                await answer(scope, receive, send)
            case FaultKind.RATE_LIMITED:
                await self._too_many(fault)(scope, receive, send)
            case FaultKind.ERROR_503:
                message = "There was a temporary problem serving your request, please try again"
                await JSONResponse({"error": message}, 503)(scope, receive, send)
            case FaultKind.DUPLICATE_NOTIFICATIONS:
                await self._app(scope, receive, _changing(send, lambda page: [item for item in page for _ in range(2)]))
            case FaultKind.REORDER_NOTIFICATIONS:
                await self._app(scope, receive, _changing(send, lambda page: _shuffled(page, fault.dice)))
            case FaultKind.SLOW:
                await _keep_waiting(scope, fault.hold)
                await self._app(scope, receive, send)
            case _:
                assert_never(fault.kind)

    def _too_many(self, fault: Fault) -> JSONResponse:
        wait = fault.retry_after
        until = self._square.clock() + timedelta(seconds=300 if wait is None else wait)
        headers = {
            "X-RateLimit-Limit": str(RATE_LIMIT),
            "X-RateLimit-Remaining": "0",
            "X-RateLimit-Reset": stamp(until),
        }
        if wait is not None:
            headers["Retry-After"] = str(wait)
        return JSONResponse({"error": "Too many requests"}, 429, headers)


async def _keep_waiting(scope: Scope, seconds: float) -> None:
    """Holds the line until the time is over or the other side has gone."""
    receive = visit_of(scope).afterwards

    async def other_side_gone() -> None:
        while (await receive())["type"] != "http.disconnect":
            pass

    with line_of(scope).held():
        try:
            await asyncio.wait_for(other_side_gone(), seconds)
        except TimeoutError:
            pass  # nobody gave up; neither outcome is an error here


async def _unheard(_message: Message) -> None:
    """Swallows an answer."""


def _shuffled(page: list[Any], dice: Random) -> list[Any]:
    return dice.sample(page, len(page))


def _changing(send: Send, change: Callable[[list[Any]], list[Any]]) -> Send:
    """A `send` that changes the list which a successful answer brings."""
    held: list[Message] = []

    async def send_changed(message: Message) -> None:
        held.append(message)
        if message["type"] != "http.response.body" or message.get("more_body"):
            return
        body = b"".join(part.get("body", b"") for part in held)
        told = json.loads(body)
        if isinstance(told, list):
            body = json.dumps(change(told)).encode()
        start = held[0]
        kept = [(name, value) for name, value in start["headers"] if name != b"content-length"]
        await send({**start, "headers": [*kept, (b"content-length", str(len(body)).encode())]})
        await send({"type": "http.response.body", "body": body})

    return send_changed
