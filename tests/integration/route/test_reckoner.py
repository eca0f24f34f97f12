"""Changed service levels come to every live case, once, whoever else writes at the time."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from services.route.live_cases import LiveCases
from services.route.reckoner import ONCE_MORE, Reckoner
from shared.case.apply import apply_all
from shared.case.commands import Assign
from shared.case.decide import decide
from shared.case.keeping import Change, Step
from shared.case.kept.indexes import CASES
from shared.case.kept.store import CaseStore
from shared.case.state.case import Case
from shared.case.state.clock import ClockKind
from shared.case.state.policy import Book
from shared.case.state.stage import Stage
from shared.levels.live import LiveLevels
from tests.builders import HOUR, NOON
from tests.integration.route.levels import cases_of, due_after, levels_with, opened
from tests.waiting import eventually

BEFORE, AFTER = due_after(4), due_after(1)


class World:
    """The reckoner on a real database, with levels and a time that the test sets."""

    def __init__(self, database: Any) -> None:
        self.cases = CaseStore(database)
        self.current = levels_with(BEFORE)
        self.now = NOON
        self.stop = asyncio.Event()
        self.reckoner = self.made(LiveCases(database), self.cases)

    def made(self, live: Any, cases: Any) -> Reckoner:
        return Reckoner(levels=self, live=live, cases=cases, time=self.time, page=2)

    def time(self) -> datetime:
        return self.now

    def levels(self, book: Book) -> None:
        self.current = levels_with(book)

    async def follow(self) -> None:
        await self.reckoner.follow(self.stop)

    async def due(self, case: Case) -> datetime | None:
        clock = (await self.cases.get(case.id)).clock(ClockKind.FIRST_RESPONSE)
        return None if clock is None else clock.due_at


class Beaten(CaseStore):
    """A store where somebody else writes to a case just before the first bulk."""

    def __init__(self, database: Any, other: Callable[[], Awaitable[object]]) -> None:
        super().__init__(database)
        self._other: Callable[[], Awaitable[object]] | None = other

    async def save(self, steps: Sequence[Step]) -> bool:
        other, self._other = self._other, None
        if other is not None:
            await other()
        return await super().save(steps)


@pytest.fixture
def world(database: Any) -> World:
    return World(database)


def assigned(agent: str) -> Change:
    def change(case: Case) -> Case:
        return apply_all(case, decide(case, Assign(agent=agent, by="test"), now=NOON), now=NOON)

    return change


async def test_changed_levels_move_the_deadlines_of_all_live_cases(world: World, database: Any) -> None:
    cases = cases_of("joe", "ann", "eve", "mae", "sue", book=BEFORE)
    await opened(database, cases)

    world.levels(AFTER)
    await world.follow()

    assert {await world.due(case) for case in cases} == {NOON + HOUR}
    stored = await database[CASES].find({}, {"clock_due_at": 1}).to_list(None)
    assert {one["clock_due_at"] for one in stored} == {NOON + HOUR * 0.75}


async def test_a_moved_deadline_is_announced(world: World, database: Any) -> None:
    (joe,) = cases_of("joe", book=BEFORE)
    await opened(database, [joe])

    world.levels(AFTER)
    await world.follow()

    (waiting,) = await world.cases.unannounced(limit=10)
    assert (waiting.id, waiting.announce_from) == (joe.id, joe.version + 1)


async def test_a_case_that_is_over_keeps_its_terms(world: World, database: Any) -> None:
    (joe,) = cases_of("joe", book=BEFORE)
    closed = replace(joe, stage=Stage.CLOSED)
    await opened(database, [closed])

    world.levels(AFTER)
    await world.follow()

    assert await world.cases.get(joe.id) == closed


async def test_a_second_time_changes_nothing(world: World, database: Any) -> None:
    """Neither the same process again nor another one that follows the same file writes a case that has its terms."""
    await opened(database, cases_of("joe", "ann", "eve", book=BEFORE))
    world.levels(AFTER)
    await world.follow()
    first = await database[CASES].find({}).sort("_id", 1).to_list(None)

    world.now += ONCE_MORE
    await world.follow()
    await world.made(LiveCases(database), world.cases).follow(world.stop)

    assert await database[CASES].find({}).sort("_id", 1).to_list(None) == first
    assert {case["version"] for case in first} == {2}


async def test_what_changed_while_nobody_ran_is_found_at_the_start(world: World, database: Any) -> None:
    """Every first look is a change: the file may have been another one when the process was last there."""
    (joe,) = cases_of("joe", book=due_after(24))
    await opened(database, [joe])

    await world.follow()

    assert await world.due(joe) == NOON + 4 * HOUR


async def test_a_case_that_another_process_opened_under_the_former_levels_is_found_a_minute_later(
    world: World, database: Any
) -> None:
    world.levels(AFTER)
    await world.follow()
    (late,) = cases_of("joe", book=BEFORE)
    await opened(database, [late])

    world.now += ONCE_MORE - timedelta(seconds=1)
    await world.follow()
    assert await world.due(late) == NOON + 4 * HOUR
    world.now += timedelta(seconds=1)
    await world.follow()

    assert await world.due(late) == NOON + HOUR


async def test_between_changes_nothing_is_read(world: World, database: Any) -> None:
    await opened(database, cases_of("joe", book=BEFORE))
    await world.follow()
    world.now += ONCE_MORE
    await world.follow()
    await database.command("profile", 2)

    world.now += timedelta(days=1)
    await world.follow()

    await database.command("profile", 0)
    assert await database["system.profile"].count_documents({"ns": f"{database.name}.{CASES}"}) == 0


async def test_whoever_lost_to_another_writer_is_decided_again(world: World, database: Any) -> None:
    """Neither the other's change nor ours is lost, and nobody in the same bulk is recomputed twice."""
    joe, ann = cases_of("joe", "ann", book=BEFORE)
    await opened(database, [joe, ann])

    store = Beaten(database, lambda: world.cases.update(joe.id, assigned("mira")))
    world.levels(AFTER)
    await world.made(LiveCases(database), store).follow(world.stop)

    assert {await world.due(case) for case in (joe, ann)} == {NOON + HOUR}
    found = await world.cases.get(joe.id)
    assert (found.owner, found.version) == ("mira", joe.version + 2)
    assert (await world.cases.get(ann.id)).version == ann.version + 1


