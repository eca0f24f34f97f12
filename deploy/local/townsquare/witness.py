"""Writes down every request to the API before anything is done with it, and its outcome before the answer leaves."""

import sqlite3
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from deploy.local.townsquare.access import bearer_token
from deploy.local.townsquare.clock import stamp
from deploy.local.townsquare.faults import Fault
from deploy.local.townsquare.fields import Fields, read_fields
from deploy.local.townsquare.line import LineUnknown
from deploy.local.townsquare.refusals import Refused
from deploy.local.townsquare.square import Square

NO_ANSWER = "no answer"
_VISIT = "townsquare.visit"


@dataclass(frozen=True)
class Visit:
    """One request to the API: its number in the ledger, the fault that strikes it, and what comes after its body."""

    seq: int
    fault: Fault | None
    afterwards: Receive


def visit_of(scope: Scope) -> Visit:
    visit = scope[_VISIT]
    assert isinstance(visit, Visit)  # noqa: S101 - an ASGI scope is untyped
    return visit


def request_seq(request: Request) -> int:
    return visit_of(request.scope).seq


class Witness:
    """The outermost layer of the API; what is not under /api/ passes unseen."""

    def __init__(self, app: ASGIApp, square: Square) -> None:
        self._app = app
        self._square = square

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith("/api/"):
            await self._app(scope, receive, send)
            return
        body = await _whole_body(receive)
        fault = self._square.faults.draw(scope["method"], scope["path"])
        seq = await self._note_arrival(scope, body, fault)
        answered = False

        async def send_noted(message: Message) -> None:
            nonlocal answered
            if message["type"] == "http.response.start":
                answered = True
                await self._note_outcome(seq, str(message["status"]))
            await send(message)

        try:
            await self._app({**scope, _VISIT: Visit(seq, fault, receive)}, _again(body, receive), send_noted)
        except Exception as reason:
            if not answered:
                await self._note_outcome(seq, NO_ANSWER if isinstance(reason, LineUnknown) else "500")
            raise
        if not answered:
            await self._note_outcome(seq, NO_ANSWER)

    async def _note_arrival(self, scope: Scope, body: bytes, fault: Fault | None) -> int:
        headers = Headers(scope=scope)
        fields = _fields(headers, body)
        query = scope["query_string"].decode("latin-1")
        row = (
            stamp(self._square.clock()),
            scope["method"],
            scope["path"] + (f"?{query}" if query else ""),
            bearer_token(headers.get("authorization")),
            headers.get("idempotency-key"),
            fields.get("status"),
            fields.get("in_reply_to_id"),
            None if fault is None else fault.kind,
        )

        def work(db: sqlite3.Connection) -> int:
            written = db.execute(
                "INSERT INTO requests (at, method, path, account_id, idempotency_key, text, in_reply_to_id, fault)"
                " VALUES (?, ?, ?, (SELECT id FROM accounts WHERE token = ?), ?, ?, ?, ?)",
                row,
            )
            return written.lastrowid or 0

        return await self._square.ledger.transact(work)

    async def _note_outcome(self, seq: int, outcome: str) -> None:
        at = stamp(self._square.clock())
        statement = "UPDATE requests SET outcome = ?, finished_at = ? WHERE seq = ?"
        await self._square.ledger.transact(lambda db: db.execute(statement, (outcome, at, seq)))


def _fields(headers: Headers, body: bytes) -> Fields:
    try:
        return read_fields(headers.get("content-type", ""), body)
    except Refused:
        return {}  # the endpoint will say so; the arrival is written down all the same


async def _whole_body(receive: Receive) -> bytes:
    body = b""
    more = True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return body


def _again(body: bytes, receive: Receive) -> Receive:
    """A `receive` that tells the body once more, then what comes after it."""
    told = False

    async def replay() -> Message:
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay
