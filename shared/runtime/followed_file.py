"""A file that counts while a process runs: as it says now, or as it said when it was right for the last time."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

import structlog
from prometheus_client import Gauge

from shared.runtime.again import again
from shared.runtime.yaml_file import WrongFile, content_of, digest_of

T = TypeVar("T")

log = structlog.get_logger()


class FollowedFile(Generic[T]):
    """Follows the file without a restart. A wrong file changes nothing but a metric, a log line and `problem`.

    Every look reads the whole file, which is small: so it does not matter how it was replaced, be it in place, by
    another file, or by the turn of a symbolic link, as Kubernetes does with a ConfigMap.
    """

    def __init__(
        self,
        path: Path,
        *,
        read: Callable[[bytes, Path], T],
        name: str,
        setting: str,
        wrong: Gauge,
        every: float = 2.0,
    ) -> None:
        """`read` makes of the content what counts, or raises WrongFile. `name`, in the plural, says what stands in it;
        `setting` is the variable that names it; `wrong` is 1 while it is wrong. `every`: seconds between two looks.

        Raises WrongFile: without a right file a process does not start.
        """
        self._path = path
        self._read = read
        self._name = name
        self._setting = setting
        self._wrong = wrong
        self._every = every
        content = content_of(path, setting=setting)
        self._current = read(content, path)
        self._digest = self._judged = self._seen = digest_of(content)
        self._problem: str | None = None
        self._listeners: list[Callable[[T], None]] = []

    @property
    def current(self) -> T:
        """What counts now. Take it once per piece of work, so that it is of one mind."""
        return self._current

    @property
    def digest(self) -> str:
        """What tells the content that counts now from any other."""
        return self._digest

    def on_change(self, listener: Callable[[T], None]) -> None:
        """Call this with what counts whenever something else does, in the event loop."""
        self._listeners.append(listener)

    async def problem(self) -> str | None:
        """Return what is wrong with the file; None: it is what counts."""
        return self._problem

    async def run(self, stop: asyncio.Event) -> None:
        """Look until told to stop."""
        await again(self.look, stop=stop, every=self._every, name=self._name)

    async def look(self) -> bool:
        """Take over what two looks in a row have found: what is found once may still be being written.

        Always False: there is never more to do at once.
        """
        content, seen = await asyncio.to_thread(self._looked)
        settled, self._seen = seen == self._seen, seen
        if not settled or seen == self._judged:
            return False
        self._judged = seen
        try:
            if isinstance(content, WrongFile):
                raise content
            found = await asyncio.to_thread(self._read, content, self._path)
        except WrongFile as wrong:
            self._problem = f"{wrong}\nThe {self._name} {self._digest} still count."
            log.error(
                "a file is wrong, what it said before counts", file=self._name, problem=str(wrong), counts=self._digest
            )
        else:
            self._problem = None
            self._take(found, seen)
        self._wrong.set(self._problem is not None)
        return False

    def _take(self, found: T, digest: str) -> None:
        if digest == self._digest:
            log.info("a file is right again", file=self._name, digest=digest)
            return
        log.info("a file was taken over", file=self._name, digest=digest, before=self._digest)
        self._current, self._digest = found, digest
        for listener in self._listeners:
            listener(found)

    def _looked(self) -> tuple[bytes | WrongFile, str]:
        """Return the content and what tells it from another; for a file that cannot be read, the reason."""
        try:
            content = content_of(self._path, setting=self._setting)
        except WrongFile as wrong:
            return wrong, str(wrong)
        return content, digest_of(content)
