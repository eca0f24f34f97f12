"""One holder at a time by the server's clock, and no late write of a former holder."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from functools import partial
from random import Random
from typing import Any

import pytest
from pymongo import WriteConcern
from pymongo.errors import PyMongoError

from shared.mongo.lease import LEASES, Lease, LeaseLost
from shared.runtime.errors import Unavailable
from tests.integration.shared.server import nowhere, passed
from tests.waiting import eventually, until

LONG = timedelta(minutes=10)
SHORT = timedelta(milliseconds=150)


def lease(database: Any, holder: str, lasting: timedelta = LONG, *, name: str = "dispatch") -> Lease:
    return Lease(database, name=name, holder=holder, lasting=lasting)


async def until_of(database: Any) -> datetime:
    """Until when the lease is held, by the server's clock."""
    [found] = await database[LEASES].find({}).to_list(None)
    until: datetime = found["until"]
    return until


async def run_out(database: Any) -> None:
    """Wait until the lease's time is over."""
    await eventually(partial(passed, database, await until_of(database)))


@asynccontextmanager
async def transaction(database: Any) -> AsyncIterator[Any]:
    """A session in a transaction: committed at the end, aborted by an error."""
    async with (
        await database.client.start_session() as session,
        session.start_transaction(write_concern=WriteConcern("majority")),
    ):
        yield session


async def write(
    database: Any, held: Lease, fence: int, word: str, *, meanwhile: Callable[[], Awaitable[object]] | None = None
) -> None:
    """Write a word down in a transaction under the lease; `meanwhile` happens after it began and before the touch."""
    async with transaction(database) as session:
        await database.words.insert_one({"_id": word}, session=session)
        if meanwhile is not None:
            await meanwhile()
        await held.touch(session, fence)


async def words(database: Any) -> list[str]:
    return [document["_id"] for document in await database.words.find({}).sort("_id", 1).to_list(None)]


@pytest.fixture(autouse=True)
async def _collections(database: Any) -> None:
    """A transaction that creates a collection conflicts with others that do; here only the lease is to conflict."""
    await database.create_collection("words")


async def test_the_fence_grows_with_each_change_of_holder_and_stays_on_renewal(database: Any) -> None:
    ann, ben = lease(database, "ann"), lease(database, "ben")

    assert [await ann.take(), await ann.take(), await ben.take()] == [1, 1, None]
    await ann.give_back()
    assert [await ben.take(), await ben.take(), await ann.take()] == [2, 2, None]
    await ben.give_back()
    assert [await ben.take(), await ann.take()] == [3, None]


async def test_a_renewal_lasts_from_the_renewal_on(database: Any) -> None:
    ann = lease(database, "ann")
    await ann.take()
    first = await until_of(database)
    await eventually(partial(passed, database, first - LONG))

    await ann.take()

    assert await until_of(database) > first


async def test_nobody_takes_a_lease_before_its_time_is_over_by_the_servers_clock(database: Any) -> None:
    ann, ben = lease(database, "ann", SHORT), lease(database, "ben")
    assert await ann.take() == 1
    ends = await until_of(database)

    async def taken() -> bool:
        return await ben.take() is not None

    await eventually(taken)

    assert await until_of(database) - LONG >= ends
    assert [await ann.take(), await ben.take()] == [None, 2]


async def test_a_holder_that_comes_late_before_anybody_else_did_keeps_its_fence(database: Any) -> None:
    ann = lease(database, "ann", SHORT)
    assert await ann.take() == 1
    await run_out(database)

    assert await ann.take() == 1


@pytest.mark.parametrize("before", ["nobody", "somebody whose time is over"])
async def test_of_many_at_once_one_gets_it(database: Any, before: str) -> None:
    if before != "nobody":
        await lease(database, "old", SHORT).take()
        await run_out(database)

    fences = await asyncio.gather(*(lease(database, f"worker-{number}").take() for number in range(20)))

    assert [fence for fence in fences if fence] == [1 if before == "nobody" else 2]


async def test_leases_of_other_names_are_others(database: Any) -> None:
    assert await lease(database, "ann", name="dispatch").take() == 1
    assert await lease(database, "ben", name="canary").take() == 1


async def test_a_holders_name_is_a_name_and_no_expression(database: Any) -> None:
    ann, ben = lease(database, "$fence"), lease(database, "ben")

    assert [await ann.take(), await ann.take(), await ben.take()] == [1, 1, None]


async def test_giving_back_what_somebody_else_holds_changes_nothing(database: Any) -> None:
    ann, ben = lease(database, "ann"), lease(database, "ben")
    await ann.take()

    await ben.give_back()

    assert [await ben.take(), await ann.take()] == [None, 1]


async def test_a_transaction_of_the_holder_commits_and_renews_the_lease(database: Any) -> None:
    assert await lease(database, "ann", timedelta(seconds=5)).take() == 1
    before = await until_of(database)

    await write(database, lease(database, "ann"), 1, "ann")

    assert await words(database) == ["ann"]
    assert await until_of(database) > before + LONG / 2


