"""Who comes first takes all: withdrawing against sending, and publishers against one another."""

import asyncio
import random

from shared.case.refused import Refused
from shared.case.reply_commands import Withdraw
from shared.case.state.parts import ReplyStatus
from tests.integration.respond.publisher.scene import Scene


async def test_either_it_is_withdrawn_and_never_posted_or_it_is_posted_and_not_withdrawn(scene: Scene) -> None:
    case_ids = [await scene.queued(number) for number in range(16)]
    chance = random.Random(7)

    async def withdraw(number: int, case_id: str) -> bool:
        await asyncio.sleep(chance.random() * 0.4)
        try:
            await scene.tell(case_id, Withdraw(reply_id=f"r-{number}", by="mira"))
        except Refused:
            return False
        return True

    async with scene.publisher(publisher_poll_seconds=0.05):
        promised = await asyncio.gather(*(withdraw(*pair) for pair in enumerate(case_ids)))
        replies = await asyncio.gather(*map(scene.settled, case_ids))

    posted = {post["in_reply_to_id"] for post in await scene.posts()}
    for case_id, reply, is_promised in zip(case_ids, replies, promised, strict=True):
        parent = (await scene.cases.get(case_id)).messages[0].api_id
        assert reply.status is (ReplyStatus.WITHDRAWN if is_promised else ReplyStatus.POSTED)
        assert (parent in posted) is not is_promised
    assert len(await scene.posts()) == len(posted)


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
