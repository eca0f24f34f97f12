"""Counting a batch: facts are told before they are remembered, and nothing is acknowledged before both."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from services.classify.counting import Touched
from services.classify.domain.watch import Watch
from services.classify.storm_counter import StormCounter
from services.classify.storm_state import Row
from shared.contracts.envelope import pack
from shared.contracts.storm import Signal, SignalsCounted
from shared.contracts.topics import SIGNALS
from shared.kafka.isolate import Outage
from shared.kafka.record import Incoming, Outgoing, Rejected
from shared.runtime.errors import Unavailable
from tests.builders import NOON
from tests.unit.services.classify.storming import RULES, people


class World:
    """Kafka and the tables, and in which order they were used."""

    def __init__(self) -> None:
        self.now = NOON
        self.happened: list[str] = []
        self.facts: list[str] = []
        self.aside: list[Rejected] = []
        self.watches: dict[tuple[str, str], Watch] = {}
        self.down = 0
        self.bug = False

    def clock(self) -> datetime:
        return self.now

    async def send(self, records: Sequence[Outgoing]) -> None:
        if self.down:
            self.down -= 1
            raise Unavailable("no broker")
        if records:
            self.happened.append("told")
        self.facts += [dict(record.headers)["ce_id"].decode().split(":")[1] for record in records]

    async def set_aside(self, rejected: Sequence[Rejected]) -> None:
        self.happened.append("set aside")
        self.aside += rejected

    def load(self, partition: int, brand: str, intent: str) -> Watch:
        if self.bug:
            raise RuntimeError("a bug")
        return self.watches.get((brand, intent), Watch(brand=brand, intent=intent))

    async def save(self, touched: Sequence[Touched]) -> None:
        self.happened.append("remembered")
        self.watches |= {(one.watch.brand, one.watch.intent): one.watch for one in touched}

    def rows(self) -> list[Row]:
        return [Row(watch, tuple(watch.windows)) for watch in self.watches.values()]


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def counter(world: World) -> StormCounter:
    return StormCounter(
        memory=world, rules=RULES, send=world.send, set_aside=world.set_aside, clock=world.clock, first_wait=0
    )


def records(signals: Sequence[Signal], *, brand: str = "discus") -> list[Incoming]:
    found = []
    for offset, signal in enumerate(signals):
        counted = SignalsCounted(brand=brand, intent="delivery", signals=(signal,))
        out = pack(SIGNALS, counted, key=brand, fact_id=signal.event_id, source="/test", at=NOON)
        found.append(
            Incoming(topic=out.topic, partition=3, offset=offset, key=out.key, value=out.value, headers=out.headers)
        )
    return found


def garbage(offset: int = 0) -> Incoming:
    return Incoming(topic=SIGNALS.name, partition=3, offset=offset, key=b"discus", value=b"garbage")


def always() -> bool:
    return True


def never() -> bool:
    return False


async def test_facts_are_told_before_they_are_remembered(counter: StormCounter, world: World) -> None:
    assert await counter.take(records(people(5)), always)

    assert world.happened == ["told", "remembered"]
    assert world.facts == ["0"]


async def test_brands_are_counted_apart(counter: StormCounter, world: World) -> None:
    await counter.take(records(people(4)) + records(people(4), brand="bolt"), always)

    assert world.facts == []


async def test_what_was_told_when_the_partitions_went_is_not_remembered_here(
    counter: StormCounter, world: World
) -> None:
    assert not await counter.take(records(people(5)), never)

    assert (world.facts, world.watches) == (["0"], {})


async def test_garbage_is_set_aside_and_its_neighbours_are_counted(counter: StormCounter, world: World) -> None:
    good = records(people(5))

    assert await counter.take([good[0], garbage(), *good[1:]], always)

    assert [one.record for one in world.aside] == [garbage()]
    assert world.facts == ["0"]


async def test_a_short_outage_is_waited_out(counter: StormCounter, world: World) -> None:
    world.down = 3

    assert await counter.take(records(people(5)), always)
    assert world.facts == ["0"]


async def test_a_long_outage_ends_it_before_anything_is_remembered(counter: StormCounter, world: World) -> None:
    world.down = 100
    with pytest.raises(Unavailable):
        await counter.take(records(people(5)), always)

    assert world.watches == {}


async def test_a_bug_in_every_record_is_an_outage_and_not_a_heap_of_dead_letters(
    counter: StormCounter, world: World
) -> None:
    world.bug = True
    for signal in people(19):
        await counter.take(records([signal]), always)
    with pytest.raises(Outage):
        await counter.take(records(people(1)), always)

    assert len(world.aside) == 19


async def test_quiet_by_both_clocks_calms_a_storm(counter: StormCounter, world: World) -> None:
    await counter.take(records(people(5)), always)
    world.now = NOON + RULES.quiet + timedelta(seconds=1)
    await counter.calm(lambda _: 3, always)
    await counter.calm(lambda _: 3, always)

    assert world.facts == ["0", "1"]


async def test_a_replayed_day_of_last_year_is_not_taken_for_quiet(counter: StormCounter, world: World) -> None:
    world.now = NOON + timedelta(days=365)
    await counter.take(records(people(5)), always)
    await counter.calm(lambda _: 3, always)

    assert world.facts == ["0"]


async def test_who_just_got_the_partition_first_listens_for_a_while(counter: StormCounter, world: World) -> None:
    await counter.take(records(people(5)), always)
    world.now = NOON + timedelta(days=1)
    counter.forget_when_heard()
    await counter.calm(lambda _: 3, always)

    assert world.facts == ["0"]


async def test_a_storm_of_somebody_elses_partition_is_left_alone(counter: StormCounter, world: World) -> None:
    await counter.take(records(people(5)), always)
    world.now = NOON + timedelta(days=1)
    await counter.calm(lambda _: None, always)

    assert world.facts == ["0"]
