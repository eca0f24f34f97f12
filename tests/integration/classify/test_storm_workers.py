"""Storms as they run: two workers, a rebalance, a kill -9, and the facts of an undisturbed run in order."""

from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from services.classify.domain.storms.detector import Detector
from services.classify.domain.storms.listening import Listening
from services.classify.domain.storms.post import post_of
from services.classify.settings import StormSettings
from shared.contracts.deadletter import DeadLetter
from shared.contracts.envelope import pack, unpack
from shared.contracts.storm import Signal, SignalsCounted, StormChanged
from shared.contracts.topics import DEADLETTERS, SIGNALS, STORMS
from shared.kafka.partition import partition_of
from shared.kafka.produce import Producer
from shared.kafka.record import Incoming, Outgoing
from shared.runtime.ids import random_id
from tests.builders import NOON
from tests.integration.classify.processes import processes
from tests.integration.classify.reading import reading
from tests.waiting import until

pytestmark = pytest.mark.real_kafka

BRANDS = 12
PEOPLE = 60
RULES = StormSettings().storm_rules


@pytest.fixture
async def producer(kafka_bootstrap: str) -> AsyncIterator[Producer]:
    made = Producer(bootstrap=kafka_bootstrap, client_id="test")
    await made.start()
    yield made
    await made.stop()


def complaints(brand: str) -> list[SignalsCounted]:
    """Sixty people in half an hour, each twice, and one who complains with every one of them."""
    found = []
    for number in range(PEOPLE):
        at = NOON + timedelta(seconds=30 * number)
        who = [f"p{number}", f"p{number // 2}", "loud"]
        signals = [
            Signal(
                author=f"{brand}/{one}",
                event_id=f"{brand}-{number}-{one}",
                occurred_at=at,
                terms=("parcel", f"word{number}"),
                concepts=("lost", "parcel", "lost+parcel"),
            )
            for one in who
        ]
        found.append(SignalsCounted(brand=brand, intent="delivery", signals=tuple(signals)))
    return found


def record(counted: SignalsCounted) -> Outgoing:
    return pack(SIGNALS, counted, key=counted.brand, fact_id=counted.signals[0].event_id, source="/test", at=NOON)


def undisturbed(brand: str, counted: Sequence[SignalsCounted]) -> list[StormChanged]:
    listening = Listening(Detector(brand, RULES))
    posts = sorted(post_of(signal, one.intent) for one in counted for signal in one.signals)
    return listening.hear(posts, heard_at=0) + listening.pass_time(2**62)


def told(run: str, records: Sequence[Incoming]) -> dict[tuple[str, int], set[StormChanged]]:
    """What was told, by storm and step. Telling a step twice is fine as long as it is the same fact."""
    found: dict[tuple[str, int], set[StormChanged]] = {}
    for one in records:
        if one.key and one.key.decode().startswith(run):
            fact = unpack(one, StormChanged)
            found.setdefault((fact.storm_id, fact.step), set()).add(fact)
    return found


async def test_a_killed_worker_and_two_rebalances_leave_the_facts_of_an_undisturbed_run(
    kafka_bootstrap: str, producer: Producer, tmp_path: Path
) -> None:
    run = random_id("run")
    brands = [f"{run}-{number}" for number in range(BRANDS)]
    assert len({partition_of(brand.encode(), SIGNALS.partitions) for brand in brands}) > 3
    counted = {brand: complaints(brand) for brand in brands}
    expected = {(fact.storm_id, fact.step): {fact} for brand in brands for fact in undisturbed(brand, counted[brand])}
    environment = {"EARSHOT_KAFKA_BOOTSTRAP": kafka_bootstrap, "EARSHOT_STORM_GROUP": random_id("storms")}

    async def send(start: int, end: int) -> None:
        """Each pair of neighbours comes in the wrong order, half a minute late."""
        places = [place for n in range(start, end, 2) for place in (n + 1, n) if place < end]
        await producer.send([record(counted[brand][n]) for n in places for brand in brands])

    async with processes(tmp_path, **environment) as station, reading(kafka_bootstrap, STORMS.name) as seen:
        first = await station.start("storms", data="first")
        await first.ready()
        await send(0, 16)
        await until(lambda: len(told(run, seen)) >= BRANDS, within=60)

        await station.start("storms", data="second")  # some partitions move, with their tables
        await send(16, 26)
        await until(lambda: len(told(run, seen)) >= 2 * BRANDS, within=60)

        first.kill()
        await send(26, 46)
        await until(lambda: len(told(run, seen)) >= 3 * BRANDS, within=60)

        again = await station.start("storms", data="first")  # on what the killed one left behind
        await send(46, PEOPLE)
        await until(lambda: told(run, seen).keys() >= expected.keys(), within=60)
        await again.ready()

    assert told(run, seen) == expected
    assert len({storm for storm, _ in expected}) == BRANDS  # one storm each


async def test_garbage_is_set_aside_whole_and_its_neighbours_are_counted(
    kafka_bootstrap: str, producer: Producer, tmp_path: Path
) -> None:
    brand = random_id("run")
    counted = complaints(brand)[:14]
    value = b'{"version": 1, "brand": 3'
    garbage = Outgoing(topic=SIGNALS.name, key=brand.encode(), value=value)
    environment = {"EARSHOT_KAFKA_BOOTSTRAP": kafka_bootstrap, "EARSHOT_STORM_GROUP": random_id("storms")}
    async with (
        reading(kafka_bootstrap, STORMS.name) as seen,
        reading(kafka_bootstrap, DEADLETTERS.name) as letters,
        processes(tmp_path, **environment) as station,
    ):
        await station.start("storms")
        await producer.send([*map(record, counted[:6]), garbage, *map(record, counted[6:])])
        await until(lambda: len(told(brand, seen)) == len(undisturbed(brand, counted)), within=60)
        await until(lambda: [one for one in letters if one.key == brand.encode()], within=30)

    (letter,) = {unpack(one, DeadLetter) for one in letters if one.key == brand.encode()}
    assert (letter.station, letter.value_bytes()) == ("classify storms", value)
    assert list(told(brand, seen).values()) == [{fact} for fact in undisturbed(brand, counted)]


async def test_one_loud_person_opens_no_storm(kafka_bootstrap: str, producer: Producer, tmp_path: Path) -> None:
    loud, crowd = random_id("loud"), random_id("run")
    shouting = [
        SignalsCounted(
            brand=loud,
            intent="delivery",
            signals=(Signal(author="loud", event_id=f"{loud}-{n}", occurred_at=NOON + timedelta(seconds=n)),),
        )
        for n in range(200)
    ]
    environment = {"EARSHOT_KAFKA_BOOTSTRAP": kafka_bootstrap, "EARSHOT_STORM_GROUP": random_id("storms")}
    async with reading(kafka_bootstrap, STORMS.name) as seen, processes(tmp_path, **environment) as station:
        await station.start("storms")
        await producer.send(list(map(record, shouting)))
        await producer.send(list(map(record, complaints(crowd)[:15])))
        await until(lambda: told(crowd, seen), within=60)

        same = [f"{loud}{n}" for n in range(100)]
        brand = next(one for one in same if partition_of(one.encode(), 8) == partition_of(loud.encode(), 8))
        await producer.send(list(map(record, complaints(brand)[:15])))  # behind the shouting, on its partition
        await until(lambda: told(brand, seen), within=60)

    assert {fact.brand for facts in told(loud, seen).values() for fact in facts} == {brand}
