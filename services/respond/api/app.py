"""The application: what it is made of, and in which order a request meets it."""

from collections.abc import Awaitable, Callable

from fastapi import Depends, FastAPI
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from services.respond.api.document import document
from services.respond.api.door.audience import only_its_audience
from services.respond.api.door.gate import Gate
from services.respond.api.headers import SecurityHeaders
from services.respond.api.limit import BodyLimit
from services.respond.api.measured import Measured
from services.respond.api.oversight.audited import Audited, audited
from services.respond.api.oversight.recording import Recorder
from services.respond.api.problems import HANDLED, Problem, handle
from shared.runtime.health import Health, health_routes

_ABOUT = """
Social customer care: read the queue, take a case, answer in public, once.

Authenticate with `Authorization: Bearer <key>`. Errors are problems (RFC 9457). Cases carry their version as ETag;
send it back as If-Match to change only what you saw. Lists are paged by `cursor`.
"""


def only_known(request: Request) -> None:
    """Refuse parameters that the operation does not take: a misspelt filter must not answer with everything."""
    if not request.url.path.startswith("/v1/"):
        return
    known = {field.alias for field in request.scope["route"].dependant.query_params}
    unknown = sorted(set(request.query_params) - known)
    if unknown:
        errors = [{"where": "query:/", "what": f"there is no parameter {ascii(name)[:100]}"} for name in unknown[:20]]
        raise Problem(
            422, "unknown_parameter", f"this takes {', '.join(sorted(known)) or 'no parameters'}", errors=errors
        )


def bare_app(
    *,
    health: Health,
    gate: Callable[[Callable[..., Awaitable[None]]], Gate],
    recorder: Recorder,
    error_page: Callable[[Request, Exception], Response | None],
) -> FastAPI:
    """Return the application without its routes, its gate closed.

    `error_page` may answer a browser's request with a page; where it gives None, the answer is a problem.
    """
    app = FastAPI(
        title="Earshot",
        version="1",
        summary="The agents' API",
        description=_ABOUT,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
        dependencies=[Depends(audited), Depends(only_its_audience), Depends(only_known)],
    )
    app.router.routes.extend(health_routes(health))

    async def answer(request: Request, error: Exception) -> Response:
        return error_page(request, error) or await handle(request, error)

    for kind in HANDLED:
        app.add_exception_handler(kind, answer)
    app.openapi = lambda: document(app)  # type: ignore[method-assign]  # FastAPI's own way to extend it

    @app.get("/v1/openapi.json", include_in_schema=False)
    async def openapi() -> Response:
        return JSONResponse(app.openapi())

    app.add_middleware(_gated, gate=gate)
    app.add_middleware(Audited, recorder=recorder)
    app.add_middleware(BodyLimit)
    app.add_middleware(Measured)
    app.add_middleware(SecurityHeaders)  # added last: outermost, so that refusals carry the headers too
    return app


def _gated(app: Callable[..., Awaitable[None]], gate: Callable[[Callable[..., Awaitable[None]]], Gate]) -> Gate:
    return gate(app)
