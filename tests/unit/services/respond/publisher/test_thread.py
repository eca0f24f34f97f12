"""An answer in several posts: one below the other, each once, all of them or none."""

from datetime import timedelta

import pytest

from services.respond.networks.outbound import CannotTell, NotSent, Rejected, RetryAfter
from shared.case.reply_commands import Delete, SettlePosted, Withdraw
from shared.case.state.reply import ReplyStatus
from shared.case.state.stage import Stage
from tests.builders import NOON
from tests.fakes.network import Manner
from tests.unit.services.respond.publisher.bench import Bench, Crash

POSTS = [f'{{"status": "sorry {part}"}}' for part in range(3)]


async def test_each_post_goes_below_the_one_before_with_a_token_of_its_own() -> None:
    bench = Bench(parts=3)

    assert await bench.until_settled() is ReplyStatus.POSTED

    assert bench.network.posts == POSTS
    assert bench.network.below == [None, "1", "2"]
    assert bench.network.tokens == ["r-1", "r-1-2", "r-1-3"]
    assert bench.reply.landed == ("uri-1", "uri-2", "uri-3")
    assert (bench.reply.native_id, bench.reply.url) == ("uri-1", "https://there/1")


async def test_the_customer_is_answered_once_all_of_it_is_there() -> None:
    bench = Bench(parts=2)

    await bench.turn()
    assert (bench.reply.status, bench.case.stage) == (ReplyStatus.QUEUED, Stage.PUBLISHING)
    assert bench.case.clocks[0].fulfilled_at is None

    bench.clock.pass_by(seconds=3)
    await bench.turn()
    assert bench.case.stage is Stage.AWAITING_CUSTOMER
    assert bench.case.clocks[0].fulfilled_at == NOON + timedelta(seconds=3)


@pytest.mark.parametrize(
    "manner",
    ["posts unheard", "loses", RetryAfter(reason="429", wait=timedelta(seconds=9)), NotSent(reason="away")],
)
@pytest.mark.parametrize("at", [0, 1, 2])
async def test_a_fault_at_any_post_delays_and_doubles_nothing(manner: Manner, at: int) -> None:
    bench = Bench(parts=3)
    bench.network.manners = [*["posts"] * at, manner]  # type: ignore[list-item]  # mypy takes "posts" for any text

    assert await bench.until_settled() is ReplyStatus.POSTED
    assert bench.network.posts == POSTS


@pytest.mark.parametrize("at", [0, 1, 2])
async def test_a_process_that_dies_after_any_post_leaves_one_that_goes_on_from_there(at: int) -> None:
    bench = Bench(parts=3)

    async def die() -> None:
        if len(bench.network.posts) == at + 1:
            bench.network.after_post = _nothing
            raise Crash

    bench.network.after_post = die

    assert await bench.until_settled() is ReplyStatus.POSTED
    assert bench.network.posts == POSTS


async def test_a_post_that_the_network_never_takes_has_the_others_deleted() -> None:
    bench = Bench(parts=3)
    bench.network.manners = ["posts", "posts", Rejected(reason="422")]

    assert await bench.until_settled() is ReplyStatus.FAILED
    assert bench.network.deleted == ["uri-2", "uri-1"]
    assert (bench.case.stage, bench.case.clocks[0].fulfilled_at) == (Stage.ASSIGNED, None)


async def test_withdrawn_between_two_posts_what_is_there_is_deleted_and_the_rest_never_sent() -> None:
    bench = Bench(parts=3)
    await bench.turn()
    await bench.tell(Withdraw(reply_id="r-1", by="mira"))

    assert await bench.until_settled() is ReplyStatus.WITHDRAWN
    assert (bench.network.posts, bench.network.deleted) == (POSTS[:1], ["uri-1"])


async def test_withdrawn_while_a_later_post_is_under_way_all_are_deleted() -> None:
    bench = Bench(parts=3)
    await bench.turn()

    async def withdraw() -> None:
        await bench.tell(Withdraw(reply_id="r-1", by="mira"))

    bench.network.before_post = withdraw

    assert await bench.until_settled() is ReplyStatus.WITHDRAWN
    assert (bench.network.posts, bench.network.deleted) == (POSTS[:2], ["uri-2", "uri-1"])


async def test_all_posts_of_a_posted_answer_are_deleted_however_often_that_fails() -> None:
    bench = Bench(parts=3)
    await bench.until_settled()
    await bench.tell(Delete(reply_id="r-1", by="mira"))
    bench.network.deletions = [CannotTell(reason="503"), None, CannotTell(reason="503")]

    assert await bench.until_settled() is ReplyStatus.DELETED
    assert set(bench.network.deleted) == {"uri-1", "uri-2", "uri-3"}
    assert (bench.case.stage, bench.case.clocks[0].fulfilled_at) == (Stage.ASSIGNED, NOON)


async def test_once_a_person_has_found_the_post_in_doubt_the_rest_follows() -> None:
    bench = Bench(parts=3)
    bench.network.manners = ["posts", "posts unheard"]
    bench.network.sights = [CannotTell(reason="503")] * 20
    assert await bench.until_settled() is ReplyStatus.NEEDS_HUMAN

    await bench.tell(SettlePosted(reply_id="r-1", by="mira", native_id="uri-2", api_id="2", url="https://there/2"))

    assert await bench.until_settled() is ReplyStatus.POSTED
    assert (bench.network.posts, bench.network.below) == (POSTS, [None, "1", "2"])


async def _nothing() -> None:
    return None
