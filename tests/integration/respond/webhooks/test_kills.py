"""kill -9 of a real process between every two durable steps: nothing is lost, order is kept, repeats carry their id."""

import asyncio
import signal

import pytest

from tests.integration.respond.webhooks.scene import Scene
from tests.integration.respond.webhooks.test_delivery import LIFE, life
from tests.waiting import until

STEPS = {
    # where it dies: how many requests had come whole by then
    "after_deliveries_written": 0,
    "after_delivery_sent": 1,
    "after_delivery_marked": 1,
}


@pytest.mark.parametrize("failpoint", STEPS)
async def test_killed_between_two_steps_it_loses_nothing_and_keeps_the_order(scene: Scene, failpoint: str) -> None:
    await scene.subscribe()
    first, second = scene.case(), scene.case("ann")
    await scene.announce(*life(first))
    await scene.dies_at(failpoint)
    came_before = [one.event for one in scene.receiver.got]

    async with scene.running():
        await scene.announce(*life(second))
        await scene.taken(6)

    assert len(came_before) == STEPS[failpoint]
    assert scene.receiver.types(first.id) == scene.receiver.types(second.id) == LIFE
    repeated = [one.event for one in scene.receiver.taken[len(came_before) :] if one.event in came_before]
    assert repeated == (came_before if failpoint == "after_delivery_sent" else [])


async def test_killed_before_its_offsets_were_committed_it_derives_nothing_twice(scene: Scene) -> None:
    """The events and what was seen are written together: read again, the announcements are old news."""
    await scene.subscribe()
    case = scene.case()
    await scene.announce(*life(case))
    await scene.dies_at("after_deliveries_written")
    written = {one["_id"] async for one in scene.database["deliveries"].find({}, {"_id": 1})}

    async with scene.running():
        await scene.taken(3)
        await scene.announce(*life(scene.case("ann")))
        await scene.taken(6)

    again = {one["_id"] async for one in scene.database["deliveries"].find({"subject": f"case/{case.id}"}, {"_id": 1})}
    assert again == written
    assert len(scene.receiver.taken) == 6


async def test_frozen_beyond_its_lease_it_may_repeat_an_event_and_no_more(scene: Scene) -> None:
    """SIGSTOP while it waits for an answer; another process takes over; SIGCONT."""
    await scene.subscribe()
    case = scene.case()
    async with scene.process() as sleeper:
        scene.receiver.faults.append("hang")
        await scene.announce(*life(case))
        await until(lambda: scene.receiver.got, within=60)
        sleeper.send_signal(signal.SIGSTOP)

        async with scene.sending():
            await scene.taken(3)
            sleeper.send_signal(signal.SIGCONT)
        await scene.announce(*life(scene.case("ann")))
        await scene.taken(6, within=40)

    assert scene.receiver.types(case.id) == LIFE
    assert len({one.event for one in scene.receiver.got}) == 6


async def test_asked_to_stop_in_the_middle_it_ends_well_and_nothing_is_lost(scene: Scene) -> None:
    await scene.subscribe()
    case = scene.case()
    async with scene.process() as process:
        scene.receiver.faults.append("hang")
        await scene.announce(*life(case))
        await until(lambda: scene.receiver.got, within=60)
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(20):
            assert await process.wait() == 0

    async with scene.running():
        await scene.taken(3)
    assert scene.receiver.types(case.id) == LIFE
