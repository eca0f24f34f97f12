"""A supervisor as a process of its own, as a person starts it."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, STDOUT, Process
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from deploy.local.home import REPOSITORY
from deploy.local.ports import Ports
from deploy.local.stack_file import NoStack, read_stack
from tests.integration.deploy.processes_alive import eventually

ELSEWHERE = {"EARSHOT_KAFKA_BOOTSTRAP", "EARSHOT_MONGO_URL"}
INHERITED = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}


@dataclass
class Supervised:
    process: Process
    data_dir: Path

    async def ready(self) -> None:
        """Returns when `stack.json` is of this supervisor; fails with its words when it ended instead."""
        await eventually(lambda: self._announced() or self.ended, within=120)
        assert not self.ended, await self.said()

    def _announced(self) -> bool:
        try:
            return read_stack(self.data_dir).pids["supervisor"] == self.process.pid
        except NoStack:
            return False

    @property
    def ended(self) -> bool:
        return self.process.returncode is not None

    async def said(self) -> str:
        """All its output, once it has ended."""
        assert self.process.stdout
        return (await self.process.stdout.read()).decode()

    async def ends(self, how: signal.Signals | None = None, *, within: float = 30.0) -> int:
        if how:
            self.process.send_signal(how)
        async with asyncio.timeout(within):
            return await self.process.wait()


@asynccontextmanager
async def supervised(
    data_dir: Path, *arguments: str, kafka: str, module: str = "deploy.local"
) -> AsyncIterator[Supervised]:
    ports = Ports()
    own = {f"EARSHOT_PORT_{name}": str(ports.take("any", 0)) for name in ("MONGO", "KAFKA", "KAFKA_CONTROLLER")}
    argv: Sequence[str] = (
        sys.executable,
        "-X",
        "dev",
        "-W",
        "error",
        "-m",
        module,
        *arguments,
        "--data",
        str(data_dir),
    )
    process = await asyncio.create_subprocess_exec(
        *argv, cwd=REPOSITORY, stdout=PIPE, stderr=STDOUT, env=INHERITED | own | {"EARSHOT_KAFKA": kafka}
    )
    try:
        yield Supervised(process, data_dir)
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()
