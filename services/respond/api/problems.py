"""Every error as application/problem+json (RFC 9457): `code` for programs, `detail` for people."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from services.respond.api.headers import SECURITY
from services.respond.domain.refusals import NoSuch, NotTaken, Outdated
from services.respond.handlers.answer import KeyReused
from services.respond.handlers.change import Stale
from services.respond.handlers.replay import NoSuchLetter
from services.respond.handlers.roster_rules import AdminsOnly, NoSuchAgent, NotWithinBrands, WrongBrands
from services.respond.networks.freeze import Unpostable
from services.respond.queries.cursor import WrongCursor
from shared.case.keeping import NoSuchCase
from shared.case.refused import Refused
from shared.runtime.errors import Unavailable

MEDIA_TYPE: Final = "application/problem+json"
_RETRY_AFTER: Final = "2"
_OTHERWISE: Final = {"status": "reply_status"}


class Problem(Exception):
    """Answer with this status and these words."""

    def __init__(
        self, status: int, code: str, detail: str, *, headers: Mapping[str, str] | None = None, **more: Any
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.code = code
        self.headers = dict(headers or {})
        self.more = more


def body_of(problem: Problem) -> dict[str, Any]:
    """Return what the answer says."""
    return {
        "type": f"urn:earshot:problem:{problem.code.replace('_', '-')}",
        "title": HTTPStatus(problem.status).phrase,
        "status": problem.status,
        "detail": str(problem),
        "code": problem.code,
        **problem.more,
    }


def respond(problem: Problem) -> JSONResponse:
    """Return the answer."""
    return JSONResponse(body_of(problem), problem.status, problem.headers, media_type=MEDIA_TYPE)


def of(error: Exception) -> Problem:
    """Return the problem that an error of ours, of Starlette's or of FastAPI's is to a client."""
    match error:
        case Problem():
            return error
        case NoSuchCase() | NoSuchLetter() | NoSuchAgent() | NoSuch():
            return Problem(404, "not_found", "there is nothing of that id among your brands")
        case Refused():
            # `status` is the HTTP status here (RFC 9457), so that of a reply goes by a longer name.
            renamed: dict[str, Any] = {_OTHERWISE.get(name, name): value for name, value in error.detail.items()}
            return Problem(409, error.code, str(error), **renamed)
        case Stale():
            return _changed(error, "case_version")
        case Outdated():
            return _changed(error, "version")
        case NotTaken() | Unpostable():
            more = error.more if isinstance(error, NotTaken) else {}
            return Problem(422, error.code, str(error), **more)
        case NotWithinBrands() | WrongBrands() | AdminsOnly():
            return _of_roster(error)
        case KeyReused() | WrongCursor():
            return Problem(422, "key_reused" if isinstance(error, KeyReused) else "wrong_cursor", str(error))
        case Unavailable():
            return unavailable()
        case RequestValidationError():
            return Problem(422, "invalid", "the request is not what this operation takes", errors=_errors(error))
        case HTTPException():
            code = HTTPStatus(error.status_code).phrase.lower().replace(" ", "_")
            return Problem(error.status_code, code, str(error.detail), headers=error.headers)
        case _:
            return Problem(500, "bug", "this is a fault of ours, and it has been logged", headers=SECURITY)


def _changed(error: Stale | Outdated, name: str) -> Problem:
    more: dict[str, Any] = {name: error.version}
    return Problem(412, "changed", str(error), headers={"ETag": f'"{error.version}"'}, **more)


def _of_roster(error: NotWithinBrands | WrongBrands | AdminsOnly) -> Problem:
    if not isinstance(error, WrongBrands):
        return Problem(403, "admins_only" if isinstance(error, AdminsOnly) else "not_within_brands", str(error))
    return Problem(422, "wrong_brands", str(error), errors=[{"where": "body:/brands", "what": str(error)}])


def unavailable() -> Problem:
    """Return the problem of a world that is down for a moment."""
    return Problem(
        503, "unavailable", "a store that this needs does not answer; try again", headers={"Retry-After": _RETRY_AFTER}
    )


async def handle(_: Request, error: Exception) -> Response:
    """Starlette's exception handler for everything."""
    return respond(of(error))


HANDLED: Final = (
    Problem,
    NoSuchCase,
    NoSuchLetter,
    NoSuchAgent,
    NoSuch,
    Outdated,
    NotTaken,
    NotWithinBrands,
    WrongBrands,
    AdminsOnly,
    Refused,
    Stale,
    Unpostable,
    KeyReused,
    WrongCursor,
    Unavailable,
    RequestValidationError,
    HTTPException,
    Exception,
)
"""Exception classes to register `handle` for."""


def _errors(error: RequestValidationError) -> list[dict[str, Any]]:
    """Return what is wrong and where, never the value: it may be a customer's words, or no text at all."""
    found: Sequence[Any] = error.errors()[:20]
    return [{"where": _where(one["loc"]), "what": _what(one)} for one in found]


def _what(error: Mapping[str, Any]) -> str:
    if error["type"] != "union_tag_invalid":
        return str(error["msg"])
    # The one message of pydantic's that quotes the value.
    return f"{error['ctx']['discriminator']} should be one of {error['ctx']['expected_tags']}"


def _where(steps: Sequence[object]) -> str:
    named = [str(step).encode("ascii", "backslashreplace").decode()[:100] for step in steps]
    return f"{named[0]}:/{'/'.join(named[1:])}" if named else "/"
