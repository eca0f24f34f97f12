"""What is recorded in the audit trail: every write, before it is done, and how it ended. What cannot be is refused."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

import structlog
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import Message, Receive, Scope, Send

from services.respond.api.door.principal import Principal, agent_of, known_as, sender_of
from services.respond.api.oversight.named import actions_named, cases_named, fields_named, ids_named
from services.respond.domain.audit import Note
from services.respond.domain.scope import Scope as Brands
from services.respond.handlers.journal import Journal
from shared.directory.profile import Profile
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable
from shared.runtime.ids import Ids

log = structlog.get_logger()

READS: Final = frozenset({"GET /v1/quarantine/{letter_id}", "GET /quarantine/{letter_id}"})
"""What is only read, and recorded all the same: customers' words that no case holds."""
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

_SIGN_IN: Final = "/session"
_SIGNED_OUT: Final = "/session/end"
_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_REQUEST_ID: Final = "X-Request-Id"


class CaseBrands(Protocol):
    """Of which brands cases are; those that there are not are left out. Raises Unavailable."""

    async def of(self, cases: Sequence[str]) -> Mapping[str, str]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorder:
    """What recording stands on."""

    journal: Journal
    brands: CaseBrands
    clock: Clock
    ids: Ids


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


class Recording:
    """One request's part of the trail."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self.begun: Note | None = None
        self.status = 500
        self.not_done: tuple[str, ...] = ()
        self.is_counted_try = False

    async def begin(self, request: Request) -> None:
        """Write down what is about to be done. Raises Unavailable; then it must not be done."""
        body = await _json(request)
        cases = (*ids_named(request.path_params, "case_id"), *cases_named(body))
        principal = agent_of(request) or sender_of(request)
        note = self._note(
            request,
            principal,
            what=_what(request),
            cases=cases,
            about=(*_about(request.path_params), *actions_named(request.scope["route"], body)),
            fields=fields_named(request.scope["route"], body),
            brands=await self._brands(cases, principal),
        )
        await self._recorder.journal.record(note)
        self.begun = note

    async def end(self, request: Request) -> None:
        """Write down how it ended. Where that fails it is logged, for what was asked has been done or refused."""
        try:
            if self.begun is None and (what := self._afterwards(request)) is not None:
                self.begun = self._note(request, agent_of(request), what=what)
                await self._recorder.journal.record(self.begun)
            if self.begun is not None:
                now = self._recorder.clock()
                ended = Note(
                    step="ended", request=self.begun.request, at=now, status=self.status, not_done=self.not_done
                )
                await self._recorder.journal.record(ended)
        except Unavailable as error:
            of = None if self.begun is None else self.begun.request
            log.error("audit: an outcome is not recorded", request=of, status=self.status, error=str(error))

    def _note(self, request: Request, principal: Principal | None, **more: Any) -> Note:
        role = None if principal is None else principal.role if isinstance(principal, Profile) else "sender"
        return Note(
            step="begun",
            request=self._recorder.ids("req"),
            at=self._recorder.clock(),
            who=None if principal is None else known_as(principal),
            role=role,
            address=None if request.client is None else request.client.host,
            **more,
        )

    def _afterwards(self, request: Request) -> str | None:
        """Return what is to be recorded only now. Of strangers that is what was counted: else they fill the trail."""
        if "route" not in request.scope:
            is_foreign = self.status == 403 and request.method not in _SAFE
            return f"{request.method} from a foreign page" if is_foreign else None
        if not is_signing_in(request):
            return None
        has_failed = self.is_counted_try and self.status in (401, 403)
        return _what(request) if has_failed or agent_of(request) is not None else None

    async def _brands(self, cases: Sequence[str], principal: Principal | None) -> tuple[str, ...]:
        """Whose supervisors see it: the cases'. A foreign case is not there, also for whoever reads the trail."""
        if principal is None:
            return ()
        scope = Brands(principal.brands)
        found = await self._recorder.brands.of(cases) if cases else {}
        return tuple(sorted({brand for brand in found.values() if scope.sees(brand)} or principal.brands))


async def audited(request: Request) -> None:
    """Dependency of every route, before all others: record what is recorded. Raises Unavailable."""
    what = _what(request)
    # A session begins in the trail when the proof was found right, not with each guess.
    if what in UNRECORDED or is_signing_in(request) or (request.method in _SAFE and what not in READS):
        return
    await record_now(request)


def is_signing_in(request: Request) -> bool:
    """Is it an attempt to sign in?"""
    path: str = getattr(request.scope["route"], "path", "")
    return path.startswith(_SIGN_IN) and path != _SIGNED_OUT


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


def _what(request: Request) -> str:
    return f"{request.method} {request.scope['route'].path}"


def _about(path: Mapping[str, Any]) -> tuple[str, ...]:
    others = [name for name in path if name.endswith("_id") and name != "case_id"]
    return tuple(f"{name.removesuffix('_id')}:{one}" for name in others for one in ids_named(path, name))


async def _json(request: Request) -> Any:
    """Return the body as FastAPI has read it; None where the route takes none, or it is not JSON."""
    if getattr(request.scope["route"], "body_field", None) is None:
        return None
    try:
        return await request.json()
    except (ValueError, RecursionError):  # nested too deeply; FastAPI has not looked into what is sent as no JSON
        return None
