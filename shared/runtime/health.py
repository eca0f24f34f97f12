"""What an SRE asks every process: are you alive, are you ready, what are your numbers."""

from collections.abc import Awaitable, Callable

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

Check = Callable[[], Awaitable[str | None]]
"""Returns None when all is well, otherwise what is wrong."""


class Health:
    """Readiness: every check must pass. Liveness: the event loop answers."""

    def __init__(self) -> None:
        self._checks: dict[str, Check] = {}

    def add(self, name: str, check: Check) -> None:
        """Ask `check` on every readiness request."""
        self._checks[name] = check

    async def problems(self) -> dict[str, str]:
        """Return what is wrong, by name of check; empty when ready."""
        found = {name: await check() for name, check in self._checks.items()}
        return {name: problem for name, problem in found.items() if problem is not None}


def health_routes(health: Health) -> list[Route]:
    """Return the routes /health/live, /health/ready (503 with the reasons when not) and /metrics (Prometheus)."""

    async def live(_: Request) -> Response:
        return JSONResponse({"status": "live"})

    async def ready(_: Request) -> Response:
        problems = await health.problems()
        return JSONResponse({"status": "waiting" if problems else "ready", **problems}, 503 if problems else 200)

    async def metrics(_: Request) -> Response:
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return [Route("/health/live", live), Route("/health/ready", ready), Route("/metrics", metrics)]
