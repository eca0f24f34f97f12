"""Problem documents as HTTP responses, also for what the framework itself refuses."""

from collections.abc import Mapping
from http import HTTPStatus

import orjson
import structlog
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from services.ingest.problem_documents import MEDIA_TYPE, problem_bytes, status_of

log = structlog.get_logger()


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
