"""What people do about answers on their way and on the network, over the real API, and what the network shows then."""

from dataclasses import replace
from typing import Any

import pytest

from shared.case.state.reply import ReplyStatus
from shared.case.state.stage import Stage
from shared.runtime.clock import system_clock
from tests.integration.respond.publisher.conftest import People
from tests.integration.respond.publisher.scene import Json, Scene
from tests.unit.shared.case.posting import an_echo

LONG = "We looked into it, and your parcel went to the wrong depot. " * 20
"""Three posts of it."""


def at(case_id: str, act: str = "") -> str:
    return f"/v1/cases/{case_id}/replies/r-1{act}"


async def in_doubt(scene: Scene, *, text: str = "We are sorry.") -> str:
    """Let the network have the answer, and nobody be able to tell: it needs a human."""
    await scene.arm("error_500_after_post")
    await scene.arm("error_503", on="GET /api/v1/accounts", times=1_000)
    case_id = await scene.queued(text=text)
    async with scene.publisher(publisher_looks=2):
        reply = await scene.settled(case_id)
    assert reply.status is ReplyStatus.NEEDS_HUMAN
    return case_id


async def healthy(scene: Scene) -> None:
    await scene.http.delete("/_square/faults")


def seen(posts: list[Json]) -> list[Json]:
    """What a reader sees."""
    return [post for post in posts if post["deleted_at"] is None]


@pytest.mark.parametrize("says_where", [True, False])
async def test_a_person_finds_the_answer_and_the_clock_is_met_when_it_was_posted(
    scene: Scene, people: People, says_where: bool
) -> None:
    case_id = await in_doubt(scene)
    await healthy(scene)
    [post] = await scene.posts()
    url = f"{str(scene.http.base_url).rstrip('/')}/@{scene.brand['username']}/{post['id']}"
    body = {"outcome": "posted", **({"url": url} if says_where else {})}

    settled = await people.mira.post(at(case_id, "/settle"), json=body)

    case = await scene.cases.get(case_id)
    [reply] = case.replies
    assert settled.status_code == 200, settled.text
    assert (reply.status, reply.api_id) == (ReplyStatus.POSTED, post["id"])
    assert (reply.native_id or "").endswith(post["id"])
    assert reply.posted_at == case.clocks[0].fulfilled_at
    assert reply.posted_at is not None
    assert reply.queued_at <= reply.posted_at < case.changed_at
    assert case.stage is Stage.AWAITING_CUSTOMER


async def test_a_person_may_find_what_was_taken_for_somebody_elses(scene: Scene, people: People) -> None:
    """Ingest saw our post before anybody knew of it, in words that the network had changed."""
    case_id = await in_doubt(scene)
    await healthy(scene)
    [post] = await scene.posts()
    shown = (await scene.http.get(f"/api/v1/statuses/{post['id']}")).json()
    echo = an_echo(text="in its own words", at=system_clock())
    await scene.tell(case_id, replace(echo, native_id=shown["uri"]))
    assert len((await scene.cases.get(case_id)).replies) == 2
    url = f"{str(scene.http.base_url).rstrip('/')}/@{scene.brand['username']}/{post['id']}"

    settled = await people.mira.post(at(case_id, "/settle"), json={"outcome": "posted", "url": url})

    assert settled.status_code == 200, settled.text
    assert [(one["id"], one["status"]) for one in settled.json()["replies"]] == [("r-1", "posted")]


async def test_what_the_network_does_not_show_is_not_taken_for_posted(scene: Scene, people: People) -> None:
    case_id = await in_doubt(scene)
    await healthy(scene)
    theirs = (await scene.cases.get(case_id)).messages[0].native_id

    refused = await people.mira.post(at(case_id, "/settle"), json={"outcome": "posted", "url": theirs})

    assert (refused.status_code, refused.json()["code"]) == (422, "not_there")
    assert (await scene.reply(case_id)).status is ReplyStatus.NEEDS_HUMAN


async def test_an_answer_to_somebody_else_is_not_taken_for_this_one(scene: Scene, people: People) -> None:
    """Else a slip would have another customer's answer deleted."""
    case_id = await in_doubt(scene)
    await healthy(scene)
    other = await scene.queued(2, text="We are sorry.")
    async with scene.publisher():
        await scene.settled(other)
    theirs = (await scene.cases.get(other)).replies[0]

    refused = await people.mira.post(at(case_id, "/settle"), json={"outcome": "posted", "url": theirs.url})

    assert theirs.status is ReplyStatus.POSTED
    assert (refused.status_code, refused.json()["code"]) == (422, "not_there")
    assert (await scene.reply(case_id)).status is ReplyStatus.NEEDS_HUMAN


async def test_where_the_network_does_not_let_us_look_a_persons_word_is_taken(scene: Scene, people: People) -> None:
    case_id = await in_doubt(scene)
    url = "https://square.example/@brand/1"

    settled = await people.mira.post(at(case_id, "/settle"), json={"outcome": "posted", "url": url})

    [reply] = settled.json()["replies"]
    assert (settled.status_code, reply["status"], reply["url"]) == (200, "posted", url)
    deleted = await people.mira.delete(at(case_id))
    assert (deleted.status_code, deleted.json()["code"]) == (409, "not_located")


