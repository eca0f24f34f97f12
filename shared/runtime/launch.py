"""From a command line to a running process."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import TypeVar

import structlog

from shared.runtime.logging import configure_logging
from shared.runtime.process import RunPart, run_parts
from shared.runtime.settings import Settings, read_settings

S = TypeVar("S", bound=Settings)

log = structlog.get_logger()


def launch(
    kind: type[S], wire: Callable[[S], AbstractAsyncContextManager[dict[str, RunPart]]], *, station: str
) -> None:
    """Read settings, wire the station's parts and run them until the process is told to stop.

    Exits with a message where settings are wrong, and raises what a part raised, so that the exit code is not 0.
    """
    settings = read_settings(kind)
    configure_logging(settings, station=station)

    async def main() -> None:
        log.info("starting", http=f"{settings.http_host}:{settings.http_port}")
        async with wire(settings) as parts:
            await run_parts(parts)
        log.info("stopped")

    asyncio.run(main())
