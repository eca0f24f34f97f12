"""Answers for what went wrong: RFC 9457, application/problem+json."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

import orjson
import structlog
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from services.ingest.domain.refusal import Wrong

log = structlog.get_logger()

MEDIA_TYPE: Final = "application/problem+json"

_KINDS: Final[Mapping[str, tuple[int, str]]] = {
    "unauthenticated": (401, "Who are you?"),
    "too-slow": (408, "The body took too long"),
    "kafka-away": (503, "Not accepted; send it again"),
    "busy": (503, "Too much at once; send it again"),
    Wrong.MALFORMED: (400, "The body cannot be read"),
    Wrong.TOO_DEEP: (400, "The body is nested too deeply"),
    Wrong.EVENT: (422, "No event could be taken"),
    Wrong.EMPTY_BATCH: (422, "The batch is empty"),
    Wrong.TOO_LARGE: (413, "Too large"),
    Wrong.MEDIA_TYPE: (415, "Not CloudEvents in JSON"),
    Wrong.ENCODING: (415, "Unknown content encoding"),
}


def status_of(kind: str) -> int:
    """Return the HTTP status of a kind of problem."""
    return _KINDS[kind][0]


def problem_bytes(kind: str, detail: str, **members: Any) -> bytes:
    """Return a problem document. `type` is a URN, since there may be no public page to point at."""
    status, title = _KINDS[kind]
    head = {"type": f"urn:earshot:problem:{kind}", "title": title, "status": status, "detail": detail}
    return orjson.dumps({**head, **members})


def problem(kind: str, detail: str, *, headers: Mapping[str, str] | None = None) -> Response:
    """Return a problem as a response."""
    return Response(problem_bytes(kind, detail), status_of(kind), headers, MEDIA_TYPE)


def install_problems(app: FastAPI) -> None:
    """Let the framework's own errors (404, 405, 422, 500) speak the same language."""

    async def of_http(_: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)  # noqa: S101 - Starlette calls it with what it was installed for
        return _plain(error.status_code, error.detail, error.headers)

    async def of_validation(_: Request, error: Exception) -> Response:
        return _plain(422, "The request is not what this path takes.", None)

    async def of_bug(request: Request, error: Exception) -> Response:
        log.error("request met a bug", path=request.url.path, exc_info=error)
        return _plain(500, "The fault is ours. Nothing is known to have been taken; send it again.", None)

    app.add_exception_handler(HTTPException, of_http)
    app.add_exception_handler(RequestValidationError, of_validation)
    app.add_exception_handler(Exception, of_bug)


def _plain(status: int, detail: str, headers: Mapping[str, str] | None) -> Response:
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return Response(orjson.dumps(body), status, headers, MEDIA_TYPE)
