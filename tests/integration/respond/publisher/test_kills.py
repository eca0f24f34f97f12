"""kill -9 of a real publisher between every two durable steps: whoever comes next makes one post of it at most."""

import asyncio
import signal
from datetime import timedelta

import pytest

from shared.case.reply_commands import Delete, Retract, StartSending, Withdraw
from shared.case.state.reply import ReplyStatus
from shared.runtime.clock import system_clock
from tests.integration.respond.publisher.scene import Scene

LONG = "We looked into it, and your parcel went to the wrong depot. " * 20
"""Three posts of it."""
SENDING = ["after_start_sending", "after_preflight", "before_report", "after_report"]


@pytest.mark.parametrize("failpoint", SENDING)
async def test_killed_while_sending_it_is_posted_once(scene: Scene, failpoint: str) -> None:
    case_id = await scene.queued()
    await scene.dies_at(failpoint)
    posted_before = len(await scene.posts())

    async with scene.publisher():
        reply = await scene.settled(case_id)

    assert posted_before == (failpoint in ("before_report", "after_report"))
    assert (reply.status, len(await scene.posts())) == (ReplyStatus.POSTED, 1)


@pytest.mark.parametrize(
    ("fault", "failpoint"), [("error_500_after_post", "after_lookup"), ("error_503", "after_settled")]
)
async def test_killed_while_looking_up_it_is_posted_once(scene: Scene, fault: str, failpoint: str) -> None:
    await scene.arm(fault)
    case_id = await scene.queued()
    await scene.dies_at(failpoint)

    async with scene.publisher():
        reply = await scene.settled(case_id)

    assert (reply.status, len(await scene.posts())) == (ReplyStatus.POSTED, 1)


async def test_killed_when_it_had_declared_a_lease_over_it_is_posted_once(scene: Scene) -> None:
    case_id = await scene.queued()
    await scene.tell(case_id, StartSending(reply_id="r-1", until=system_clock() - timedelta(seconds=1)))
    await scene.dies_at("after_expire")
    assert (await scene.reply(case_id)).status is ReplyStatus.UNKNOWN

    async with scene.publisher():
        reply = await scene.settled(case_id)

    assert (reply.status, len(await scene.posts())) == (ReplyStatus.POSTED, 1)


async def test_killed_while_taking_a_withdrawn_answer_back_it_ends_deleted(scene: Scene) -> None:
    case_id = await scene.queued()
    post = await scene.stage("posts", {"username": scene.brand["username"], "text": "landed late"})
    await scene.tell(case_id, Withdraw(reply_id="r-1", by="mira"))
    landed = Retract(
        reply_id="r-1", native_id=post["uri"], url=None, delete_at=system_clock(), reason="landed after withdrawal"
    )
    await scene.tell(case_id, landed)
    await scene.dies_at("after_delete")

    async with scene.publisher():
        reply = await scene.until(case_id, lambda reply: reply.due_at is None)

    [there] = await scene.posts()
    assert there["deleted_at"] is not None
    assert (reply.status, reply.native_id) == (ReplyStatus.WITHDRAWN, post["uri"])


@pytest.mark.parametrize("failpoint", SENDING)
async def test_killed_at_each_post_of_a_thread_each_is_there_once(scene: Scene, failpoint: str) -> None:
    """Three posts; whoever comes next dies at the same place, one post further on."""
    case_id = await scene.queued(text=LONG)
    for _ in range(2):
        await scene.dies_at(failpoint)

    async with scene.publisher(publisher_lease_seconds=1.2, publisher_attempt_seconds=1.0):
        reply = await scene.settled(case_id)

    posts = await scene.posts()
    assert (reply.status, len(posts)) == (ReplyStatus.POSTED, 3)
    assert [post["in_reply_to_id"] for post in posts[1:]] == [post["id"] for post in posts[:2]]
    assert [uri.rpartition("/")[2] for uri in reply.landed] == [post["id"] for post in posts]


