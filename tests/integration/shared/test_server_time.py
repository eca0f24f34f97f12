"""Every worker's time is the server's, whatever its own clock shows."""

from collections.abc import Iterator
from datetime import UTC, timedelta
from typing import Any

import pytest

from shared.mongo.server_time import ServerTime
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable
from tests.integration.shared.server import nowhere, server_now

CLOSE = timedelta(seconds=1)
"""More than any round trip here takes, less than any clock here is wrong."""


class Counter:
    """A machine's counter by hand; each of the next looks may cost time."""

    def __init__(self, now: float = 0.0) -> None:
        self.now = now
        self.costs: Iterator[float] = iter(())

    def __call__(self) -> float:
        shown = self.now
        self.now += next(self.costs, 0.0)
        return shown


async def test_it_shows_the_servers_time(database: Any) -> None:
    time = ServerTime(database)
    await time.measure()
    clock: Clock = time

    before = await server_now(database)
    shown = clock()
    after = await server_now(database)

    assert before - CLOSE <= shown <= after + CLOSE
    assert shown.tzinfo is UTC
    assert shown.microsecond % 1000 == 0


@pytest.mark.parametrize("shows", [0.0, -1e6, 4e9])
async def test_what_this_machines_counter_shows_does_not_matter(database: Any, shows: float) -> None:
    time = ServerTime(database, monotonic=Counter(shows))
    await time.measure()

    assert abs(time() - await server_now(database)) < CLOSE


async def test_between_measurements_it_goes_as_this_machine_goes(database: Any) -> None:
    counter = Counter()
    time = ServerTime(database, monotonic=counter)
    await time.measure()
    before = time()

    counter.now += 90.25

    assert time() - before == timedelta(seconds=90.25)


async def test_half_the_round_trip_is_added(database: Any) -> None:
    counter = Counter()
    time = ServerTime(database, monotonic=counter)
    counter.costs = iter([60.0])

    await time.measure()

    assert abs(time() - await server_now(database) - timedelta(seconds=30)) < CLOSE


@pytest.mark.parametrize("order", [(60.0, 0.0), (0.0, 60.0)])
async def test_of_the_last_answers_the_quickest_counts(database: Any, order: tuple[float, float]) -> None:
    """They come at one moment of the counter, so that only the slow one's half minute can tell them apart."""
    counter = Counter()
    time = ServerTime(database, monotonic=counter)
    for cost in order:
        counter.now, counter.costs = 0.0, iter([cost])
        await time.measure()
    counter.now = 0.0

    assert abs(time() - await server_now(database)) < CLOSE


async def test_a_machine_that_slept_shows_the_right_time_after_the_next_measurement(database: Any) -> None:
    """Its counter stood still meanwhile, and the answers from before are wrong, however quick they were."""
    counter = Counter(3600.0)
    time = ServerTime(database, monotonic=counter)
    for _ in range(3):
        await time.measure()

    counter.now, counter.costs = 0.0, iter([0.2])
    await time.measure()

    assert abs(time() - await server_now(database)) < CLOSE


async def test_before_the_first_measurement_there_is_no_time(database: Any) -> None:
    with pytest.raises(Unavailable):
        ServerTime(database)()


class _Moving:
    """A database that can be changed for another under the clock's hands."""

    def __init__(self, database: Any) -> None:
        self.database = database
        self.client = self.admin = self

    async def command(self, *arguments: Any, **options: Any) -> Any:
        return await self.database.client.admin.command(*arguments, **options)


async def test_while_the_database_is_away_the_last_measurements_go_on(database: Any) -> None:
    there = _Moving(database)
    time = ServerTime(there)
    await time.measure()

    async with nowhere() as there.database:
        with pytest.raises(Unavailable):
            await time.measure()

    assert abs(time() - await server_now(database)) < CLOSE
