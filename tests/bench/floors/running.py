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
    await ground.kafka.skip(names.GROUP, names.MENTIONS)
    async with _on_both(ground, database, "worker") as child:
        yield child


@asynccontextmanager
async def clock(ground: Ground, database: str) -> AsyncIterator[Child]:
    """Give F4's process, at work."""
    async with _on_both(ground, database, "clock") as child:
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
async def passing(ground: Ground) -> AsyncIterator[Child]:
    """Give F6's process, its consumer in its group."""
    await ground.kafka.skip(names.GROUP, names.MENTIONS)
    async with _told_by_a_file(ground, "passing", ground.new_run()) as child:
        yield child


@asynccontextmanager
async def _on_both(ground: Ground, database: str, name: str) -> AsyncIterator[Child]:
    """Give a floor that stands on Kafka and MongoDB."""
    async with _told_by_a_file(ground, name, database, ground.stack.backing.mongo_url, database) as child:
        yield child


@asynccontextmanager
async def _told_by_a_file(ground: Ground, name: str, run: str, *arguments: str) -> AsyncIterator[Child]:
    """Give a floor that stands on Kafka; it says by a file that it is ready."""
    ready = ground.stack.home.path / f"{run}-{name}.ready"
    ready.unlink(missing_ok=True)
    argv = [sys.executable, "-m", f"tests.bench.floors.{name}", ground.stack.backing.kafka_bootstrap]

    async def is_ready() -> bool:
        return ready.exists()

    child = ground.stack.home.child(f"floor-{name}", [*argv, *arguments, str(ready)], ready=is_ready)
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
