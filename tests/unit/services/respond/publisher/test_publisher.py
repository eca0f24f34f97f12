"""Handing out what is due: bounded, fair, each answer to one task only, whatever goes wrong."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest

from services.respond.overdue import nothing_overdue
from services.respond.publisher import Publisher, Work
from services.respond.publishing.pauses import Pauses
from services.respond.publishing.timing import Timing
from shared.case.refused import Refused
from shared.case.state.case import Case
from shared.case.state.reply import Reply, ReplyStatus
from shared.runtime.errors import Unavailable
from tests.builders import NOON, a_case, a_message, after, an_answer
from tests.fakes.cases import InMemoryCases
from tests.unit.services.respond.publisher.bench import Bench, Hands

Step = Callable[[], None]


def waiting(number: int, *, account: str = "discus@townsquare") -> Case:
    """A case with one queued answer."""
    case = a_case(message=a_message(f"post-{number}"), author=f"joe-{number}", account_id=account)
    return after(case, an_answer(case, reply_id=f"r-{number}"), now=NOON + timedelta(milliseconds=number))


class Room:
    """Work that begins, and ends when the door is opened."""

    def __init__(self) -> None:
        self.began: list[str] = []
        self.door = asyncio.Event()

    async def __call__(self, case: Case, reply: Reply) -> None:
        self.began.append(reply.id)
        await self.door.wait()


def a_publisher(cases: InMemoryCases, work: Work, *, clock: Hands | None = None, **limits: int) -> Publisher:
    clock = clock or Hands(NOON + timedelta(seconds=1))
    return Publisher(
        cases=cases,
        work={ReplyStatus.QUEUED: work},
        holds=Pauses(Timing()),
        clock=clock,
        poll_seconds=0.001,
        **limits,
    )


async def test_an_answer_is_in_one_task_only_however_often_it_is_due() -> None:
    room = Room()
    publisher = a_publisher(InMemoryCases(waiting(1)), room)

    assert [await publisher.start_due(), await publisher.start_due()] == [1, 0]
    room.door.set()
    await publisher.finish()

    assert room.began == ["r-1"]


async def test_no_more_are_in_flight_than_allowed_the_oldest_due_first() -> None:
    room = Room()
    publisher = a_publisher(InMemoryCases(*map(waiting, (4, 1, 3, 2))), room, in_flight=2)

    await publisher.start_due()
    await publisher.start_due()
    await asyncio.sleep(0)

    assert room.began == ["r-1", "r-2"]
    room.door.set()
    await publisher.finish()


async def test_a_slow_account_leaves_room_for_the_others() -> None:
    room = Room()
    cases = InMemoryCases(*map(waiting, (1, 2, 3)), waiting(4, account="other"))
    publisher = a_publisher(cases, room, in_flight=8, per_account=2)

    await publisher.start_due()
    await asyncio.sleep(0)

    assert room.began == ["r-1", "r-2", "r-4"]
    room.door.set()
    await publisher.finish()


async def test_an_account_with_a_long_backlog_does_not_hold_up_the_others() -> None:
    """However many of its answers have been due for longer: it fills every window that is read, and is passed over."""
    room = Room()
    backlog = [waiting(number, account="busy") for number in range(30)]
    others = [waiting(40, account="one"), waiting(41, account="two")]
    publisher = a_publisher(InMemoryCases(*backlog, *others), room, in_flight=8, per_account=2, window=5)

    await publisher.start_due()
    await asyncio.sleep(0)

    assert room.began == ["r-0", "r-1", "r-40", "r-41"]
    room.door.set()
    await publisher.finish()


async def test_a_backlog_that_nobody_can_work_off_now_does_not_hold_up_the_others() -> None:
    """All that fill the window have met a bug and rest; their account is not busy, and still in nobody's way."""

    async def work(_: Case, reply: Reply) -> None:
        if reply.id != "r-40":
            raise ZeroDivisionError
        done.append(reply.id)

    done: list[str] = []
    backlog = [waiting(number, account="broken") for number in range(10)]
    publisher = a_publisher(
        InMemoryCases(*backlog, waiting(40, account="one")), work, in_flight=50, per_account=9, window=3
    )
    for _ in range(3):
        await publisher.start_due()
        await publisher.finish()

    assert done[0] == "r-40"


async def test_an_answer_that_meets_a_bug_rests_and_does_not_stand_in_the_way() -> None:
    tried: list[str] = []

    async def work(_: Case, reply: Reply) -> None:
        tried.append(reply.id)
        if reply.id == "r-1":
            raise ZeroDivisionError

    clock = Hands(NOON + timedelta(seconds=1))
    publisher = a_publisher(InMemoryCases(waiting(1), waiting(2)), work, clock=clock)
    for _ in range(3):
        await publisher.start_due()
        await publisher.finish()
    assert tried == ["r-1", "r-2", "r-2", "r-2"]

    clock.pass_by(minutes=1)
    await publisher.start_due()
    await publisher.finish()

    assert tried[4:] == ["r-1", "r-2"]


@pytest.mark.parametrize("error", [Refused("reply_moved_on", "somebody was faster"), Unavailable("MongoDB is away")])
async def test_what_somebody_else_took_or_the_world_denies_harms_nobody(error: Exception) -> None:
    async def work(_: Case, __: Reply) -> None:
        raise error

    publisher = a_publisher(InMemoryCases(waiting(1)), work)

    assert await publisher.start_due() == 1
    await publisher.finish()


async def test_a_database_that_goes_away_and_comes_back_only_delays() -> None:
    bench = Bench()
    bench.cases.is_down = True
    stop = asyncio.Event()
    publisher = Publisher(
        cases=bench.cases, work=bench.work, holds=Pauses(bench.timing), clock=bench.clock, poll_seconds=0.001
    )
    running = asyncio.create_task(publisher.run(stop))
    for _ in range(20):
        await asyncio.sleep(0)
    bench.cases.is_down = False
    async with asyncio.timeout(5):
        while bench.reply.status is not ReplyStatus.POSTED:
            await asyncio.sleep(0.001)
    stop.set()
    await running

    assert len(bench.network.posts) == 1


async def test_told_to_stop_it_finishes_what_has_begun() -> None:
    room = Room()
    stop = asyncio.Event()
    running = asyncio.create_task(a_publisher(InMemoryCases(waiting(1)), room).run(stop))
    async with asyncio.timeout(5):
        while not room.began:
            await asyncio.sleep(0.001)
    stop.set()
    await asyncio.sleep(0)
    assert not running.done()

    room.door.set()
    async with asyncio.timeout(5):
        await running


async def test_what_takes_too_long_to_finish_is_cut_off() -> None:
    room = Room()
    publisher = a_publisher(InMemoryCases(waiting(1)), room)
    await publisher.start_due()

    await publisher.finish(within=0.001)

    assert not room.door.is_set()


async def test_health_complains_of_what_is_due_for_too_long() -> None:
    clock = Hands()
    cases = InMemoryCases(waiting(1))
    check = nothing_overdue(cases, "publish_due_at", clock=clock)

    clock.pass_by(seconds=30)
    assert await check() is None
    clock.pass_by(seconds=1)
    assert "due since 30 s" in (await check() or "")
    cases.is_down = True
    assert await check() is not None
