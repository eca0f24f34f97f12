"""The lane: what it writes, under which ids, and what it cannot take."""

import asyncio
import time
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

import pytest

from services.classify.handlers import Understand
from services.classify.lane import Lane
from services.classify.model.fast import FastClassifier
from shared.contracts.classification import Classification, MentionClassified
from shared.contracts.envelope import pack, unpack
from shared.contracts.mention import Mention, Raw
from shared.contracts.storm import SignalsCounted
from shared.contracts.topics import CLASSIFIED, MENTIONS, SIGNALS
from shared.kafka.record import Incoming, Outgoing
from shared.runtime.errors import Unavailable
from tests.builders import NOON, a_classified, a_mention


def arrived(out: Outgoing, offset: int = 0) -> Incoming:
    return Incoming(
        topic=out.topic, partition=0, offset=offset, key=out.key, value=out.value, headers=out.headers, timestamp_ms=1
    )


def record(mention: Mention, *, offset: int = 0, traceparent: str | None = None) -> Incoming:
    out = pack(
        MENTIONS,
        mention,
        key=mention.customer_key,
        fact_id=mention.event_id,
        source="/test",
        at=NOON,
        traceparent=traceparent,
    )
    return arrived(out, offset)


class Everything:
    """A classifier for which everything is a complaint about a delivery."""

    def __init__(self) -> None:
        self.calls: list[int] = []

    def classify(self, mentions: Sequence[Mention]) -> list[Classification]:
        self.calls.append(len(mentions))
        return [a_classified(mention).classification for mention in mentions]


class Sent:
    """A Kafka that remembers; `down` makes it not answer."""

    def __init__(self) -> None:
        self.batches: list[list[Outgoing]] = []
        self.down = False

    async def __call__(self, records: Sequence[Outgoing]) -> None:
        if self.down:
            raise Unavailable("no broker")
        self.batches.append(list(records))

    def on(self, topic: str) -> list[Outgoing]:
        return [record for batch in self.batches for record in batch if record.topic == topic]


@pytest.fixture
def sent() -> Sent:
    return Sent()


@pytest.fixture
def lane(sent: Sent) -> Lane:
    return Lane(Understand(Everything(), lambda: NOON), sent)


async def test_a_mention_becomes_a_classified_mention_of_the_same_key_and_id(lane: Lane, sent: Sent) -> None:
    mention = a_mention()
    incoming = record(mention)

    assert await lane([incoming]) == []

    (out,) = sent.on(CLASSIFIED.name)
    assert out.key == incoming.key
    assert dict(out.headers)["ce_id"].decode() == mention.event_id
    assert unpack(arrived(out), MentionClassified).mention == mention


async def test_an_echo_passes_under_the_customers_key_and_is_no_signal(sent: Sent, classifier: FastClassifier) -> None:
    lane = Lane(Understand(classifier, lambda: NOON), sent)
    complaint, echo = a_mention("1", text="My parcel is lost"), a_mention("2", kind="echo", text="Your parcel is lost")

    assert await lane([record(complaint), record(echo, offset=1)]) == []

    asked, answered = sent.on(CLASSIFIED.name)
    assert answered.key == asked.key
    fact = unpack(arrived(answered), MentionClassified)
    assert fact.mention == echo
    assert not fact.classification.needs_answer
    (signals,) = sent.on(SIGNALS.name)
    assert [one.event_id for one in unpack(arrived(signals), SignalsCounted).signals] == [complaint.event_id]


async def test_the_trace_goes_on(lane: Lane, sent: Sent) -> None:
    await lane([record(a_mention(), traceparent=f"00-{'a' * 32}-{'b' * 16}-01")])

    (out,) = sent.on(CLASSIFIED.name)
    trace = dict(out.headers)["traceparent"].decode().split("-")
    assert trace[1] == "a" * 32
    assert trace[2] != "b" * 16


async def test_the_original_bytes_stay_behind(lane: Lane, sent: Sent) -> None:
    await lane([record(a_mention(raw=Raw(sha256="x", size=3, body="{}!")))])

    (out,) = sent.on(CLASSIFIED.name)
    raw = unpack(arrived(out), MentionClassified).mention.raw
    assert raw is not None
    assert (raw.body, raw.size) == (None, 3)


