"""Starting the floors as processes of the local stack, so that they are leashed and logged like all others."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from deploy.local.child import Child
from deploy.local.readiness import http_ok
from tests.bench.floors import names
from tests.bench.ground import Ground


@asynccontextmanager
async def worker(ground: Ground, database: str) -> AsyncIterator[Child]:
    """Give F1's process, its consumer in its group."""
    ready = ground.stack.home.path / f"{database}.ready"
    backing = ground.stack.backing
    argv = [sys.executable, "-m", "tests.bench.floors.worker"]

    async def is_ready() -> bool:
        return ready.exists()

    await ground.kafka.skip(names.GROUP, names.MENTIONS)
    child = ground.stack.home.child(
        "floor-worker", [*argv, backing.kafka_bootstrap, backing.mongo_url, database, str(ready)], ready=is_ready
    )
    async with _living(child):
        yield child


@asynccontextmanager
async def door(ground: Ground) -> AsyncIterator[Child]:
    """Give F2's process, listening."""
    port = ground.stack.ports.take("floor-door", 8099)
    argv = [sys.executable, "-m", "tests.bench.floors.door"]

    async def answers() -> bool:
        return await http_ok(port, "/")

    child = ground.stack.home.child(
        "floor-door",
        [*argv, ground.stack.backing.kafka_bootstrap, str(port), ground.key.hex()],
        ready=answers,
        url=f"http://127.0.0.1:{port}",
    )
    async with _living(child):
        yield child


@asynccontextmanager
async def _living(child: Child) -> AsyncIterator[None]:
    await child.start()
    try:
        await child.wait_ready()
        yield
    finally:
        await child.stop()
