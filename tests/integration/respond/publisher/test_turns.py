"""Turns to post, over the real MongoDB: several processes share them."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from services.respond.publishing.pauses import Rest
from services.respond.publishing.turn import Turn
from services.respond.store.indexes import TURNS
from services.respond.store.narrowed import Narrowed
from services.respond.store.turns import Turns
from tests.builders import NOON

GAP = timedelta(milliseconds=250)


@pytest.fixture
def turns(database: Any) -> Turns:
    return Turns(Narrowed(database, TURNS), gap=GAP)


async def test_turns_taken_at_once_come_one_after_the_other(turns: Turns) -> None:
    taken = await asyncio.gather(*(turns.take("a", now=NOON) for _ in range(8)))

    assert sorted(one.at for one in taken if isinstance(one, Turn)) == [NOON + number * GAP for number in range(8)]


async def test_accounts_do_not_wait_for_one_another(turns: Turns) -> None:
    assert await turns.take("a", now=NOON) == await turns.take("b", now=NOON) == Turn(at=NOON)


async def test_after_a_pause_a_turn_is_at_once(turns: Turns) -> None:
    await turns.take("a", now=NOON)

    assert await turns.take("a", now=NOON + timedelta(seconds=9)) == Turn(at=NOON + timedelta(seconds=9))


async def test_a_turn_that_is_far_off_is_nobodys(database: Any) -> None:
    slow = Turns(database, gap=timedelta(minutes=1))
    await slow.take("a", now=NOON)

    twice = [await slow.take("a", now=NOON), await slow.take("a", now=NOON)]

    assert twice == [Rest(until=NOON + timedelta(minutes=1), reason="it takes its time between two posts")] * 2
    assert await slow.take("a", now=NOON + timedelta(minutes=1)) == Turn(at=NOON + timedelta(minutes=1))


async def test_the_longest_rest_counts_until_it_is_over(turns: Turns) -> None:
    long = Rest(until=NOON + timedelta(seconds=60), reason="429")
    await turns.rest("a", long)
    await turns.rest("a", Rest(until=NOON + timedelta(seconds=9), reason="less"))

    assert await turns.take("a", now=NOON + timedelta(seconds=59)) == long
    assert isinstance(await turns.take("a", now=NOON + timedelta(seconds=60)), Turn)