@pytest.mark.parametrize(
    ("fault", "failpoint"), [("error_500_after_post", "after_lookup"), ("error_503", "after_settled")]
)
async def test_killed_while_looking_up_a_later_post_it_goes_on_from_there(
    scene: Scene, fault: str, failpoint: str
) -> None:
    case_id = await scene.queued(text=LONG)
    await scene.dies_at("after_report")
    await scene.arm(fault)
    await scene.dies_at(failpoint)

    async with scene.publisher():
        reply = await scene.settled(case_id)

    assert (reply.status, len(await scene.posts())) == (ReplyStatus.POSTED, 3)


@pytest.mark.parametrize("failpoint", ["between_deletions", "after_delete"])
@pytest.mark.parametrize("status", [ReplyStatus.WITHDRAWN, ReplyStatus.DELETED])
async def test_killed_while_deleting_a_thread_all_of_it_ends_deleted(
    scene: Scene, failpoint: str, status: ReplyStatus
) -> None:
    case_id = await scene.queued(text=LONG)
    if status is ReplyStatus.DELETED:
        async with scene.publisher():
            await scene.settled(case_id)
        await scene.tell(case_id, Delete(reply_id="r-1", by="mira"))
    else:
        for _ in range(2):
            await scene.dies_at("after_report")
        await scene.tell(case_id, Withdraw(reply_id="r-1", by="mira"))
    await scene.dies_at(failpoint)

    async with scene.publisher():
        reply = await scene.settled(case_id)

    posts = await scene.posts()
    assert (reply.status, len(posts)) == (status, 3 if status is ReplyStatus.DELETED else 2)
    assert all(post["deleted_at"] is not None for post in posts)
    assert await scene.asked("POST") == len(posts)


@pytest.mark.parametrize("failpoint", ["after_start_sending", "after_preflight", "before_report"])
async def test_withdrawn_after_its_sender_was_killed_it_is_gone_in_the_end(scene: Scene, failpoint: str) -> None:
    """Nobody can promise anything then: it is looked up, deleted where it landed, and never sent again."""
    case_id = await scene.queued()
    await scene.dies_at(failpoint)
    asked = await scene.tell(case_id, Withdraw(reply_id="r-1", by="mira"))

    async with scene.publisher():
        reply = await scene.settled(case_id)

    posts = await scene.posts()
    assert asked.replies[0].status is ReplyStatus.SENDING
    assert reply.status is ReplyStatus.WITHDRAWN
    assert len(posts) == (failpoint == "before_report")
    assert all(post["deleted_at"] is not None for post in posts)
    assert (await scene.cases.get(case_id)).clocks[0].fulfilled_at is None


async def test_frozen_beyond_its_lease_it_writes_nothing_when_it_wakes(scene: Scene) -> None:
    """SIGSTOP while it reads the parent; another publisher takes over; SIGCONT."""
    await scene.arm("slow", on="GET /api/v1/statuses", hold=0.8)
    async with scene.process() as sleeper:
        case_id = await scene.queued()
        await scene.until(case_id, lambda reply: reply.status is ReplyStatus.SENDING)
        sleeper.send_signal(signal.SIGSTOP)

        async with scene.publisher():
            reply = await scene.settled(case_id)
            sleeper.send_signal(signal.SIGCONT)
            other = await scene.queued(2)
            await scene.settled(other)
        # The sleeper is awake when it takes the next answer by itself.
        third = await scene.queued(3)
        await scene.settled(third)

    assert (reply.status, reply.attempt) == (ReplyStatus.POSTED, 2)
    assert len(await scene.posts()) == 3


async def test_asked_to_stop_in_the_middle_it_ends_well_and_nothing_is_lost(scene: Scene) -> None:
    await scene.arm("slow", hold=0.8)
    async with scene.process() as process:
        case_id = await scene.queued()
        await scene.until(case_id, lambda reply: reply.status is ReplyStatus.SENDING)
        process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(20):
            assert await process.wait() == 0

    async with scene.publisher():
        reply = await scene.settled(case_id)
    assert (reply.status, len(await scene.posts())) == (ReplyStatus.POSTED, 1)
