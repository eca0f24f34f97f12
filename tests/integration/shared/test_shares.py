"""Workers divide the buckets fairly; no two hold one at the same time, and none is left to nobody for long."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from random import Random
from typing import Any

import pytest
from motor.motor_asyncio import AsyncIOMotorClient
from pymongo.monitoring import CommandListener

from shared.mongo.shares import SHARES, Shares
from shared.runtime.errors import Unavailable
from tests.integration.shared.server import nowhere, passed
from tests.waiting import eventually

ALL = frozenset(range(256))
LONG = timedelta(minutes=10)
SHORT = timedelta(milliseconds=300)


def worker(database: Any, holder: str, lasting: timedelta = LONG, *, name: str = "clock", parts: int = 256) -> Shares:
    return Shares(database, name=name, holder=holder, parts=parts, lasting=lasting)


def workers(database: Any, number: int) -> list[Shares]:
    return [worker(database, f"worker-{one}") for one in range(number)]


async def renewed(group: Sequence[Shares], *, rounds: int = 1) -> None:
    """All renew, at the same time, so often."""
    for _ in range(rounds):
        await asyncio.gather(*(one.renew() for one in group))


def sizes(group: Sequence[Shares]) -> list[int]:
    return sorted(len(one.held()) for one in group)


def held_twice(group: Sequence[Shares]) -> set[int]:
    """The buckets that more than one of them holds at this moment."""
    return {bucket for bucket, holders in Counter(b for one in group for b in one.held()).items() if holders > 1}


def left_over(group: Sequence[Shares]) -> frozenset[int]:
    """The buckets that none of them holds."""
    return ALL.difference(*(one.held() for one in group))


async def until_of(database: Any, holder: str) -> datetime:
    """Until when a worker is a member, by the server's clock."""
    [document] = await database[SHARES].find({}).to_list(None)
    [until] = [member["until"] for member in document["members"] if member["holder"] == holder]
    assert isinstance(until, datetime)
    return until


async def test_a_worker_alone_holds_everything(database: Any) -> None:
    ann = worker(database, "ann")

    assert ann.held() == frozenset()
    assert await ann.renew() == ALL == ann.held()


@pytest.mark.parametrize("number", [2, 3, 7, 40])
async def test_workers_that_come_together_share_to_within_one_bucket(database: Any, number: int) -> None:
    """The first round makes them known, the second gives back what is too much, the third takes it."""
    group = workers(database, number)

    await renewed(group, rounds=3)

    least, more = divmod(256, number)
    assert sizes(group) == [least] * (number - more) + [least + 1] * more
    assert (held_twice(group), left_over(group)) == (set(), frozenset())


async def test_workers_that_come_one_after_the_other_share_to_within_one_bucket(database: Any) -> None:
    group = workers(database, 6)

    for number in range(1, 7):
        await renewed(group[:number], rounds=3)

        assert max(sizes(group[:number])) - min(sizes(group[:number])) <= 1
        assert (held_twice(group), left_over(group)) == (set(), frozenset())


async def test_who_joins_leaves_the_others_what_they_need_not_give(database: Any) -> None:
    group = workers(database, 4)
    await renewed(group[:3], rounds=3)
    before = [one.held() for one in group[:3]]

    await renewed(group, rounds=3)

    assert [one.held() - was for one, was in zip(group[:3], before, strict=True)] == [frozenset()] * 3


async def test_a_division_that_is_fair_stays_as_it_is(database: Any) -> None:
    group = workers(database, 5)
    await renewed(group, rounds=3)
    before = [one.held() for one in group]

    await renewed(group, rounds=3)

    assert [one.held() for one in group] == before


async def test_with_more_workers_than_buckets_some_wait_with_none(database: Any) -> None:
    group = [worker(database, f"worker-{one}", parts=4) for one in range(6)]

    await renewed(group, rounds=3)

    assert sizes(group) == [0, 0, 1, 1, 1, 1]


async def test_what_is_too_much_is_given_back_with_the_very_renewal(database: Any) -> None:
    ann, ben = worker(database, "ann"), worker(database, "ben")
    await ann.renew()
    assert await ben.renew() == frozenset()

    mine = await ann.renew()

    assert len(mine) == 128
    assert await ben.renew() == ALL - mine


