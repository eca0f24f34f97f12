"""An account slows down before the network refuses it, and other processes hear of it."""

from datetime import timedelta

import pytest

from services.respond.networks.mastodon.answers import allowance
from services.respond.networks.outbound import Allowance, RetryAfter
from services.respond.publishing.budgets import Budgets
from services.respond.publishing.pauses import Rest
from shared.case.state.reply import ReplyStatus
from tests.builders import NOON
from tests.unit.services.respond.publisher.bench import Bench

ACCOUNT = "discus@townsquare"
LATER = NOON + timedelta(minutes=5)


def left(remaining: int, *, limit: int = 300) -> Allowance:
    return Allowance(remaining=remaining, limit=limit, until=LATER)


@pytest.mark.parametrize(
    ("method", "remaining", "limit", "rests"),
    [
        ("POST", 6, 300, False),
        ("POST", 5, 300, True),
        ("GET", 5, 300, True),
        ("DELETE", 0, 30, False),
        ("POST", 4, 30, False),
        ("POST", 3, 30, True),
        ("POST", 1, 4, False),
        ("POST", 0, 4, True),
    ],
)
def test_the_last_few_are_left_alone(method: str, remaining: int, limit: int, rests: bool) -> None:
    """Deletions have a budget of their own; of a small budget a tenth is left, or it would never be used."""
    budgets = Budgets(spare=5)
    budgets.saw(ACCOUNT, method, left(remaining, limit=limit))

    assert (budgets.used_up(ACCOUNT, now=NOON) is not None) is rests
    assert budgets.used_up(ACCOUNT, now=LATER) is None, "it is full again"
    assert budgets.used_up("other", now=NOON) is None


def test_what_was_said_last_counts() -> None:
    budgets = Budgets(spare=5)
    budgets.saw(ACCOUNT, "POST", left(1))
    budgets.saw(ACCOUNT, "POST", None)
    assert budgets.used_up(ACCOUNT, now=NOON) is not None

    budgets.saw(ACCOUNT, "POST", left(300))
    assert budgets.used_up(ACCOUNT, now=NOON) is None


def test_headers_are_read_as_mastodon_writes_them() -> None:
    told = {
        "x-ratelimit-limit": "300",
        "x-ratelimit-remaining": "12",
        "x-ratelimit-reset": "2026-11-21T12:05:00.000000Z",
    }

    assert allowance(told, now=NOON) == left(12)


@pytest.mark.parametrize(
    "told",
    [{}, {"x-ratelimit-remaining": "many", "x-ratelimit-reset": "soon"}, {"x-ratelimit-remaining": "3"}],
)
def test_headers_that_cannot_be_read_say_nothing(told: dict[str, str]) -> None:
    assert allowance(told, now=NOON) is None


def test_a_time_long_off_is_not_believed() -> None:
    told = {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "2036-11-21T12:05:00Z"}

    found = allowance(told, now=NOON)

    assert found is not None
    assert found.until == NOON + timedelta(hours=1)


async def test_an_answer_waits_for_its_account_and_says_why() -> None:
    bench = Bench()
    bench.turns.rests[ACCOUNT] = Rest(until=LATER, reason="the network's rate limit")

    await bench.turn()

    assert (bench.reply.status, bench.reply.due_at, bench.reply.attempt) == (ReplyStatus.QUEUED, LATER, 0)
    assert bench.reply.reason == "the account waits: the network's rate limit"
    assert bench.network.asked == []


async def test_after_the_last_but_few_the_account_rests_in_all_processes() -> None:
    bench = Bench()

    async def say() -> None:
        bench.budgets.saw(ACCOUNT, "POST", left(4))

    bench.network.after_post = say
    await bench.turn()

    assert bench.reply.status is ReplyStatus.POSTED
    assert bench.turns.rests[ACCOUNT].until == LATER


async def test_a_429_is_known_to_all_processes() -> None:
    bench = Bench()
    bench.network.manners = [RetryAfter(reason="the network's rate limit", wait=timedelta(seconds=90))]

    await bench.turn()

    assert bench.turns.rests[ACCOUNT] == Rest(until=NOON + timedelta(seconds=90), reason="the network's rate limit")
