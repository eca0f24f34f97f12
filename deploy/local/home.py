"""The data folder: one supervisor at a time, a log per child."""

import asyncio
import fcntl
import os
import shutil
import signal
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from deploy.local.child import Check, Child, ChildFailed
from deploy.local.leash import GRACE_SECONDS, Leash, leash
from deploy.local.readiness import is_alive

REPOSITORY = Path(__file__).parents[2]
KEPT_WHEN_FRESH = {"lock", "secrets.env", "logs", "kafka"}  # of kafka/ the jars stay, see `empty`


class DataFolderBusy(Exception):
    """Another supervisor works on this data."""


@dataclass(frozen=True)
class Home:
    path: Path
    leash: Leash
    children: list[Child] = field(default_factory=list)

    def child(
        self,
        name: str,
        argv: Sequence[str],
        *,
        ready: Check,
        env: Mapping[str, str] | None = None,
        cwd: Path = REPOSITORY,
        ready_within: float = 60.0,
        stop_within: float = 5.0,
        url: str = "",
    ) -> Child:
        """A child that is not started yet, with our environment and `env`, and a fresh log."""
        child = Child(
            name,
            argv,
            leash=self.leash,
            log=self.new_log(name),
            cwd=cwd,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **(env or {})},
            ready=ready,
            ready_within=ready_within,
            stop_within=stop_within,
            url=url,
        )
        self.children.append(child)
        return child

    def kill_all(self) -> None:
        """For the impatient: whoever waits for a child to end need not wait any more."""
        for child in self.children:
            child.send(signal.SIGKILL)

    async def run(self, name: str, argv: Sequence[str], *, env: Mapping[str, str] | None = None) -> None:
        """A child that does one thing and ends. Raises ChildFailed when that did not work."""
        once = self.child(name, argv, ready=_never, env=env)
        await once.start()
        try:
            if await once.wait() != 0:
                raise ChildFailed(once.fall_report())
        finally:
            await once.stop()

    def new_log(self, name: str) -> Path:
        """The log of the run before stays beside it as `.log.1`."""
        log = self.path / "logs" / f"{name}.log"
        if log.exists():
            log.replace(log.with_suffix(".log.1"))
        log.touch()
        return log


async def _never() -> bool:
    return False


@asynccontextmanager
async def occupy(data_dir: Path, *, fresh: bool = False) -> AsyncIterator[Home]:
    """Raises DataFolderBusy. A supervisor that was killed a moment ago is waited for: its warden holds the lock."""
    path = _made(data_dir)
    with (path / "lock").open("a+") as lock:
        await _lock(lock.fileno(), path)
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        if fresh:
            empty(path)
        async with leash(hold=[lock.fileno()]) as leashed:
            yield Home(path, leashed)


def _made(data_dir: Path) -> Path:
    path = data_dir.resolve()
    (path / "logs").mkdir(parents=True, exist_ok=True)
    return path


async def _lock(descriptor: int, path: Path) -> None:
    deadline = time.monotonic() + GRACE_SECONDS + 1
    while True:
        try:
            return fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = (path / "lock").read_text()
            if (holder.isdecimal() and is_alive(int(holder))) or time.monotonic() > deadline:
                raise DataFolderBusy(
                    f"another supervisor (pid {holder or 'unknown'}) works on {path}; stop it, or choose --data DIR"
                ) from None
        await asyncio.sleep(0.05)


def empty(path: Path) -> None:
    """Forgets all data; keeps the secrets and what was downloaded."""
    for entry in path.iterdir():
        if entry.name not in KEPT_WHEN_FRESH:
            shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
    shutil.rmtree(path / "kafka" / "data", ignore_errors=True)