async def test_a_case_that_meets_a_bug_keeps_no_other_from_its_terms(world: World, database: Any) -> None:
    """Here by a book that knows no severity but one, which no file can say."""
    joe, ann = cases_of("joe", "ann", book=BEFORE)
    await opened(database, [replace(joe, severity="high"), ann])
    broken = AFTER.policies[-1]

    world.levels(replace(AFTER, policies=(replace(broken, terms={"normal": broken.terms["normal"]}),)))
    await world.follow()

    assert await world.due(ann) == NOON + HOUR
    assert await world.due(joe) == NOON + 4 * HOUR


async def test_it_stops_between_two_pages(world: World, database: Any) -> None:
    await opened(database, cases_of("joe", "ann", "eve", "mae", "sue", book=BEFORE))
    world.levels(AFTER)
    world.stop.set()

    await world.follow()

    assert await database[CASES].count_documents({"version": 2}) == 2


async def test_a_changed_file_comes_to_the_cases_without_a_restart(database: Any, tmp_path: Path) -> None:
    def text(hours: int) -> str:
        return f"""
version: 1
policies: [{{id: standard, targets: {{first_response: {hours}h}}}}]
queues: [{{id: all}}]
"""

    path = tmp_path / "levels.yaml"
    await asyncio.to_thread(path.write_text, text(4))
    levels = LiveLevels(path, every=0.02)
    store = CaseStore(database)
    (joe,) = cases_of("joe", book=levels.current.book)
    await opened(database, [joe])
    reckoner = Reckoner(levels=levels, live=LiveCases(database), cases=store, time=lambda: NOON, every=0.02)
    stop = asyncio.Event()
    running = [asyncio.create_task(levels.run(stop)), asyncio.create_task(reckoner.run(stop))]

    await asyncio.to_thread(path.write_text, text(1))

    async def moved() -> bool:
        return (await store.get(joe.id)).answer_by == NOON + HOUR

    await eventually(moved)
    stop.set()
    await asyncio.gather(*running)
