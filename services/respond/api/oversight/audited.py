"""What is recorded in the audit trail: every write, before it is done, and how it ended. What cannot be is refused."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import Message, Receive, Scope, Send

from services.respond.api.oversight.named import cases_named
from services.respond.api.oversight.recording import Recorder, Recording, is_signing_in, what_is_asked

READS: Final = frozenset(
    {"GET /v1/quarantine/{letter_id}", "GET /quarantine/{letter_id}", "GET /v1/corrections/export"}
)
"""What is only read, and recorded all the same: customers' words that no case holds, or that leave us together."""
UNRECORDED: Final = frozenset(
    {
        "PUT /v1/presence",
        "DELETE /v1/presence",
        "PUT /v1/cases/{case_id}/attention",
        "DELETE /v1/cases/{case_id}/attention",
        "POST /v1/cases/{case_id}/checks",
    }
)
"""Heartbeats, and what changes nothing: where people are minute by minute is not ours to keep (decision 0024)."""

_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_REQUEST_ID: Final = "X-Request-Id"


class Audited:
    """ASGI middleware around the gate. What was begun is ended in the trail, whatever came of it."""

    def __init__(self, app: Callable[[Scope, Receive, Send], Awaitable[None]], *, recorder: Recorder) -> None:
        self._app = app
        self._recorder = recorder

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, then record how it ended: the answer does not wait for that."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        recording = Recording(self._recorder)
        scope.setdefault("state", {})["recording"] = recording

        async def noted(message: Message) -> None:
            if message["type"] == "http.response.start":
                recording.status = message["status"]
                if recording.begun is not None:
                    MutableHeaders(scope=message)[_REQUEST_ID] = recording.begun.request
            await send(message)

        try:
            await self._app(scope, receive, noted)
        finally:
            await recording.end(Request(scope))


async def audited(request: Request) -> None:
    """Dependency of every route, before all others: record what is recorded. Raises Unavailable."""
    what = what_is_asked(request)
    # A session begins in the trail when the proof was found right, not with each guess.
    if what in UNRECORDED or is_signing_in(request) or (request.method in _SAFE and what not in READS):
        return
    await record_now(request)


async def record_now(request: Request) -> None:
    """Write down what is about to be done: for what does not do so by itself. Raises Unavailable."""
    recording: Recording = request.state.recording
    await recording.begin(request)


def record_try(request: Request) -> None:
    """Have a try to sign in written down if it fails: it was counted, so that there cannot be many."""
    recording: Recording = request.state.recording
    recording.is_counted_try = True


def record_not_done(request: Request, cases: Sequence[str]) -> None:
    """Have it written down that of several cases it was not done to these."""
    recording: Recording = request.state.recording
    recording.not_done = cases_named({"cases": list(cases)})
