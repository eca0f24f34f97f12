"""When to try again, how fast, how long it took, how far behind."""

import asyncio
from datetime import UTC, datetime

import pytest
from aiokafka.structs import TopicPartition

from deploy.local.replay.again import pause
from deploy.local.replay.following import follow, settle
from deploy.local.replay.lag import Lags, behind
from deploy.local.replay.pace import Pace
from deploy.local.replay.quantiles import latency, quantile
from deploy.local.replay.showing import pace

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_quantiles_are_values_that_were_measured() -> None:
    hundred = [float(n) for n in range(1, 101)]

    assert [quantile(hundred, share) for share in (0.5, 0.95, 0.99)] == [50, 95, 99]
    assert quantile([7.0], 0.5) == 7.0


def test_latency_does_not_depend_on_order_and_nothing_has_none() -> None:
    found = latency([30.0, 10.0, 20.0])

    assert found is not None
    assert (found.count, found.p50, found.max) == (3, 20, 30)
    assert latency([]) is None


@pytest.mark.parametrize(
    ("retry_after", "expected"),
    [("2", 2.0), ("0", 0.0), ("Sat, 21 Nov 2026 12:00:07 GMT", 7.0), ("Sat, 21 Nov 2026 11:00:00 GMT", 0.0)],
)
def test_retry_after_is_heeded_in_both_its_forms(retry_after: str, expected: float) -> None:
    assert pause(1, retry_after, now=NOON) == expected


def test_without_a_word_pauses_double_up_to_five_seconds() -> None:
    assert [pause(attempt, now=NOON) for attempt in (1, 2, 3, 9, 40)] == [0.1, 0.2, 0.4, 5.0, 5.0]
    assert pause(1, "soon", now=NOON) == 0.1


async def test_a_pace_spreads_posts_over_time() -> None:
    loop = asyncio.get_running_loop()
    steady = Pace(1_000)
    began = loop.time()

    for _ in range(5):
        await steady.turn(10)

    assert loop.time() - began >= 0.04


def test_lag_is_summed_over_partitions_by_group_and_topic() -> None:
    committed = {TopicPartition("t", 0): 5, TopicPartition("t", 1): 9, TopicPartition("u", 0): 3}
    ends = {TopicPartition("t", 0): 8, TopicPartition("t", 1): 10, TopicPartition("u", 0): 2}

    assert behind(committed, ends, group="route") == {"route < t": 4, "route < u": 0}


def test_caught_up_means_twice_in_a_row_for_all_on_the_way_to_the_case() -> None:
    lags = Lags()
    told: list[bool] = []

    for lane in (3, 0, 0):
        lags.note(0.0, {"lane < care.mentions": lane, "keeper < care.deadletters": 9})
        told.append(lags.caught_up)

    assert told == [False, False, True]


def test_where_lag_cannot_be_measured_nothing_is_waited_for() -> None:
    assert Lags().caught_up


class Arriving:
    """Gives the counts one after another, the last for ever."""

    def __init__(self, *counts: int) -> None:
        self._counts = list(counts)
        self.shown: list[int] = []

    async def count(self) -> int:
        return self._counts.pop(0) if len(self._counts) > 1 else self._counts[0]

    def arrived(self, so_far: int, of: int) -> None:
        self.shown.append(so_far)


async def test_following_ends_when_all_have_arrived() -> None:
    arriving = Arriving(3, 5)

    assert await follow(arriving, expected=5, patience=60, shows=arriving)
    assert arriving.shown == [3, 5]


async def test_following_gives_up_when_nothing_more_arrives() -> None:
    arriving = Arriving(3)

    assert not await follow(arriving, expected=5, patience=0.1, shows=arriving)


async def test_waiting_for_those_behind_is_bounded() -> None:
    lags = Lags()
    lags.note(0.0, {"lane < care.mentions": 3})

    await settle(lags, patience=0.05)


def test_the_rate_and_the_time_left_are_told_once_there_is_something_to_reckon_with() -> None:
    assert pace(0, 100, 9.0) == ""
    assert pace(50, 100, 0.1) == ""
    assert pace(50, 100, 5.0) == ", 10/s, 5 s left"
    assert pace(100, 100, 5.0) == ", 20/s"
