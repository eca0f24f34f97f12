"""The service levels of a running process: as the file says now, or as it said when it was right for the last time."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import structlog
from prometheus_client import Gauge

from shared.levels.book import Levels
from shared.levels.file import WrongLevels, content_of, digest_of, levels_of, read_levels
from shared.runtime.again import again

log = structlog.get_logger()

_wrong = Gauge("earshot_levels_wrong", "1 while the file of service levels is wrong and its last right version counts")


class LiveLevels:
    """Follows the file without a restart. A wrong file changes nothing but a metric, a log line and `problem`.

    Every look reads the whole file, which is small: so it does not matter how it was replaced, be it in place, by
    another file, or by the turn of a symbolic link, as Kubernetes does with a ConfigMap.
    """

    def __init__(self, path: Path, *, every: float = 2.0) -> None:
        """`every`: seconds between two looks. Raises WrongLevels: without levels a process does not start."""
        self._path = path
        self._every = every
        self._current = read_levels(path)
        self._judged = self._seen = self._current.digest
        self._problem: str | None = None
        self._listeners: list[Callable[[Levels], None]] = []

    @property
    def current(self) -> Levels:
        """The levels that count now. Take them once per piece of work, so that it is of one mind."""
        return self._current

    def on_change(self, listener: Callable[[Levels], None]) -> None:
        """Call this with the new levels whenever others count, in the event loop."""
        self._listeners.append(listener)

    async def problem(self) -> str | None:
        """Return what is wrong with the file; None: it is what counts."""
        return self._problem

    async def run(self, stop: asyncio.Event) -> None:
        """Look until told to stop."""
        await again(self.look, stop=stop, every=self._every, name="levels")

    async def look(self) -> bool:
        """Take over what two looks in a row have found: what is found once may still be being written.

        Always False: there is never more to do at once.
        """
        content, seen = await asyncio.to_thread(_read, self._path)
        settled, self._seen = seen == self._seen, seen
        if not settled or seen == self._judged:
            return False
        self._judged = seen
        try:
            if isinstance(content, WrongLevels):
                raise content
            found = await asyncio.to_thread(levels_of, content, self._path)
        except WrongLevels as wrong:
            self._problem = f"{wrong}\nThe levels {self._current.digest} still count."
            log.error("levels are wrong, the former ones count", problem=str(wrong), counts=self._current.digest)
        else:
            self._problem = None
            self._take(found)
        _wrong.set(self._problem is not None)
        return False

    def _take(self, found: Levels) -> None:
        if found.digest == self._current.digest:
            log.info("levels are right again", digest=found.digest)
            return
        log.info("levels taken over", digest=found.digest, before=self._current.digest)
        self._current = found
        for listener in self._listeners:
            listener(found)


def _read(path: Path) -> tuple[bytes | WrongLevels, str]:
    """Return the content and what tells it from another; for a file that cannot be read, the reason."""
    try:
        content = content_of(path)
    except WrongLevels as wrong:
        return wrong, str(wrong)
    return content, digest_of(content)
