"""Counting a batch: facts are told before they are remembered, and nothing is acknowledged before both."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from services.classify.counting import Touched
from services.classify.domain.storms.detector import Detector
from services.classify.domain.storms.listening import Listening
from services.classify.domain.storms.post import Post
from services.classify.storm_counter import StormCounter
from services.classify.storm_state import Row, rates_from_bytes, rates_to_bytes, row_from_bytes, row_to_bytes
from shared.contracts.envelope import pack
from shared.contracts.storm import Signal, SignalsCounted
from shared.contracts.topics import SIGNALS
from shared.kafka.isolate import Outage
from shared.kafka.record import Incoming, Outgoing, Rejected
from shared.runtime.errors import Unavailable
from tests.builders import NOON
from tests.unit.services.classify.storming import RULES, a_signal

AT_ONCE = replace(RULES, lateness=timedelta(0))


class World:
    """Kafka and the tables, and in which order they were used."""

    def __init__(self) -> None:
        self.now = NOON
        self.happened: list[str] = []
        self.facts: list[str] = []
        self.aside: list[Rejected] = []
        self.rows: dict[str, bytes] = {}
        self.rates: dict[str, bytes] = {}
        self.posts: dict[str, dict[str, Post]] = {}
        self.rules = AT_ONCE
        self.loads = 0
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

    def load(self, partition: int, brand: str, *, heard_at: int) -> Listening:
        if self.bug:
            raise RuntimeError("a bug")
        self.loads += 1
        detector = Detector(brand, self.rules)
        if brand in self.rows:
            row = row_from_bytes(self.rows[brand])
            detector.cursor, detector.incidents, detector.closed = row.cursor, list(row.incidents), row.closed
            detector.rates = rates_from_bytes(self.rates[brand])
        listening = Listening(detector)
        listening.remembered(self.posts.get(brand, {}).values(), heard_at=heard_at)
        return listening

    async def save(self, touched: Sequence[Touched]) -> None:
        self.happened.append("remembered")
        for one in touched:
            detector = one.listening.detector
            self.posts.setdefault(detector.brand, {}).update({post.id: post for post in one.posts})
            self.rates[detector.brand] = rates_to_bytes(detector.rates)
            self.rows[detector.brand] = row_to_bytes(detector, 0)

    def unfinished(self) -> Iterable[str]:
        rows: list[Row] = [row_from_bytes(value) for value in self.rows.values()]
        return [
            row.brand
            for row in rows
            if row.incidents or any((post.at, post.id) > row.cursor for post in self.posts[row.brand].values())
        ]

    def forget(self) -> None:
        self.happened.append("forgot")


@pytest.fixture
def world() -> World:
    return World()


def counter_of(world: World) -> StormCounter:
    return StormCounter(
        memory=world, rules=world.rules, send=world.send, set_aside=world.set_aside, clock=world.clock, first_wait=0
    )


@pytest.fixture
def counter(world: World) -> StormCounter:
    return counter_of(world)


def signals(count: int, minute: float = 0) -> list[Signal]:
    return [a_signal(f"p{number}", minute + number / 100) for number in range(count)]


def records(told: Sequence[Signal], *, brand: str = "discus", start: int = 0) -> list[Incoming]:
    found = []
    for offset, signal in enumerate(told, start):
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
    assert await counter.take(records(signals(5)), always)

    assert world.happened == ["told", "remembered"]
    assert world.facts == ["0"]


async def test_brands_are_counted_apart(counter: StormCounter, world: World) -> None:
    await counter.take(records(signals(4)) + records(signals(4), brand="bolt"), always)

    assert world.facts == []


async def test_what_was_told_when_the_partitions_went_is_not_remembered_here(
    counter: StormCounter, world: World
) -> None:
    assert not await counter.take(records(signals(5)), never)
    assert (world.facts, world.rows) == (["0"], {})

    assert await counter.take(records(signals(5)), always)
    assert world.facts == ["0", "0"]


async def test_the_tables_are_read_once_and_again_when_partitions_went(counter: StormCounter, world: World) -> None:
    for start in range(3):
        await counter.take(records(signals(1, start), start=start), always)
    assert world.loads == 1

    await counter.finish()
    await counter.take(records(signals(1, 3), start=3), always)

    assert world.loads == 2


async def test_another_worker_goes_on_where_this_one_died(counter: StormCounter, world: World) -> None:
    await counter.take(records(signals(7)), always)
    await counter_of(world).take(records([a_signal(f"q{n}", 1 + n / 100) for n in range(3)], start=7), always)

    assert world.facts == ["0", "1"]


async def test_garbage_is_set_aside_and_its_neighbours_are_counted(counter: StormCounter, world: World) -> None:
    good = records(signals(5))

    assert await counter.take([good[0], garbage(), *good[1:]], always)

    assert [one.record for one in world.aside] == [garbage()]
    assert world.facts == ["0"]


async def test_a_record_that_meets_a_bug_half_way_changes_nothing(
    counter: StormCounter, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The detector took in the half of it; so it is read anew, and hears again what came before."""
    hear = Listening.hear

    def fails_after(self: Listening, posts: Sequence[Post], *, heard_at: int) -> object:
        facts = hear(self, posts, heard_at=heard_at)
        if any(post.id == "poison" for post in posts):
            raise RuntimeError("a bug")
        return facts

    monkeypatch.setattr(Listening, "hear", fails_after)
    good = records(signals(5))
    bad = records([a_signal("villain", 0.001, event_id="poison")])

    assert await counter.take([*good[:4], *bad, good[4]], always)

    assert [one.record for one in world.aside] == bad
    assert world.facts == ["0"]
    assert set(world.posts["discus"]) == {signal.event_id for signal in signals(5)}