async def test_everything_of_a_batch_is_one_write(lane: Lane, sent: Sent) -> None:
    await lane([record(a_mention(f"{n}", author=f"a{n}"), offset=n) for n in range(300)])

    (batch,) = sent.batches
    assert [one.topic for one in batch] == [CLASSIFIED.name] * 300 + [SIGNALS.name]


async def test_signals_are_keyed_by_brand_and_leave_their_time_stamp_to_kafka(lane: Lane, sent: Sent) -> None:
    """Retention goes by the record's time: a replayed post of last year must not be deleted before it is counted."""
    long_ago = NOON - timedelta(days=400)
    await lane([record(a_mention(occurred_at=long_ago))])

    (out,) = sent.on(SIGNALS.name)
    assert (out.key, out.timestamp_ms) == (b"discus", None)
    assert unpack(arrived(out), SignalsCounted).signals[0].occurred_at == long_ago


async def test_garbage_is_rejected_and_its_neighbours_are_classified(lane: Lane, sent: Sent) -> None:
    good, bad = (
        record(a_mention("1")),
        [
            Incoming(topic=MENTIONS.name, partition=0, offset=1, key=b"k", value=b"\xff{"),
            Incoming(topic=MENTIONS.name, partition=0, offset=2, key=b"k", value=None),
            Incoming(topic=MENTIONS.name, partition=0, offset=3, key=b"k", value=b"{}", headers=(("ce_type", b"x"),)),
        ],
    )

    rejected = await lane([bad[0], good, bad[1], bad[2]])

    assert [one.record for one in rejected] == bad
    assert len(sent.on(CLASSIFIED.name)) == 1


async def test_a_batch_of_garbage_alone_is_rejected(lane: Lane, sent: Sent) -> None:
    bad = Incoming(topic=MENTIONS.name, partition=0, offset=1, key=None, value=b"nonsense")

    assert [one.record for one in await lane([bad])] == [bad]


async def test_what_kafka_would_refuse_for_its_size_is_rejected_and_does_not_hold_up_the_rest(
    lane: Lane, sent: Sent
) -> None:
    huge = record(a_mention("1", media=[{"type": "image", "url": "https://x", "alt": "é" * 39_000}] * 15))

    rejected = await lane([huge, record(a_mention("2"), offset=1)])

    assert [one.record for one in rejected] == [huge]
    assert len(sent.on(CLASSIFIED.name)) == 1


async def test_when_kafka_is_down_the_batch_is_not_done_and_later_has_the_same_ids(lane: Lane, sent: Sent) -> None:
    batch = [record(a_mention(f"{n}"), offset=n) for n in range(3)]
    sent.down = True
    with pytest.raises(Unavailable):
        await lane(batch)
    sent.down = False

    await lane(batch)
    await lane(batch)

    first, again = ([dict(out.headers)["ce_id"] for out in one] for one in sent.batches)
    assert first == again


async def test_the_loop_is_let_go_between_calls_of_the_model(sent: Sent) -> None:
    model = Everything()
    lane = Lane(Understand(model, lambda: NOON), sent)
    turns = 0

    async def others() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    other = asyncio.create_task(others())
    await lane([record(a_mention(f"{n}"), offset=n) for n in range(500)])
    other.cancel()

    assert max(model.calls) <= 64
    assert turns >= len(model.calls)


async def test_no_turn_of_the_loop_takes_more_than_its_share_of_the_worst_batch(
    classifier: FastClassifier, sent: Sent
) -> None:
    """Every text as long and as costly as can be. A share is 64 mentions, under 100 ms on a quiet machine."""
    understand = Understand(classifier, lambda: NOON)
    mentions = [a_mention(f"{n}", text="NOT good but never BAD parcel " * 300) for n in range(320)]
    await understand(mentions[:64])
    turns = [time.thread_time()]

    async def watch() -> None:
        while True:
            turns.append(time.thread_time())
            await asyncio.sleep(0)

    watching = asyncio.create_task(watch())
    await understand(mentions)
    watching.cancel()

    longest = max(after - before for before, after in pairwise(turns))
    assert longest < (turns[-1] - turns[0]) / 2
