"""Requests that ingest takes, and that are the same whenever they are made again."""

from datetime import UTC, datetime, timedelta

import orjson
import pytest

from deploy.local.replay.events import BATCH_BYTES, Run, batch_size, batches
from deploy.local.replay.posts import Post
from services.ingest.domain.accounts import OurAccounts
from services.ingest.domain.mention import Origin
from services.ingest.domain.reading import verdicts
from services.ingest.domain.verdicts import Accepted

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
RUN = Run(id="r1", network="x")
ORIGIN = Origin(sender="replay", brand="discus", delivery_id=None, verified="bearer")


def a_post(native: str = "1", *, text: str = "where is it?", **more: str) -> Post:
    return Post(native=native, author="ann", text=text, account="replay", **more)  # type: ignore[arg-type]


def test_ingest_itself_accepts_every_event_of_a_batch() -> None:
    body = RUN.body([a_post("1"), a_post("2", parent="1")], now=NOON)

    found = verdicts(
        {"content-type": "application/cloudevents-batch+json"}, body, ORIGIN, accounts=OurAccounts([]), now=NOON
    )

    mentions = [one.mention for one in found if isinstance(one, Accepted)]
    assert [one.native_id for one in mentions] == ["r1:1", "r1:2"]
    assert {one.customer_key for one in mentions} == {"discus/x/ann"}
    assert mentions[1].thread.parent_id == "r1:1"
    assert mentions[0].occurred_at == NOON


def test_events_have_what_cloudevents_requires() -> None:
    event = RUN.event(a_post(), now=NOON)

    assert {"specversion": "1.0", "id": "r1:1", "source": "urn:earshot:replay:r1"}.items() <= event.items()
    assert event["type"].endswith(".mention.v1")


def test_the_posts_own_time_is_kept_where_it_has_one() -> None:
    earlier = NOON - timedelta(days=3)
    post = Post(native="1", author="ann", text="hm", account="replay", at=earlier)

    assert RUN.event(post, now=NOON)["data"]["occurred_at"] == earlier.isoformat()


def test_runs_share_no_ids_and_one_run_has_the_same_ids_again() -> None:
    again, other = Run(id="r1", network="x"), Run(id="r2", network="x")

    assert RUN.event(a_post(), now=NOON)["id"] == again.event(a_post(), now=NOON + timedelta(1))["id"]
    assert RUN.event(a_post(), now=NOON)["id"] != other.event(a_post(), now=NOON)["id"]


def test_batches_keep_order_and_lose_nothing() -> None:
    posts = [a_post(str(n)) for n in range(11)]

    found = list(batches(iter(posts), most=4))

    assert [len(batch) for batch in found] == [4, 4, 3]
    assert [post for batch in found for post in batch] == posts


def test_long_texts_make_short_batches_that_stay_below_what_ingest_reads() -> None:
    posts = [a_post(str(n), text="\N{PILE OF POO}" * 20_000) for n in range(20)]

    found = list(batches(posts, most=50))

    assert all(len(RUN.body(batch, now=NOON)) < BATCH_BYTES for batch in found)
    assert sum(map(len, found)) == 20


def test_even_one_post_too_long_for_any_batch_is_sent_alone() -> None:
    assert [len(batch) for batch in batches([a_post(text="a" * BATCH_BYTES), a_post()], most=50)] == [1, 1]


@pytest.mark.parametrize(("rate", "expected"), [(None, 50), (2_000, 50), (100, 10), (3, 1), (0.5, 1)])
def test_at_a_slow_rate_batches_are_small(rate: float | None, expected: int) -> None:
    assert batch_size(50, rate=rate) == expected


def test_bodies_are_json_arrays() -> None:
    assert len(orjson.loads(RUN.body([a_post(), a_post("2")], now=NOON))) == 2
