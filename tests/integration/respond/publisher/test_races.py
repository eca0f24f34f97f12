"""Who comes first takes all: withdrawing against sending, and publishers against one another."""

import asyncio
import random

import pytest

from shared.case.refused import Refused
from shared.case.reply_commands import Withdraw
from shared.case.state.reply import ReplyStatus
from tests.integration.respond.publisher.scene import Scene


async def withdraw(scene: Scene, number: int, case_id: str) -> str:
    """Ask for an answer back; return what an agent is told: promised, not promised, or that it is posted."""
    try:
        case = await scene.tell(case_id, Withdraw(reply_id=f"r-{number}", by="mira"))
    except Refused:
        return "posted"
    [reply] = case.replies
    return "promised" if reply.status is ReplyStatus.WITHDRAWN and not reply.landed else "not promised"


@pytest.mark.parametrize("text", ["Sorry; it arrives tomorrow.", "We are sorry; it arrives tomorrow. " * 25])
async def test_what_was_promised_is_never_posted_and_what_was_not_is_deleted(scene: Scene, text: str) -> None:
    """Also with faults, also in two posts: what a reader can see in the end is what agents were told."""
    case_ids = [await scene.queued(number, text=text) for number in range(16)]
    chance = random.Random(7)
    await scene.arm("error_500_after_post", probability=0.2, seed=1)
    await scene.arm("error_503", probability=0.2, seed=2)

    async def later(number: int, case_id: str) -> str:
        await asyncio.sleep(chance.random() * 0.6)
        return await withdraw(scene, number, case_id)

    async with scene.publisher(publisher_poll_seconds=0.05):
        told = await asyncio.gather(*(later(*pair) for pair in enumerate(case_ids)))
        replies = await asyncio.gather(*map(scene.settled, case_ids))

    posts = await scene.posts()
    for case_id, reply, word in zip(case_ids, replies, told, strict=True):
        parent = (await scene.cases.get(case_id)).messages[0].api_id
        below = [post for post in posts if post["in_reply_to_id"] == parent]
        seen = [post for post in below if post["deleted_at"] is None]
        assert reply.status is (ReplyStatus.POSTED if word == "posted" else ReplyStatus.WITHDRAWN)
        assert len(seen) == (word == "posted")
        assert len(below) <= (word != "promised")
    assert {post["deleted_at"] is None for post in posts if post["in_reply_to_id"] is None} <= {False}


async def test_two_publishers_at_once_post_every_answer_once(scene: Scene) -> None:
    await scene.arm("error_500_after_post", probability=0.2, seed=3)
    await scene.arm("error_503", probability=0.2, seed=4)
    async with scene.process(), scene.publisher(publisher_per_account=8):
        case_ids = [await scene.queued(number) for number in range(20)]
        replies = await asyncio.gather(*map(scene.settled, case_ids))

    parents = [post["in_reply_to_id"] for post in await scene.posts()]
    assert len(parents) == len(set(parents))
    assert sum(reply.status is ReplyStatus.POSTED for reply in replies) == len(parents)
    assert {reply.status for reply in replies} <= {ReplyStatus.POSTED, ReplyStatus.FAILED}