async def test_without_a_body_it_was_never_posted(scene: Scene, people: People) -> None:
    case_id = await in_doubt(scene)

    settled = await people.mira.post(at(case_id, "/settle"))

    assert (settled.json()["replies"][0]["status"], settled.json()["stage"]) == ("failed", "assigned")


async def test_a_thread_goes_on_below_the_post_that_a_person_found(scene: Scene, people: People) -> None:
    case_id = await in_doubt(scene, text=LONG)
    vague = await people.mira.post(at(case_id, "/settle"), json={"outcome": "posted"})
    await healthy(scene)

    found = await people.mira.post(at(case_id, "/settle"), json={"outcome": "posted"})
    async with scene.publisher():
        reply = await scene.settled(case_id)

    assert (vague.status_code, vague.json()["code"]) == (409, "url_needed")
    assert (found.status_code, reply.status) == (200, ReplyStatus.POSTED)
    first, second, third = await scene.posts()
    assert [second["in_reply_to_id"], third["in_reply_to_id"]] == [first["id"], second["id"]]


async def test_withdrawn_in_time_is_promised_and_nothing_is_posted(scene: Scene, people: People) -> None:
    case_id = await scene.queued()

    withdrawn = await people.mira.post(at(case_id, "/withdraw"))
    async with scene.publisher():
        other = await scene.queued(2)
        await scene.settled(other)

    assert (withdrawn.status_code, withdrawn.json()["promised"]) == (200, True)
    assert len(await scene.posts()) == 1


FATES: list[dict[str, Any]] = [
    {"kind": "slow", "hold": 0.6},
    {"kind": "timeout_after_accept", "hold": 3},
    {"kind": "timeout_before_accept", "hold": 3},
    {"kind": "error_500_after_post"},
    {"kind": "rate_limited", "retry_after": 1},
]


@pytest.mark.parametrize("fault", FATES, ids=lambda fault: fault["kind"])
async def test_withdrawn_on_its_way_it_is_not_promised_and_gone_in_the_end(
    scene: Scene, people: People, fault: dict[str, Any]
) -> None:
    """Whether it landed or not, whether we heard of it or not; and it is never sent a second time."""
    await scene.arm("slow", on="GET /api/v1/statuses", hold=0.3)
    await scene.arm(**fault)
    case_id = await scene.queued()
    async with scene.publisher():
        await scene.until(case_id, lambda reply: reply.status is ReplyStatus.SENDING)
        withdrawn = await people.mira.post(at(case_id, "/withdraw"))
        again = await people.mira.post(at(case_id, "/withdraw"))
        reply = await scene.until(case_id, lambda r: r.status is ReplyStatus.WITHDRAWN and r.due_at is None)

    posts = await scene.posts()
    assert (withdrawn.status_code, withdrawn.json()["promised"]) == (202, False)
    assert again.status_code == 202
    assert (seen(posts), len(posts) <= 1) == ([], True)
    assert [uri.rpartition("/")[2] for uri in reply.landed] == [post["id"] for post in posts]
    assert (await scene.cases.get(case_id)).clocks[0].fulfilled_at is None
    assert await scene.asked("POST") == 1


async def test_a_posted_answer_is_posted_until_the_network_has_deleted_it(scene: Scene, people: People) -> None:
    case_id = await scene.queued(text=LONG)
    async with scene.publisher():
        await scene.settled(case_id)
        await scene.arm("error_503", on="DELETE /api/")
        deleted = await people.mira.delete(at(case_id))
        again = await people.mira.delete(at(case_id))
        waits = await scene.until(case_id, lambda reply: "503" in (reply.reason or ""))
        reply = await scene.until(case_id, lambda reply: reply.status is ReplyStatus.DELETED)

    assert (deleted.status_code, deleted.json()["replies"][0]["status"], again.status_code) == (202, "posted", 202)
    assert (waits.status, waits.unwanted_by, len(reply.landed)) == (ReplyStatus.POSTED, "mira", 3)
    assert (seen(await scene.posts()), len(await scene.posts())) == ([], 3)


async def test_only_the_owner_or_a_supervisor_has_an_answer_deleted(scene: Scene, people: People) -> None:
    case_id = await scene.queued()
    async with scene.publisher():
        await scene.settled(case_id)
        refused = await people.joris.delete(at(case_id))
        await people.mira.delete(at(case_id))
        await scene.until(case_id, lambda reply: reply.status is ReplyStatus.DELETED)

    case = await scene.cases.get(case_id)
    assert (refused.status_code, refused.json()["code"]) == (409, "not_yours")
    assert (case.stage, case.messages[0].answered_by) == (Stage.ASSIGNED, "r-1")
    assert case.clocks[0].fulfilled_at == case.replies[0].posted_at
    assert seen(await scene.posts()) == []


async def test_an_answer_in_private_is_seen_by_the_customer_and_by_nobody_else(scene: Scene) -> None:
    case_id = await scene.queued(private=True)
    async with scene.publisher():
        reply = await scene.settled(case_id)

    [post] = await scene.posts()
    case = await scene.cases.get(case_id)
    path = f"/api/v1/statuses/{post['id']}"
    theirs = {"Authorization": f"Bearer {scene.customer['token']}"}
    assert (reply.status, post["visibility"]) == (ReplyStatus.POSTED, "direct")
    assert case.clocks[0].fulfilled_at is not None, "a private answer is one"
    assert (await scene.http.get(path)).status_code == 404
    assert (await scene.http.get(path, headers=theirs)).status_code == 200
