"""Asks the system, not our own code, what is running."""

import asyncio
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path


def alive(pids: Iterable[int]) -> set[int]:
    """Those that run. A zombie has ended; its new parent is only slow to take note."""
    wanted = {str(pid) for pid in pids}
    rows = (row.split(None, 2) for row in _ps())
    return {int(pid) for pid, state, *_ in rows if pid in wanted and not state.startswith("Z")}


def mentioning(folder: Path) -> set[int]:
    """Processes that have the folder on their command line."""
    return {int(row.split(None, 2)[0]) for row in _ps() if str(folder) in row}


async def eventually(condition: Callable[[], bool], *, within: float = 15.0) -> None:
    async with asyncio.timeout(within):
        while not condition():
            await asyncio.sleep(0.05)


def _ps() -> list[str]:
    return subprocess.run(
        ["ps", "-eo", "pid=,stat=,args="], capture_output=True, text=True, check=True
    ).stdout.splitlines()