@pytest.mark.parametrize("why", ["never held", "somebody else holds it", "held anew since", "its time is over"])
async def test_a_transaction_without_the_lease_writes_nothing(database: Any, why: str) -> None:
    """The last: although nobody else has taken the lease, somebody may do so at any moment."""
    ann, fence = lease(database, "ann", SHORT if why == "its time is over" else LONG), 1
    if why != "never held":
        assert await ann.take() == fence
    if why == "its time is over":
        await run_out(database)
    if why in ("somebody else holds it", "held anew since"):
        await ann.give_back()
        await lease(database, "ben" if why == "somebody else holds it" else "ann").take()

    with pytest.raises(LeaseLost):
        await write(database, ann, fence, "ann")

    assert await words(database) == []


async def test_a_transaction_that_began_under_the_lease_and_froze_until_somebody_took_it_writes_nothing(
    database: Any,
) -> None:
    """What it sees is the time before: the lease still looks its own, and only the write to it tells."""
    ann, ben = lease(database, "ann", SHORT), lease(database, "ben")
    assert await ann.take() == 1

    async def frozen() -> None:
        await run_out(database)
        assert await ben.take() == 2

    with pytest.raises(LeaseLost):
        await write(database, ann, 1, "ann", meanwhile=frozen)

    assert await words(database) == []


async def test_a_lease_that_runs_out_within_a_transaction_is_taken_after_its_end_and_not_before(database: Any) -> None:
    """Between touch and commit nobody takes it, however long that lasts; so the two never write side by side."""
    ann, ben = lease(database, "ann", timedelta(seconds=1)), lease(database, "ben")
    assert await ann.take() == 1
    took: list[int | None] = []

    async with transaction(database) as session:
        await ann.touch(session, 1)
        await database.words.insert_one({"_id": "ann"}, session=session)
        await eventually(partial(passed, database, await until_of(database) + timedelta(milliseconds=1)))
        took.append(await ben.take())

    async def taken() -> bool:
        took.append(await ben.take())
        return took[-1] is not None

    await eventually(taken)
    assert took[0] is None
    assert took[-1] == 2
    assert await words(database) == ["ann"]


async def test_of_two_transactions_under_one_lease_only_one_goes_on(database: Any) -> None:
    """Also where the first one's renewal alone would change nothing, because it comes to the same millisecond.

    The first touch lasts a bit less than the lease was taken for; for some of these differences the two come out equal.
    """
    ann = lease(database, "ann")

    for sooner in [0, 1, 2, 3, 4] * 6:
        less = lease(database, "ann", LONG - timedelta(milliseconds=sooner))
        assert await ann.take() == 1
        async with await database.client.start_session() as one, await database.client.start_session() as two:
            one.start_transaction()
            two.start_transaction()
            await less.touch(one, 1)
            with pytest.raises(LeaseLost):
                await ann.touch(two, 1)


async def test_an_aborted_transaction_leaves_the_lease_as_it_was(database: Any) -> None:
    assert await lease(database, "ann", timedelta(seconds=5)).take() == 1
    before = await until_of(database)

    async def touch_and_fail() -> None:
        async with transaction(database) as session:
            await lease(database, "ann").touch(session, 1)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await touch_and_fail()

    assert await until_of(database) == before
    assert await lease(database, "ann").take() == 1


async def test_holders_that_freeze_again_and_again_never_write_after_the_next_one(database: Any) -> None:
    """What is written carries the fence it was written under: in the order of the commits, fences never fall."""
    await database.words.insert_one({"_id": "log", "fences": []})
    newest = lost = 0

    async def write_in_log(mine: Lease, fence: int) -> None:
        async with transaction(database) as session:
            await mine.touch(session, fence)
            await database.words.update_one({"_id": "log"}, {"$push": {"fences": fence}}, session=session)

    async def frozen_until_after(fence: int) -> None:
        await until(lambda: newest > fence)

    async def work(number: int) -> None:
        nonlocal newest, lost
        mine, chance = lease(database, f"worker-{number}", SHORT), Random(number)
        while newest < 6:
            if (fence := await mine.take()) is None:
                continue
            newest = max(newest, fence)
            if newest < 6 and chance.random() < 0.3:
                await frozen_until_after(fence)
            try:
                await write_in_log(mine, fence)
            except (LeaseLost, PyMongoError):
                lost += 1

    await asyncio.gather(*(work(number) for number in range(4)))

    [found] = await database.words.find({"_id": "log"}).to_list(None)
    assert found["fences"] == sorted(found["fences"])
    assert found["fences"]
    assert lost


async def test_a_database_that_is_away_is_unavailable() -> None:
    async with nowhere() as database:
        for call in (lease(database, "ann").take, lease(database, "ann").give_back):
            with pytest.raises(Unavailable):
                await call()
