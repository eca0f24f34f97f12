"""What is asked of a network per minute, and that a slow account is nobody else's trouble."""

import asyncio

from shared.case.state.reply import ReplyStatus
from tests.integration.respond.publisher.scene import Scene, moment_of


async def test_an_account_slows_down_before_the_network_refuses_it(scene: Scene) -> None:
    """Sixty posts are allowed in three seconds, and seventy wait: the last few of the sixty are left alone."""
    await scene.stage("settings", {"idempotency": "ignored", "ration": {"posts": 60, "seconds": 3}})
    case_ids = [await scene.queued(number) for number in range(70)]

    async with scene.publisher():
        replies = await asyncio.gather(*map(scene.settled, case_ids))

    assert {reply.status for reply in replies} == {ReplyStatus.POSTED}
    assert len(await scene.posts()) == 70
    assert "429" not in {request["outcome"] for request in await scene.requests("POST")}


async def test_after_a_429_the_other_process_stays_away_too(scene: Scene) -> None:
    case_ids = [await scene.queued(number) for number in range(6)]
    await scene.arm("rate_limited", retry_after=2)

    async with scene.publisher(publisher_per_account=1), scene.publisher(publisher_per_account=1):
        await asyncio.gather(*map(scene.settled, case_ids))

    refused, *after = await scene.requests("POST")
    assert refused["outcome"] == "429"
    early = [one for one in after if moment_of(one["at"]) < moment_of(refused["at"]) + 1.5]
    assert len(early) <= 2, "at most what the other one had begun when the first heard of it"
    assert len(await scene.posts()) == 6


async def test_posts_of_an_account_keep_their_distance_whoever_sends_them(scene: Scene) -> None:
    case_ids = [await scene.queued(number) for number in range(8)]

    async with scene.publisher(publisher_gap_seconds=0.2), scene.publisher(publisher_gap_seconds=0.2):
        await asyncio.gather(*map(scene.settled, case_ids))

    began = sorted(moment_of(request["at"]) for request in await scene.requests("POST"))
    assert len(began) == 8
    assert began[-1] - began[0] >= 7 * 0.2 / 2, "one by one, whatever a busy machine does to each"
