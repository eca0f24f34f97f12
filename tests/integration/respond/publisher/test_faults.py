"""For every way in which a network fails: one post or none, never two, and an end to it."""

import asyncio
from typing import Any

import pytest

from shared.case.state.reply import ReplyStatus
from shared.case.state.stage import Stage
from tests.integration.respond.publisher.conftest import write_directory
from tests.integration.respond.publisher.scene import FINAL, Scene

FAULTS = [
    {"kind": "timeout_before_accept", "hold": 3},
    {"kind": "timeout_after_accept", "hold": 3},
    {"kind": "error_500_after_post"},
    {"kind": "rate_limited", "retry_after": 1},
    {"kind": "error_503"},
    {"kind": "slow", "hold": 0.2},
    {"kind": "slow", "hold": 3},
]


def name_of(fault: dict[str, Any]) -> str:
    return "-".join(str(value) for value in fault.values())


async def test_a_queued_answer_is_posted_below_the_customers_post(scene: Scene) -> None:
    case_id = await scene.queued()

    async with scene.publisher():
        reply = await scene.settled(case_id)

    case = await scene.cases.get(case_id)
    [post] = await scene.posts()
    assert (reply.status, post["in_reply_to_id"]) == (ReplyStatus.POSTED, case.messages[0].api_id)
    assert post["text"] == f"@{scene.customer['username']} We are sorry; it arrives tomorrow."
    assert (reply.native_id or "").endswith(post["id"])
    assert case.stage is Stage.AWAITING_CUSTOMER
    assert case.clocks[0].fulfilled_at == reply.posted_at
    assert case.announce_from is not None


@pytest.mark.parametrize("fault", FAULTS, ids=name_of)
async def test_after_a_fault_there_is_exactly_one_post(scene: Scene, fault: dict[str, Any]) -> None:
    """The square ignores idempotency keys here, so it is the look-up alone that prevents a second post."""
    await scene.stage("faults", fault)
    case_id = await scene.queued()

    async with scene.publisher():
        reply = await scene.settled(case_id)

    assert (reply.status, len(await scene.posts())) == (ReplyStatus.POSTED, 1)


@pytest.mark.parametrize("kind", ["timeout_after_accept", "error_503"])
async def test_so_it_is_where_keys_are_honoured(scene: Scene, kind: str) -> None:
    await scene.stage("settings", {"idempotency": "honoured"})
    await scene.arm(kind, hold=3)
    case_id = await scene.queued()

    async with scene.publisher():
        reply = await scene.settled(case_id)

    assert (reply.status, len(await scene.posts())) == (ReplyStatus.POSTED, 1)


@pytest.mark.parametrize("fault", FAULTS[:4], ids=name_of)
async def test_after_a_fault_at_any_post_of_a_thread_each_is_there_once(scene: Scene, fault: dict[str, Any]) -> None:
    """It strikes about half of what is tried, the second try of a post as well as the first."""
    await scene.stage("faults", {**fault, "probability": 0.5, "seed": 1})
    case_id = await scene.queued(text="We looked into it, and your parcel went to the wrong depot. " * 20)

    async with scene.publisher(publisher_sendings=9, network_seconds=0.5):
        reply = await scene.settled(case_id)

    posts = await scene.posts()
    assert (reply.status, len(posts)) == (ReplyStatus.POSTED, 3)
    assert [post["in_reply_to_id"] for post in posts[1:]] == [post["id"] for post in posts[:2]]


async def test_a_network_that_cannot_be_read_afterwards_leaves_it_to_a_person(scene: Scene) -> None:
    await scene.arm("error_500_after_post")
    await scene.arm("error_503", on="GET /api/v1/accounts", times=1_000)
    case_id = await scene.queued()

    async with scene.publisher(publisher_looks=4):
        reply = await scene.settled(case_id)

    assert (reply.status, len(await scene.posts())) == (ReplyStatus.NEEDS_HUMAN, 1)
    assert (await scene.cases.get(case_id)).stage is Stage.ASSIGNED


