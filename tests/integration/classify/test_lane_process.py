"""The lane as it runs: effects before acknowledgement, garbage whole on care.deadletters, a kill that loses nothing."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from services.classify.handlers import Understand
from services.classify.lane import Lane
from services.classify.model.artefact import load
from shared.contracts.classification import Classification, MentionClassified
from shared.contracts.deadletter import DeadLetter
from shared.contracts.envelope import pack, unpack
from shared.contracts.mention import Mention
from shared.contracts.storm import Signal, SignalsCounted
from shared.contracts.topics import CLASSIFIED, DEADLETTERS, MENTIONS, SIGNALS
from shared.kafka.consume import BatchConsumer
from shared.kafka.isolate import Handle
from shared.kafka.produce import Producer
from shared.kafka.record import Incoming, Outgoing, Rejected
from shared.runtime.ids import random_id
from tests.builders import NOON, a_classified, a_mention
from tests.integration.classify.processes import processes
from tests.integration.classify.reading import reading
from tests.waiting import until

pytestmark = pytest.mark.real_kafka


@pytest.fixture
async def producer(kafka_bootstrap: str) -> AsyncIterator[Producer]:
    made = Producer(bootstrap=kafka_bootstrap, client_id="test")
    await made.start()
    yield made
    await made.stop()


def mentions(run: str, count: int) -> list[Outgoing]:
    found = [
        a_mention(f"{run}-{n}", author=f"{run}-{n % 50}", brand=run, text="My parcel is lost") for n in range(count)
    ]
    return [pack(MENTIONS, one, key=one.customer_key, fact_id=one.event_id, source="/test", at=NOON) for one in found]


def ids(records: Sequence[Incoming | Outgoing]) -> list[str]:
    return [dict(record.headers)["ce_id"].decode() for record in records]


def of(run: str, records: Sequence[Incoming]) -> list[Incoming]:
    return [record for record in records if record.key and record.key.decode().startswith(run)]


class Quick:
    """A classifier without a model to load."""

    def classify(self, mentions: Sequence[Mention]) -> list[Classification]:
        return [a_classified(mention).classification for mention in mentions]


@asynccontextmanager
async def consuming(bootstrap: str, group: str, handle: Handle) -> AsyncIterator[None]:
    """A consumer that is cut off at the end of the block, as a crash would."""

    async def nowhere(rejected: Sequence[Rejected]) -> None:
        return

    consumer = BatchConsumer(bootstrap=bootstrap, group=group, topics=[MENTIONS.name], handle=handle, set_aside=nowhere)
    running = asyncio.create_task(consumer.run(asyncio.Event()))
    try:
        yield
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


async def test_a_crash_between_the_effect_and_its_acknowledgement_repeats_it_under_the_same_ids(
    kafka_bootstrap: str, producer: Producer
) -> None:
    run, group = random_id("run"), random_id("lane")
    lane = Lane(Understand(Quick(), lambda: NOON), producer.send)
    effect = asyncio.Event()

    async def effect_and_then_nothing(records: Sequence[Incoming]) -> Sequence[Rejected]:
        await lane(records)
        if of(run, records):
            effect.set()
            await asyncio.Event().wait()
        return []

    sent = mentions(run, 40)
    async with reading(kafka_bootstrap, CLASSIFIED.name) as seen:
        async with consuming(kafka_bootstrap, group, effect_and_then_nothing):
            await producer.send(sent)
            await effect.wait()
            await until(lambda: of(run, seen))
        first = set(ids(of(run, seen)))
        async with consuming(kafka_bootstrap, group, lane):
            await until(lambda: set(ids(of(run, seen))) == set(ids(sent)), within=60)
            await until(lambda: first <= {one for one, times in Counter(ids(of(run, seen))).items() if times > 1})

    assert set(ids(of(run, seen))) == set(ids(sent))


async def test_a_killed_lane_loses_nothing_and_its_successor_repeats_the_same_ids(
    kafka_bootstrap: str, producer: Producer, tmp_path: Path
) -> None:
    run, count = random_id("run"), 4_000
    environment = {"EARSHOT_KAFKA_BOOTSTRAP": kafka_bootstrap, "EARSHOT_LANE_GROUP": random_id("lane")}
    sent = mentions(run, count)
    async with processes(tmp_path, **environment) as station, reading(kafka_bootstrap, CLASSIFIED.name) as seen:
        first = await station.start("lane")
        await first.ready()
        await producer.send(sent)
        await until(lambda: len(of(run, seen)) > 200, within=60)
        first.kill()
        second = await station.start("lane")
        await second.ready()
        await until(lambda: len(set(ids(of(run, seen)))) == count, within=90)

    assert set(ids(of(run, seen))) == set(ids(sent))
    places = {(record.key, record.partition) for record in of(run, seen)}
    assert len(places) == 50, "a customer's mentions stay on one partition, in order"


async def test_garbage_ends_whole_on_the_dead_letters_and_its_neighbours_are_classified(
    kafka_bootstrap: str, producer: Producer, tmp_path: Path
) -> None:
    run = random_id("run")
    key = f"{run}/mastodon/garbage".encode()
    value, headers = b"\xff\x00 not JSON at all \xfe", (("ce_type", b"care.mention.v1"), ("x-odd", b"\x00\xff"))
    garbage = Outgoing(topic=MENTIONS.name, key=key, value=value, headers=headers)
    good = mentions(run, 20)
    environment = {"EARSHOT_KAFKA_BOOTSTRAP": kafka_bootstrap, "EARSHOT_LANE_GROUP": random_id("lane")}
    async with (
        reading(kafka_bootstrap, CLASSIFIED.name) as seen,
        reading(kafka_bootstrap, DEADLETTERS.name) as letters,
        processes(tmp_path, **environment) as station,
    ):
        lane = await station.start("lane")
        await producer.send([*good[:10], garbage, *good[10:]])
        await lane.ready()
        await until(lambda: set(ids(of(run, seen))) == set(ids(good)), within=60)
        await until(lambda: of(run, letters), within=30)

    (letter,) = {one.letter_id: one for one in (unpack(record, DeadLetter) for record in of(run, letters))}.values()
    assert (letter.key_bytes(), letter.value_bytes(), letter.header_bytes()) == (key, value, headers)
    assert (letter.station, letter.topic) == ("classify lane", MENTIONS.name)


async def test_the_real_model_classifies_and_gathers_complaints(
    kafka_bootstrap: str, producer: Producer, tmp_path: Path
) -> None:
    run = random_id("run")
    environment = {"EARSHOT_KAFKA_BOOTSTRAP": kafka_bootstrap, "EARSHOT_LANE_GROUP": random_id("lane")}
    async with (
        reading(kafka_bootstrap, CLASSIFIED.name) as seen,
        reading(kafka_bootstrap, SIGNALS.name) as signals,
        processes(tmp_path, **environment) as station,
    ):
        await station.start("lane")
        await producer.send(mentions(run, 30))
        await until(lambda: len(of(run, seen)) >= 30, within=60)
        await until(lambda: len({one.event_id for one in heard(run, signals)}) == 30, within=30)

    found = [unpack(record, MentionClassified) for record in of(run, seen)]
    assert {one.classification.intent for one in found} == {"delivery"}
    assert {one.classification.model for one in found} == {load().version}
    assert len({one.author for one in heard(run, signals)}) == 30


def heard(run: str, records: Sequence[Incoming]) -> list[Signal]:
    return [signal for record in of(run, records) for signal in unpack(record, SignalsCounted).signals]
