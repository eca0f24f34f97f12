"""Tasks that go on for ever, each on its own: one that fails backs off and never disturbs the others."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Final

import structlog

from services.ingest.metrics import SOURCE_AT, SOURCE_UP
from services.ingest.sources.mastodon_api import NotAllowed, Paused
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable

log = structlog.get_logger()

_LONGEST_WAIT: Final = 60.0
_LAST_STEP_SECONDS: Final = 3.0


@dataclass(frozen=True, slots=True)
class Task:
    """`step` returns the seconds to wait before the next one."""

    source: str
    name: str
    step: Callable[[], Awaitable[float]]


class Supervision:
    """Runs tasks side by side until told to stop."""

    def __init__(self, tasks: Sequence[Task], *, clock: Clock, first_wait: float = 0.5) -> None:
        """`first_wait`: seconds after a first failure; doubled after each further one, up to a minute."""
        self._tasks = tuple(tasks)
        self._clock = clock
        self._first_wait = first_wait
        self._wrong: dict[str, str] = {f"{task.source} {task.name}": "not yet started" for task in tasks}

    def problems(self) -> dict[str, str | None]:
        """Return what is wrong, by task; None where all is well. Not a matter of readiness: webhooks go on."""
        return {f"{task.source} {task.name}": self._wrong.get(f"{task.source} {task.name}") for task in self._tasks}

    async def run(self, stop: asyncio.Event) -> None:
        """Run until told to stop; a step that is under way then gets a moment to finish."""
        loops = [asyncio.create_task(self._forever(task, stop)) for task in self._tasks]
        await stop.wait()
        if not loops:
            return
        _, late = await asyncio.wait(loops, timeout=_LAST_STEP_SECONDS)
        for loop in late:
            loop.cancel()
        await asyncio.gather(*loops, return_exceptions=True)

    async def _forever(self, task: Task, stop: asyncio.Event) -> None:
        failures = 0
        while not stop.is_set():
            try:
                wait = await task.step()
            except Exception as error:
                failures += not isinstance(error, Paused)  # who is told when to come again need not guess
                wait = self._failed(task, error, failures)
            else:
                failures = 0
                self._well(task)
            await _stopped_within(stop, wait)

    def _well(self, task: Task) -> None:
        if self._wrong.pop(f"{task.source} {task.name}", None):
            log.info("source works", source=task.source, task=task.name)
        SOURCE_UP.labels(task.source, task.name).set(1)
        SOURCE_AT.labels(task.source, task.name).set(self._clock().timestamp())

    def _failed(self, task: Task, error: Exception, failures: int) -> float:
        self._wrong[f"{task.source} {task.name}"] = str(error) or repr(error)
        SOURCE_UP.labels(task.source, task.name).set(0)
        wait = min(self._first_wait * float(2 ** min(max(failures - 1, 0), 10)), _LONGEST_WAIT)
        if isinstance(error, Paused):
            wait = max((error.until - self._clock()).total_seconds(), 0.1)
        elif isinstance(error, NotAllowed):
            wait = _LONGEST_WAIT
        if isinstance(error, Unavailable):
            log.warning("source waits", source=task.source, task=task.name, reason=str(error), seconds=wait)
        else:
            log.error("source met a bug", source=task.source, task=task.name, seconds=wait, exc_info=error)
        return wait


async def _stopped_within(stop: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        pass  # nobody stopped us; on with the next step
