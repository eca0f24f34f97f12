"""The audit trail in MongoDB: one chain, however many write, and a command that finds every touch."""

import asyncio
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from services.respond.domain.audit import BEGINNING, Head
from services.respond.handlers.journal import Journal
from services.respond.reports.audit import told, verify
from services.respond.store.audit import AuditTrail
from services.respond.store.indexes import AUDIT
from shared.mongo.database import connect, disconnect
from tests.unit.services.respond.audit.test_chain import a_note

ROOT = Path(__file__).parents[4]


async def a_trail(database: Any, length: int = 8) -> Head:
    trail = AuditTrail(database)
    await trail.append([a_note(number) for number in range(length)])
    return await trail.head()


async def broken(database: Any, *noted: Head) -> list[tuple[int, str]]:
    return [(one.seq, one.kind) for one in (await verify(database, noted, page=3)).end()]


async def test_what_was_appended_is_whole_and_ends_at_its_head(database: Any) -> None:
    assert await AuditTrail(database).head() == BEGINNING
    head = await a_trail(database)

    assert head.seq == 8
    assert await broken(database, head) == []


async def test_an_entry_that_was_changed_in_mongodb_is_found(database: Any) -> None:
    await a_trail(database)

    for change in ({"$set": {"who": "joris"}}, {"$unset": {"cases": ""}}, {"$set": {"note": "x"}}):
        before = await database[AUDIT].find_one_and_update({"_id": 4}, change)
        assert [seq for seq, _ in await broken(database)] == [4], change
        await database[AUDIT].replace_one({"_id": 4}, before)
    assert await broken(database) == []


async def test_an_entry_that_was_deleted_in_the_middle_is_found(database: Any) -> None:
    await a_trail(database)
    await database[AUDIT].delete_one({"_id": 5})

    assert await broken(database) == [(6, "missing")]


async def test_entries_in_another_order_are_found(database: Any) -> None:
    await a_trail(database)
    three, four = [await database[AUDIT].find_one({"_id": seq}) for seq in (3, 4)]
    await database[AUDIT].replace_one({"_id": 3}, {**four, "_id": 3})
    await database[AUDIT].replace_one({"_id": 4}, {**three, "_id": 4})

    assert [seq for seq, _ in await broken(database)] == [3, 4, 5]


async def test_a_trail_that_was_cut_off_is_found_with_a_head_that_was_noted(database: Any) -> None:
    noted = await a_trail(database)
    await database[AUDIT].delete_many({"_id": {"$gt": 6}})

    assert await broken(database) == []
    assert await broken(database, noted) == [(8, "cut off")]
    await AuditTrail(database).append([a_note(number) for number in range(100, 104)])
    assert await broken(database, noted) == [(8, "rewritten")]


async def test_what_is_no_entry_at_all_is_found_and_does_not_stop_the_trail(database: Any) -> None:
    await a_trail(database)
    await database[AUDIT].insert_many([{"_id": 9, "hash": 5}, {"_id": "z"}])

    await AuditTrail(database).append([a_note(20)])

    assert (9, "unreadable") in await broken(database)


async def test_several_processes_append_to_one_chain_and_nothing_is_lost(database: Any, mongo_url: str) -> None:
    """Each has a connection and a journal of its own, as processes have."""
    databases = [connect(mongo_url, database.name) for _ in range(3)]
    journals = [Journal(AuditTrail(one), patience=60) for one in databases]

    async def agent(journal: Journal, number: int) -> None:
        for turn in range(10):
            await journal.record(a_note(number * 100 + turn))

    await asyncio.gather(*(agent(journals[number % 3], number) for number in range(24)))
    for one in databases:
        disconnect(one)

    assert await broken(database) == []
    requests = [one["request"] async for one in database[AUDIT].find({})]
    assert len(requests) == len(set(requests)) == 240


async def run(database: Any, mongo_url: str, *arguments: str) -> tuple[int, str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "services.respond",
        "audit",
        "verify",
        *arguments,
        cwd=ROOT,
        env={**os.environ, "EARSHOT_MONGO_URL": mongo_url, "EARSHOT_MONGO_DATABASE": database.name},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, _ = await process.communicate()
    return process.returncode or 0, out.decode()


async def test_the_command_tells_by_its_exit_code(database: Any, mongo_url: str) -> None:
    head = await a_trail(database)

    assert (await run(database, mongo_url, "--head", f"{head.seq}:{head.hash}"))[0] == 0
    await database[AUDIT].delete_one({"_id": 8})
    code, out = await run(database, mongo_url, "--head", f"{head.seq}:{head.hash}")
    assert (code, "entry 8" in out) == (1, True)
    assert (await run(database, mongo_url, "--head", "8"))[0] == 2


@pytest.mark.parametrize("length", [0, 3])
async def test_what_is_told_ends_with_the_head_as_the_command_takes_it(database: Any, length: int) -> None:
    if length:
        await a_trail(database, length)

    words = told(await verify(database, ()))

    assert f"is whole: {length} entries" in words
    assert words.splitlines()[-1].startswith(f"Head now: {length}:")
