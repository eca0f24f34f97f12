"""A process of ours and what can be done with it."""

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path

from deploy.local.leash import Leash
from deploy.local.readiness import until

Check = Callable[[], Awaitable[bool]]


class ChildFailed(Exception):
    """A child ended or did not become ready; the message ends with the tail of its log."""


class Child:
    """Started, stopped, killed and started again under one name, one port and one log."""

    def __init__(
        self,
        name: str,
        argv: Sequence[str],
        *,
        leash: Leash,
        log: Path,
        cwd: Path,
        env: Mapping[str, str],
        ready: Check,
        ready_within: float = 60.0,
        stop_within: float = 5.0,
        url: str = "",
    ) -> None:
        self.name = name
        self.url = url  # empty where it serves no HTTP
        self.log = log
        self.fell = asyncio.Event()  # it ended and nobody had asked it to; a restart clears this
        self._argv, self._env, self._cwd, self._leash = argv, env, cwd, leash
        self._ready, self._ready_within, self._stop_within = ready, ready_within, stop_within
        self._process: asyncio.subprocess.Process | None = None
        self._end: asyncio.Task[None] | None = None
        self._stopping = False

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process and self.running else None

    @property
    def running(self) -> bool:
        return self._end is not None and not self._end.done()

    @property
    def exit_code(self) -> int | None:
        return self._process.returncode if self._process else None

    async def start(self) -> None:
        """Starts the process; `wait_ready` says when it is of use."""
        if self.running:
            raise RuntimeError(f"{self.name} is running")
        self.fell.clear()
        self._stopping = False
        with self.log.open("ab") as output:
            self._process = await self._leash.spawn(self._argv, env=self._env, cwd=self._cwd, output=output)
        self._end = asyncio.create_task(self._watch(self._process), name=f"watch {self.name}")

    async def _watch(self, process: asyncio.subprocess.Process) -> None:
        await process.wait()
        _signal_group(signal.SIGKILL, process.pid)  # what it may have started itself
        self._leash.forget(process.pid)
        if not self._stopping:
            self.fell.set()

    async def wait_ready(self, within: float | None = None) -> None:
        """Raises ChildFailed when it ends before it is ready, or is not ready in time (seconds)."""
        try:
            async with asyncio.timeout(within or self._ready_within):
                await until(self._ready_or_ended)
        except TimeoutError:
            raise ChildFailed(self._with_tail(f"{self.name} did not become ready")) from None
        if not self.running:
            raise ChildFailed(self._with_tail(f"{self.name} ended with exit code {self.exit_code}"))

    async def _ready_or_ended(self) -> bool:
        return not self.running or (await self._ready() and self.running)

    async def wait(self) -> int:
        """Its exit code, as soon as it has one; negative for a signal."""
        if self._end:
            await asyncio.shield(self._end)
        return self.exit_code or 0

    async def stop(self) -> None:
        """SIGTERM to the process, SIGKILL to its group when that took too long. Twice is once."""
        self.fell.clear()
        if not self.running:
            return
        self._stopping = True
        self.send(signal.SIGCONT)
        self.send(signal.SIGTERM)
        try:
            async with asyncio.timeout(self._stop_within):
                await self.wait()
        except TimeoutError:
            await self.kill()

    async def kill(self) -> None:
        """SIGKILL, as a fault would: what watches this child sees it fall and may start it again."""
        if self._process and self.running:
            _signal_group(signal.SIGKILL, self._process.pid)
            await self.wait()

    async def restart(self) -> None:
        """Stops it if it runs, starts it and waits until it is ready."""
        await self.stop()
        await self.start()
        await self.wait_ready()

    def send(self, what: signal.Signals) -> None:
        """Sends any signal, for example SIGSTOP and SIGCONT."""
        if self.pid is not None:
            os.kill(self.pid, what)

    def tail(self, lines: int = 20) -> str:
        text = self.log.read_text(errors="replace") if self.log.exists() else ""
        return "\n".join(text.splitlines()[-lines:])

    def fall_report(self) -> str:
        return self._with_tail(f"{self.name} ended with exit code {self.exit_code}")

    def _with_tail(self, what: str) -> str:
        return f"{what}. The end of {self.log}:\n{self.tail()}"


def _signal_group(what: signal.Signals, group: int) -> None:
    try:
        os.killpg(group, what)
    except (ProcessLookupError, PermissionError):
        pass  # the group is empty, or on macOS holds only zombies