async def test_a_network_that_is_away_altogether_only_delays(scene: Scene) -> None:
    await scene.arm("error_503", on="* /api/", times=1_000)
    case_id = await scene.queued()

    async with scene.publisher():
        await scene.until(case_id, lambda reply: reply.status is ReplyStatus.QUEUED and reply.attempt >= 1)
        await scene.http.delete("/_square/faults")
        reply = await scene.settled(case_id)

    assert (reply.status, len(await scene.posts())) == (ReplyStatus.POSTED, 1)


async def test_a_server_that_nobody_listens_for_gets_it_later(scene: Scene) -> None:
    working = scene.config.read_text()
    write_directory(scene.config, "http://127.0.0.1:9", scene.brand["token"])
    case_id = await scene.queued()
    async with scene.publisher():
        await scene.until(case_id, lambda reply: reply.status is ReplyStatus.QUEUED and reply.attempt >= 1)
    scene.config.write_text(working)

    async with scene.publisher():
        reply = await scene.settled(case_id)

    assert (reply.status, len(await scene.posts())) == (ReplyStatus.POSTED, 1)


async def test_an_unarmed_account_posts_nothing(scene: Scene) -> None:
    write_directory(scene.config, str(scene.http.base_url), scene.brand["token"], armed=False)
    case_id = await scene.queued()

    async with scene.publisher():
        reply = await scene.until(case_id, lambda reply: reply.reason is not None)

    assert (reply.status, reply.attempt, await scene.posts()) == (ReplyStatus.QUEUED, 0, [])


@pytest.mark.parametrize(("do", "reason"), [("deleted", "gone"), ("edited", "edited")])
async def test_a_parent_that_changed_since_is_for_a_person_to_decide(scene: Scene, do: str, reason: str) -> None:
    case_id = await scene.queued()
    parent = f"/api/v1/statuses/{(await scene.cases.get(case_id)).messages[0].api_id}"
    theirs = {"Authorization": f"Bearer {scene.customer['token']}"}
    if do == "deleted":
        await scene.http.delete(parent, headers=theirs)
    else:
        await scene.http.put(parent, json={"status": "@brand Never mind, it came"}, headers=theirs)

    async with scene.publisher():
        reply = await scene.settled(case_id)

    assert (reply.status, await scene.posts()) == (ReplyStatus.FAILED, [])
    assert reason in (reply.reason or "")


async def test_a_token_that_the_network_refuses_posts_nothing(scene: Scene) -> None:
    """Reading as nobody may work; posting does not. Here even reading is refused, so the answer waits, and says why."""
    write_directory(scene.config, str(scene.http.base_url), "not the token at all")
    case_id = await scene.queued()

    async with scene.publisher():
        await scene.until(case_id, lambda reply: "401" in (reply.reason or ""))

    assert await scene.posts() == []


async def test_links_marks_and_line_breaks_are_recognised_in_the_look_up(scene: Scene) -> None:
    text = (
        'Sorry & "thanks" <3\n\nSee https://example.com/a/rather/long/path?with=query&more=1 – @nobody@far.example 🎉'
    )
    await scene.arm("error_500_after_post")
    case_id = await scene.queued(text=text)

    async with scene.publisher():
        reply = await scene.settled(case_id)

    assert (reply.status, len(await scene.posts())) == (ReplyStatus.POSTED, 1)


async def test_in_a_storm_of_faults_every_answer_ends_with_one_post_or_none(scene: Scene) -> None:
    case_ids = [await scene.queued(number) for number in range(12)]
    for seed, kind in enumerate(("error_500_after_post", "timeout_after_accept", "timeout_before_accept", "error_503")):
        await scene.arm(kind, probability=0.15, seed=seed, hold=2)
    await scene.arm("error_503", on="GET /api/", probability=0.1, seed=9)

    async with scene.publisher(publisher_per_account=12):
        replies = await asyncio.gather(*map(scene.settled, case_ids))

    posts = await scene.posts()
    for case_id, reply in zip(case_ids, replies, strict=True):
        parent = (await scene.cases.get(case_id)).messages[0].api_id
        there = sum(post["in_reply_to_id"] == parent for post in posts)
        assert reply.status in FINAL
        assert there == 1 if reply.status is ReplyStatus.POSTED else there <= 1
