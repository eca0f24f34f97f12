"""The square as one ASGI application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from deploy.local.townsquare import api_accounts, api_instance, api_notifications, api_statuses, page, stage_door
from deploy.local.townsquare.access import square_of
from deploy.local.townsquare.mishaps import Mishaps
from deploy.local.townsquare.rations import Rations
from deploy.local.townsquare.refusals import Refused, answer_refusal
from deploy.local.townsquare.square import Square
from deploy.local.townsquare.witness import Witness


def create_app(square: Square) -> Starlette:
    """The application; when it is shut down it closes the square's ledger."""

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        square.ledger.close()

    app = Starlette(
        routes=[
            Route("/health", health),
            *api_instance.routes,
            *api_accounts.routes,
            *api_statuses.routes,
            *api_notifications.routes,
            *stage_door.routes,
            *page.routes,
        ],
        middleware=[
            Middleware(Witness, square=square),
            Middleware(Mishaps, square=square),
            Middleware(Rations, square=square),
        ],
        exception_handlers={Refused: answer_refusal, HTTPException: _answer_http},
        lifespan=lifespan,
    )
    app.state.square = square
    return app


async def health(request: Request) -> JSONResponse:
    """Ready once the ledger answers."""
    await square_of(request).ledger.transact(lambda db: db.execute("SELECT 1").fetchone())
    return JSONResponse({"status": "ready"})


async def _answer_http(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101 - Starlette's handlers are typed for any exception
    return JSONResponse({"error": error.detail}, error.status_code, error.headers)
