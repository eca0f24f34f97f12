"""One request's part of the audit trail: what is about to be done, and how it ended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

import structlog
from starlette.requests import Request

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

_SIGN_IN: Final = "/session"
_SIGNED_OUT: Final = "/session/end"
_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})


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
            what=what_is_asked(request),
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
        return what_is_asked(request) if has_failed or agent_of(request) is not None else None

    async def _brands(self, cases: Sequence[str], principal: Principal | None) -> tuple[str, ...]:
        """Whose supervisors see it: the cases'. A foreign case is not there, also for whoever reads the trail."""
        if principal is None:
            return ()
        scope = Brands(principal.brands)
        found = await self._recorder.brands.of(cases) if cases else {}
        return tuple(sorted({brand for brand in found.values() if scope.sees(brand)} or principal.brands))


def is_signing_in(request: Request) -> bool:
    """Is it an attempt to sign in?"""
    path: str = getattr(request.scope["route"], "path", "")
    return path.startswith(_SIGN_IN) and path != _SIGNED_OUT


def what_is_asked(request: Request) -> str:
    """Return the method and the route."""
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