async def test_a_worker_that_leaves_hands_over_at_once(database: Any) -> None:
    ann, ben, cem = group = [worker(database, holder) for holder in ("ann", "ben", "cem")]
    await renewed(group, rounds=3)

    await ann.leave()

    assert ann.held() == frozenset()
    await ben.renew()
    await cem.renew()
    assert sizes(group) == [0, 128, 128]
    assert (held_twice(group), left_over(group)) == (set(), frozenset())


async def test_a_worker_that_left_may_come_back(database: Any) -> None:
    ann = worker(database, "ann")
    await ann.renew()
    await ann.leave()
    await ann.leave()

    assert await ann.renew() == ALL


async def test_buckets_of_a_worker_that_stopped_go_to_the_others_when_its_time_is_over_and_not_before(
    database: Any,
) -> None:
    """By the server's clock: each renewal before that instant leaves them, the first one after it takes them all."""
    _, ben = group = workers(database, 2)
    await renewed(group, rounds=3)
    await worker(database, "worker-0", SHORT).renew()
    ends = await until_of(database, "worker-0")
    renewals: list[tuple[datetime, int]] = []

    async def renewed_after_the_end() -> bool:
        buckets = await ben.renew()
        renewals.append((await until_of(database, "worker-1") - LONG, len(buckets)))
        return renewals[-1][0] >= ends

    await eventually(renewed_after_the_end)

    assert [buckets for at, buckets in renewals if at < ends] == [128] * (len(renewals) - 1)
    assert renewals[-1][1] == 256


async def test_a_worker_that_comes_late_before_anybody_noticed_keeps_its_buckets(database: Any) -> None:
    ann = worker(database, "ann", SHORT)
    await ann.renew()
    await eventually(partial(passed, database, await until_of(database, "ann")))

    assert await ann.renew() == ALL


async def test_a_worker_that_comes_too_late_begins_with_nothing(database: Any) -> None:
    ann, ben = worker(database, "ann"), worker(database, "ben")
    await worker(database, "ann", SHORT).renew()
    await eventually(partial(passed, database, await until_of(database, "ann")))
    assert await ben.renew() == ALL

    assert await ann.renew() == frozenset()
    await ben.renew()
    assert len(await ann.renew()) == 128
    assert held_twice([ann, ben]) == set()


class _Slow:
    """A database whose answers take six seconds of the clock it carries."""

    def __init__(self, database: Any) -> None:
        self._shares = database[SHARES]
        self.now = 0.0

    def __getitem__(self, _: str) -> "_Slow":
        return self

    async def find_one_and_update(self, *arguments: Any, **options: Any) -> Any:
        answer = await self._shares.find_one_and_update(*arguments, **options)
        self.now += 6
        return answer


async def test_without_renewal_a_worker_lets_go_by_itself_counted_from_before_it_asked(database: Any) -> None:
    """A little earlier than the server: that counts whole milliseconds, and clocks do not run quite alike."""
    slow = _Slow(database)
    ann = Shares(slow, name="clock", holder="ann", lasting=timedelta(seconds=10), monotonic=lambda: slow.now)

    assert await ann.renew() == ALL
    slow.now = 9.8
    assert ann.held() == ALL
    slow.now = 9.95
    assert ann.held() == frozenset()

    assert await ann.renew() == ALL


@pytest.mark.parametrize("seed", range(2))
async def test_whoever_comes_leaves_or_freezes_no_two_hold_a_bucket_at_the_same_time(database: Any, seed: int) -> None:
    """Looked at after every single renewal, as the workers see it themselves; and in the end nothing is lost.

    It goes on until at least three have held something at the same time, or else nothing was put to the test.
    """
    group = [worker(database, f"worker-{number}", SHORT) for number in range(6)]
    found: set[int] = set()
    renewals = holding = 0

    async def work(mine: Shares, chance: Random) -> None:
        nonlocal found, renewals, holding
        while renewals < 100 or holding < 3:
            await mine.renew()
            renewals += 1
            found |= held_twice(group)
            holding = max(holding, sum(bool(one.held()) for one in group))
            what = chance.random()
            if what < 0.1:
                await mine.leave()
            elif what < 0.2:
                await eventually(lambda: _none(mine))

    await asyncio.gather(*(work(one, Random(seed * 10 + number)) for number, one in enumerate(group)))

    assert found == set()
    last = workers(database, 1)
    await eventually(lambda: _has_all(last[0]))


