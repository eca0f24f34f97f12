"""Group commit: many at once are few writes, and nobody is told of a success that is none."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from services.respond.domain.audit import Note
from services.respond.handlers.journal import Journal
from shared.runtime.errors import Unavailable
from tests.unit.services.respond.audit.test_chain import a_note


@dataclass
class Trail:
    """Takes notes one batch at a time, while `free` is set."""

    batches: list[list[Note]] = field(default_factory=list)
    free: asyncio.Event = field(default_factory=asyncio.Event)
    failure: Exception | None = None

    async def append(self, notes: Sequence[Note]) -> None:
        await self.free.wait()
        if self.failure is not None:
            raise self.failure
        self.batches.append(list(notes))


async def started(journal: Journal, count: int) -> list[asyncio.Task[None]]:
    tasks = [asyncio.create_task(journal.record(a_note(number))) for number in range(count)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return tasks


async def test_who_comes_while_a_batch_is_written_is_in_the_next_one() -> None:
    trail = Trail()
    journal = Journal(trail)

    tasks = await started(journal, 3) + await started(journal, 40)
    assert not any(task.done() for task in tasks)
    trail.free.set()
    await asyncio.gather(*tasks)

    assert [len(batch) for batch in trail.batches] == [3, 40]


async def test_a_trail_that_cannot_be_reached_refuses_everybody_and_later_takes_again() -> None:
    trail = Trail(failure=Unavailable("told to be down"))
    trail.free.set()
    journal = Journal(trail)

    results = await asyncio.gather(*await started(journal, 5), return_exceptions=True)
    trail.failure = None
    await journal.record(a_note())

    assert [type(one) for one in results] == [Unavailable] * 5
    assert [len(batch) for batch in trail.batches] == [1]


async def test_nobody_waits_for_ever_and_what_was_given_up_is_not_written_later() -> None:
    trail = Trail()
    journal = Journal(trail, patience=0.01)
    (in_flight,) = await started(journal, 1)
    (given_up,) = await started(journal, 1)

    for task in (in_flight, given_up):
        with pytest.raises(Unavailable):
            await task
    trail.free.set()
    await journal.record(a_note(9))

    assert [[note.request for note in batch] for batch in trail.batches] == [["req-0"], ["req-9"]]
