"""Processes of the classify station, started as installations start them, each with a port and a folder of its own."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2

from deploy.local.ports import Ports
from tests.waiting import eventually


@dataclass(frozen=True)
class Running:
    """A process of ours."""

    process: asyncio.subprocess.Process
    port: int

    async def ready(self) -> None:
        """Return when it says so."""
        async with httpx2.AsyncClient() as http:

            async def says_so() -> bool:
                assert self.process.returncode is None, "the process has ended"
                try:
                    return (await http.get(f"http://127.0.0.1:{self.port}/health/ready")).status_code == 200
                except httpx2.HTTPError:
                    return False

            await eventually(says_so, within=60)

    def kill(self) -> None:
        """As the machine's out-of-memory killer would."""
        self.process.kill()


class Processes:
    """Starts processes and remembers them."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self._folder = folder
        self._environment = environment
        self.running: list[Running] = []

    async def start(self, which: str, *, data: str = "data") -> Running:
        """Start `lane` or `storms` on a data folder of that name."""
        port = Ports().take(which, 0)
        environment = {
            "EARSHOT_HTTP_PORT": str(port),
            "EARSHOT_DATA_DIR": str(self._folder / data),
            "EARSHOT_LOG_LEVEL": "info",
        }
        with (self._folder / f"{which}-{len(self.running)}.log").open("w") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-m", "services.classify", which),
                env=os.environ | self._environment | environment,
                stdout=log,
                stderr=log,
            )
        self.running.append(Running(process, port))
        return self.running[-1]

    async def end(self) -> None:
        """Tell all to stop. A process that is told to stop does so within seconds, with exit code 0."""
        for one in self.running:
            if one.process.returncode is None:
                one.process.terminate()
        async with asyncio.timeout(15):
            codes = [await one.process.wait() for one in self.running]
        assert set(codes) <= {0, -9}, codes


@asynccontextmanager
async def processes(folder: Path, **environment: str) -> AsyncIterator[Processes]:
    """Give a starter of processes; all of them end with the block."""
    made = Processes(folder, **environment)
    try:
        yield made
        await made.end()
    finally:
        for one in made.running:
            if one.process.returncode is None:
                one.process.kill()
                await one.process.wait()