async def test_a_short_outage_is_waited_out(counter: StormCounter, world: World) -> None:
    world.down = 3

    assert await counter.take(records(signals(5)), always)
    assert world.facts == ["0"]


async def test_a_long_outage_ends_it_before_anything_is_remembered(counter: StormCounter, world: World) -> None:
    world.down = 100
    with pytest.raises(Unavailable):
        await counter.take(records(signals(5)), always)

    assert world.rows == {}


async def test_a_bug_in_every_record_is_an_outage_and_not_a_heap_of_dead_letters(
    counter: StormCounter, world: World
) -> None:
    world.bug = True
    for signal in signals(19):
        await counter.take(records([signal]), always)
    with pytest.raises(Outage):
        await counter.take(records(signals(1)), always)

    assert len(world.aside) == 19


async def test_quiet_by_both_clocks_calms_a_storm(counter: StormCounter, world: World) -> None:
    await counter.take(records(signals(5)), always)
    world.now = NOON + RULES.quiet + timedelta(minutes=1)
    await counter.calm(lambda _: 3, always)
    await counter.calm(lambda _: 3, always)

    assert world.facts == ["0", "1"]


async def test_a_replayed_day_of_last_year_is_not_taken_for_quiet(counter: StormCounter, world: World) -> None:
    world.now = NOON + timedelta(days=365)
    await counter.take(records(signals(5)), always)
    await counter.calm(lambda _: 3, always)

    assert world.facts == ["0"]


async def test_who_just_got_the_partition_first_listens_for_a_while(counter: StormCounter, world: World) -> None:
    await counter.take(records(signals(5)), always)
    world.now = NOON + timedelta(days=1)
    await counter.finish()
    await counter.calm(lambda _: 3, always)

    assert world.facts == ["0"]


async def test_a_storm_of_somebody_elses_partition_is_left_alone(counter: StormCounter, world: World) -> None:
    await counter.take(records(signals(5)), always)
    world.now = NOON + timedelta(days=1)
    await counter.calm(lambda _: None, always)

    assert world.facts == ["0"]


async def test_posts_wait_for_earlier_ones_and_are_counted_when_none_comes(world: World) -> None:
    world.rules = RULES
    counter = counter_of(world)
    await counter.take(records(signals(5)), always)
    world.now = NOON + timedelta(seconds=20)
    await counter.pass_time(lambda _: 3, always)
    assert world.facts == []

    world.now = NOON + timedelta(seconds=40)
    await counter.pass_time(lambda _: 3, always)

    assert world.facts == ["0"]
    assert world.happened == ["remembered", "told", "remembered"]


async def test_posts_that_waited_when_a_worker_died_are_counted_by_the_next(world: World) -> None:
    world.rules = RULES
    await counter_of(world).take(records(signals(5)), always)
    counter = counter_of(world)
    await counter.pass_time(lambda _: 3, always)
    world.now = NOON + timedelta(seconds=40)
    await counter.pass_time(lambda _: 3, always)

    assert world.facts == ["0"]


async def test_a_brand_that_is_silent_is_let_go_from_memory(counter: StormCounter, world: World) -> None:
    await counter.take(records(signals(1)), always)
    await counter.pass_time(lambda _: 3, always)
    world.now = NOON + timedelta(hours=1)
    await counter.pass_time(lambda _: 3, always)
    await counter.take(records(signals(1, 60), start=1), always)

    assert world.loads == 2
