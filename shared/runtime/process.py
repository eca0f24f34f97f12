"""A process: parts that run side by side until one fails or the machine says stop."""

import asyncio
import contextlib
import gc
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp

from shared.runtime.health import Health, health_routes

log = structlog.get_logger()

RunPart = Callable[[asyncio.Event], Awaitable[None]]
"""Runs until the event is set; returning earlier, or raising, ends the process."""


class _Server(uvicorn.Server):
    """Uvicorn without its own signal handling: the process decides when to stop."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def serve(app: ASGIApp, *, host: str, port: int) -> RunPart:
    """Return a part that serves HTTP; open requests get five seconds to finish at the end."""

    async def run(stop: asyncio.Event) -> None:
        server = _Server(
            uvicorn.Config(
                app,
                host=host,
                port=port,
                log_config=None,
                access_log=False,
                proxy_headers=False,  # else whoever is on this machine could say that they are anybody
                timeout_graceful_shutdown=5,
                lifespan="off",
            )
        )
        serving = asyncio.create_task(server.serve())
        waiting = asyncio.create_task(stop.wait())
        await asyncio.wait({serving, waiting}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        server.should_exit = True
        await serving
        if not stop.is_set():
            raise RuntimeError(f"HTTP server on {host}:{port} ended; is the port taken?")

    return run


def health_app(health: Health) -> Starlette:
    """Return the app of a process that serves nothing but its health."""
    return Starlette(routes=list(health_routes(health)))


@contextlib.asynccontextmanager
async def until_signalled() -> AsyncIterator[asyncio.Event]:
    """Give an event that SIGTERM and SIGINT set."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    yield stop


async def run_parts(parts: dict[str, RunPart]) -> None:
    """Run all parts until one ends or the process is told to stop; then stop the rest.

    Raises what a part raised, so that the process exits non-zero and its supervisor starts it again.
    """
    gc.collect()
    gc.freeze()  # what start-up made lives for ever: the collector need not look at it (PERFORMANCE, habits)
    gc.set_threshold(50_000, 20, 100)
    async with until_signalled() as stop:
        tasks = [asyncio.create_task(_run(part, stop), name=name) for name, part in parts.items()]
        done, rest = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            if not stop.is_set():
                log.error("part ended", part=task.get_name(), exc_info=task.exception())
        stop.set()
        if rest:
            await asyncio.wait(rest, timeout=10)
        for task in tasks:
            if not task.done():
                log.warning("part cut off", part=task.get_name())
                task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        for result in results:
            if isinstance(result, Exception):
                raise result


async def _run(part: RunPart, stop: asyncio.Event) -> None:
    await part(stop)
    if not stop.is_set():
        raise RuntimeError("ended without having been told to")
