"""Presence: a state lasts as long as its heartbeats, and `since` tells when it began."""

from datetime import timedelta
from typing import Any

import pytest
from motor.motor_asyncio import AsyncIOMotorClient

from shared.directory.at_work import AtWork, Seen
from shared.directory.presence import Presence
from shared.runtime.errors import Unavailable
from tests.builders import NOON

SECOND = timedelta(seconds=1)


@pytest.fixture
def presence(database: Any) -> Presence:
    return Presence(database)


async def beat(presence: Presence, state: AtWork, at: int) -> None:
    """A heartbeat so many seconds after noon, for 45 seconds."""
    now = NOON + at * SECOND
    await presence.beat("mira", state, now=now, until=now + 45 * SECOND)


async def seen(presence: Presence, at: int) -> tuple[str, int]:
    """How Mira is present so many seconds after noon, and since how many seconds after noon."""
    found = (await presence.states(now=NOON + at * SECOND))["mira"]
    return found.state, int((found.since - NOON).total_seconds())


async def test_since_survives_heartbeats_and_moves_with_the_state(presence: Presence) -> None:
    await beat(presence, "online", 0)
    await beat(presence, "online", 15)
    assert await seen(presence, 20) == ("online", 0)

    await beat(presence, "away", 30)
    await beat(presence, "away", 60)
    assert await seen(presence, 70) == ("away", 30)

    await beat(presence, "online", 75)
    assert await seen(presence, 75) == ("online", 75)


async def test_who_falls_silent_is_offline_since_the_heartbeat_ran_out(presence: Presence) -> None:
    await beat(presence, "away", 0)

    assert await seen(presence, 44) == ("away", 0)
    assert await seen(presence, 45) == ("offline", 45)
    assert await seen(presence, 4500) == ("offline", 45)


async def test_who_comes_back_from_silence_is_there_since_then(presence: Presence) -> None:
    await beat(presence, "online", 0)
    await beat(presence, "online", 45)

    assert await seen(presence, 50) == ("online", 45)


async def test_who_leaves_is_offline_at_once_and_leaving_again_changes_nothing(presence: Presence) -> None:
    await beat(presence, "online", 0)
    await presence.leave("mira", now=NOON + 10 * SECOND)
    await presence.leave("mira", now=NOON + 20 * SECOND)

    assert await seen(presence, 10) == ("offline", 10)
    assert await seen(presence, 90) == ("offline", 10)

    await beat(presence, "online", 30)
    assert await seen(presence, 31) == ("online", 30)


async def test_leaving_after_silence_leaves_the_silence_as_it_was(presence: Presence) -> None:
    await beat(presence, "online", 0)
    await presence.leave("mira", now=NOON + 100 * SECOND)

    assert await seen(presence, 100) == ("offline", 45)


async def test_who_never_was_at_work_is_not_there(presence: Presence) -> None:
    await presence.leave("mira", now=NOON)

    assert await presence.states(now=NOON) == {}


async def test_only_those_online_can_be_given_cases(presence: Presence) -> None:
    for agent, state in (("mira", "online"), ("joris", "away"), ("noor", "online"), ("zoe", "online")):
        until = NOON + (0 if agent == "zoe" else 45) * SECOND
        await presence.beat(agent, "online" if state == "online" else "away", now=NOON - SECOND, until=until)
    await presence.leave("noor", now=NOON)

    assert await presence.online(now=NOON) == {"mira"}
    assert (await presence.states(now=NOON))["zoe"] == Seen(state="offline", since=NOON)


async def test_a_database_that_is_away_is_unavailable() -> None:
    away: Any = AsyncIOMotorClient("mongodb://127.0.0.1:9/", serverSelectionTimeoutMS=50)
    presence = Presence(away["away"])

    for asking in (
        presence.beat("mira", "online", now=NOON, until=NOON),
        presence.leave("mira", now=NOON),
        presence.states(now=NOON),
        presence.online(now=NOON),
    ):
        with pytest.raises(Unavailable):
            await asking
    away.close()