async def _none(one: Shares) -> bool:
    return not one.held()


async def _has_all(one: Shares) -> bool:
    return await one.renew() == ALL


class _Late:
    """A database whose plain updates arrive when the gate opens."""

    def __init__(self, database: Any, gate: asyncio.Event) -> None:
        self._shares = database[SHARES]
        self._gate = gate
        self.find_one_and_update = self._shares.find_one_and_update

    def __getitem__(self, _: str) -> "_Late":
        return self

    async def update_one(self, *arguments: Any) -> Any:
        await self._gate.wait()
        return await self._shares.update_one(*arguments)


async def test_a_giving_back_that_arrives_late_takes_nothing_from_a_later_renewal(database: Any) -> None:
    """A write that the worker gave up waiting for may still be on its way when it renews, and keeps, what it held."""
    ann, ben, cem = (worker(database, holder) for holder in ("ann", "ben", "cem"))
    await ann.renew()
    await ben.renew()
    gate = asyncio.Event()
    giving = asyncio.create_task(worker(_Late(database, gate), "ann").renew())
    before = await until_of(database, "ann")
    await eventually(lambda: _changed(database, before))
    await ben.leave()
    assert await ann.renew() == ALL

    gate.set()
    await giving

    assert await cem.renew() == frozenset()


async def _changed(database: Any, before: datetime) -> bool:
    return await until_of(database, "ann") != before


class _Commands(CommandListener):
    """Counts what is sent."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    def started(self, event: Any) -> None:
        self.sent.append(event.command_name)

    def succeeded(self, event: Any) -> None:
        pass

    def failed(self, event: Any) -> None:
        pass


async def test_a_renewal_is_one_round_trip_and_one_more_where_something_is_given_back(
    database: Any, mongo_url: str
) -> None:
    commands = _Commands()
    client: Any = AsyncIOMotorClient(mongo_url, tz_aware=True, event_listeners=[commands])
    ann = worker(client[database.name], "ann")
    sent = []
    for _ in range(2):
        await ann.renew()
        sent.append(len(commands.sent))
    await worker(database, "ben").renew()
    await ann.renew()
    sent.append(len(commands.sent))
    client.close()

    assert sent == [1, 2, 4]


async def test_work_of_another_name_is_divided_on_its_own(database: Any) -> None:
    ann, ben = worker(database, "ann", name="clock"), worker(database, "ben", name="canary")

    assert await ann.renew() == await ben.renew() == ALL


@pytest.mark.parametrize("holder", ["$members", "ann.b", ""])
async def test_a_holders_name_is_a_name_and_no_expression(database: Any, holder: str) -> None:
    odd, ben = group = [worker(database, holder), worker(database, "ben")]
    await renewed(group, rounds=3)
    assert sizes(group) == [128, 128]

    await odd.leave()

    assert await ben.renew() == ALL


class _Moving:
    """A database that can be changed for another under a worker's hands."""

    def __init__(self, database: Any) -> None:
        self.database = database

    def __getitem__(self, _: str) -> "_Moving":
        return self

    def __getattr__(self, name: str) -> Any:
        return getattr(self.database[SHARES], name)


async def test_while_the_database_is_away_a_worker_holds_what_it_has_until_its_time_is_over(database: Any) -> None:
    now, there = 0.0, _Moving(database)
    ann = Shares(there, name="clock", holder="ann", lasting=timedelta(seconds=10), monotonic=lambda: now)
    await ann.renew()

    async with nowhere() as there.database:
        now = 9.0
        with pytest.raises(Unavailable):
            await ann.renew()
        assert ann.held() == ALL
        now = 10.0
        assert ann.held() == frozenset()
        with pytest.raises(Unavailable):
            await ann.leave()
