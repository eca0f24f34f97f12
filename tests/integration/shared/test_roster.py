"""The roster on a real database: two homes, one of them wins, and what cannot be read shuts out nobody else."""

import asyncio
from typing import Any

import pytest
from motor.motor_asyncio import AsyncIOMotorClient

from shared.directory.model import Agent
from shared.directory.profile import Profile
from shared.directory.roster import AGENTS, Roster, key_hash
from shared.runtime.errors import Unavailable
from tests.builders import NOON
from tests.waiting import until

MIRA = Agent.model_validate({"id": "mira", "name": "Mira", "key": "mira-key-0123456789", "languages": ["nl"]})


def a_document(agent_id: str, **fields: Any) -> dict[str, Any]:
    several: dict[str, list[str]] = {
        name: [] for name in ("skills", "certifications", "languages", "networks", "brands")
    }
    return {
        "_id": agent_id,
        "name": agent_id.title(),
        "role": "agent",
        "capacity": 20,
        "key_sha256": key_hash(f"{agent_id}-key").hex(),
        **several,
        **fields,
    }


def whose(roster: Roster) -> dict[bytes, str]:
    return {key: profile.id for key, profile in roster.key_hashes()}


async def test_agents_come_from_the_file_and_from_the_database(database: Any) -> None:
    noor = a_document("noor", role="supervisor", capacity=5, skills=["dvd"], languages=["nl", "de"], brands=["discus"])
    await database[AGENTS].insert_one(noor)
    roster = Roster([MIRA], database)
    assert [one.id for one in roster.all()] == ["mira"]

    await roster.refresh()

    assert roster.all() == (
        Profile(id="mira", name="Mira", source="file", languages=frozenset({"nl"})),
        Profile(
            id="noor",
            name="Noor",
            source="api",
            role="supervisor",
            capacity=5,
            skills=frozenset({"dvd"}),
            languages=frozenset({"nl", "de"}),
            brands=frozenset({"discus"}),
        ),
    )
    assert roster.get("noor") == roster.all()[1]
    assert whose(roster) == {key_hash("mira-key-0123456789"): "mira", key_hash("noor-key"): "noor"}


async def test_where_both_have_an_id_the_file_counts_and_the_other_key_opens_nothing(database: Any) -> None:
    await database[AGENTS].insert_one(a_document("mira", name="Another Mira", role="supervisor"))
    roster = Roster([MIRA], database)

    await roster.refresh()

    assert [(one.name, one.role, one.source) for one in roster.all()] == [("Mira", "agent", "file")]
    assert roster.name("mira") == "Mira"
    assert whose(roster) == {key_hash("mira-key-0123456789"): "mira"}


async def test_who_is_gone_keeps_nothing_but_the_name(database: Any) -> None:
    await database[AGENTS].insert_one(a_document("noor", gone_at=NOON))
    roster = Roster([], database)

    await roster.refresh()

    assert (roster.all(), roster.get("noor"), roster.key_hashes()) == ((), None, ())
    assert roster.name("noor") == "Noor"
    assert roster.name("never-was") == "never-was"


@pytest.mark.parametrize("wrong", [{"key_sha256": "no hash"}, {"capacity": "many"}, {"skills": None}])
async def test_an_agent_who_cannot_be_read_is_shut_out_and_shuts_out_nobody_else(
    database: Any, wrong: dict[str, Any]
) -> None:
    await database[AGENTS].insert_many([a_document("broken", **wrong), {"_id": "empty"}, a_document("noor")])
    roster = Roster([MIRA], database)

    await roster.refresh()

    assert set(whose(roster).values()) == {"mira", "noor"}


async def test_the_roster_keeps_itself_fresh_until_it_is_told_to_stop(database: Any) -> None:
    roster = Roster([], database, every=0.02)
    stop = asyncio.Event()
    running = asyncio.create_task(roster.run(stop))

    await database[AGENTS].insert_one(a_document("noor"))
    await until(lambda: roster.get("noor"))
    await database[AGENTS].update_one({"_id": "noor"}, {"$set": {"gone_at": NOON}, "$unset": {"key_sha256": ""}})
    await until(lambda: not roster.key_hashes())

    stop.set()
    await asyncio.wait_for(running, 10)


async def test_while_the_database_is_away_the_roster_is_as_it_was() -> None:
    away: Any = AsyncIOMotorClient("mongodb://127.0.0.1:9/", serverSelectionTimeoutMS=50)
    roster = Roster([MIRA], away["away"], every=0.01)
    with pytest.raises(Unavailable):
        await roster.refresh()
    stop = asyncio.Event()

    running = asyncio.create_task(roster.run(stop))
    stop.set()

    await asyncio.wait_for(running, 10)
    assert [one.id for one in roster.all()] == ["mira"]
    away.close()
