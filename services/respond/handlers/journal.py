"""Notes for the audit trail, written together: whoever comes while a batch is being written is in the next one."""

import asyncio
from collections.abc import Sequence
from typing import Final, Protocol

from services.respond.domain.audit import Note
from shared.runtime.errors import Unavailable

_MOST: Final = 500


class Trail(Protocol):
    """The audit trail. Raises Unavailable; then nobody can say how many of the notes stand there."""

    async def append(self, notes: Sequence[Note]) -> None: ...


class Journal:
    """One writer per process. It is a task only while there is something to write, so that it needs no beginning."""

    def __init__(self, trail: Trail, *, patience: float = 5.0) -> None:
        """`patience`: seconds that a note may wait."""
        self._trail = trail
        self._patience = patience
        self._waiting: list[tuple[Note, asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def record(self, note: Note) -> None:
        """Return when the note stands in the trail. Raises Unavailable; it may stand there all the same."""
        written = asyncio.get_running_loop().create_future()
        self._waiting.append((note, written))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write(), name="audit")
        try:
            async with asyncio.timeout(self._patience):
                await written
        except TimeoutError:
            raise Unavailable(f"the audit trail took nothing for {self._patience} s") from None

    async def _write(self) -> None:
        while self._waiting:
            # Who has given up waiting was told that nothing is done, so nothing need be written for them.
            batch = [(note, written) for note, written in self._waiting[:_MOST] if not written.done()]
            del self._waiting[:_MOST]
            if not batch:
                continue
            failure: Exception | None = None
            try:
                await self._trail.append([note for note, _ in batch])
            except Exception as error:  # told to each of those who wait: nothing is done that is not recorded
                failure = error
            for _, written in batch:
                if written.done():
                    continue
                if failure is None:
                    written.set_result(None)
                else:
                    written.set_exception(failure)
