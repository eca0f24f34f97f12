"""Listening on a town square that fails in every way it knows: each post is heard, edits, deletions and our own too."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from shared.contracts.mention import MentionKind, Visibility
from shared.mongo.database import connect, disconnect
from shared.runtime.ids import random_id
from tests.integration.ingest.process import station, tap, write_directory
from tests.waiting import eventually

READING = "GET /api/v1/"
FAULTS: list[dict[str, Any]] = [
    {"kind": "duplicate_notifications", "probability": 0.3, "seed": 1},
    {"kind": "reorder_notifications", "probability": 0.3, "seed": 2},
    {"kind": "error_503", "on": READING, "probability": 0.1, "seed": 3},
    {"kind": "rate_limited", "on": READING, "times": 2, "retry_after": 1},
    {"kind": "timeout_before_accept", "on": READING, "times": 1, "hold": 0.5},
]


@pytest.fixture
async def square(tmp_path: Path) -> AsyncIterator[httpx2.AsyncClient]:
    """The town square as a process of its own."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "deploy.local.townsquare", "--port", "0", "--ledger", str(tmp_path / "ledger.sqlite"),
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    greeting = (await asyncio.wait_for(process.stdout.readline(), 30)).decode()
    async with httpx2.AsyncClient(base_url=greeting.split()[-1]) as http:
        yield http
    process.terminate()
    await asyncio.wait_for(process.wait(), 10)
    process._transport.close()  # type: ignore[attr-defined]  # its pipe would be found open at the end


async def account(square: httpx2.AsyncClient, username: str) -> dict[str, str]:
    found: dict[str, str] = (await square.post("/_square/accounts", json={"username": username})).json()
    return found


async def posts(square: httpx2.AsyncClient, *texts: str, **more: str) -> list[dict[str, Any]]:
    said = [{"username": "joe", "text": text, **more} for text in texts]
    found: list[dict[str, Any]] = (await square.post("/_square/posts", json=said)).json()
    return found


def listening_to(square: httpx2.AsyncClient, tmp_path: Path, *, brand: str, token: str) -> Path:
    """A configuration in which the brand listens on this square."""
    account = {
        "id": f"{brand}@square",
        "brand": brand,
        "network": "mastodon",
        "base_url": str(square.base_url).rstrip("/"),
        "token": token,
        "poll_seconds": 0.2,
    }
    return write_directory(tmp_path / "earshot.yaml", brand=brand, accounts=[account])


async def test_every_post_edit_and_deletion_is_heard_through_faults_and_a_kill(
    kafka_bootstrap: str, mongo_url: str, square: httpx2.AsyncClient, tmp_path: Path
) -> None:
    brand = random_id("square")
    ours, joe = await account(square, "discus"), await account(square, "joe")
    config = listening_to(square, tmp_path, brand=brand, token=ours["token"])
    listening = station(
        kafka=kafka_bootstrap,
        mongo=mongo_url,
        database=brand,
        config=config,
        EARSHOT_WATCH_FIRST_SECONDS="0.3",
        EARSHOT_WATCH_READS_PER_MINUTE="3000",
    )
    async with listening as process, tap(kafka_bootstrap, brand=brand) as reader:

        async def heard(kind: MentionKind, native_ids: set[str]) -> bool:
            await reader.drink()
            return native_ids <= {one.native_id for one in reader.mentions if one.kind is kind}

        told = await posts(square, *(f"@discus before {n}" for n in range(90)))
        await square.post("/_square/faults", json=FAULTS)
        await process.start()
        told += await posts(square, *(f"@discus while {n} https://example.org/{'x' * 40}" for n in range(30)))
        await eventually(lambda: heard(MentionKind.CREATED, {one["uri"] for one in told[:100]}), within=60)

        await process.kill()
        told += await posts(square, *(f"@discus down {n}" for n in range(15)), visibility="direct")
        await process.start()
        await eventually(lambda: heard(MentionKind.CREATED, {one["uri"] for one in told}), within=60)

        await square.delete("/_square/faults")
        mine = {"authorization": f"Bearer {joe['token']}"}
        edited, gone, *_ = told[-2:]
        await square.put(f"/api/v1/statuses/{edited['id']}", headers=mine, json={"status": "@discus found it"})
        await square.delete(f"/api/v1/statuses/{gone['id']}", headers=mine)
        await eventually(lambda: heard(MentionKind.EDITED, {edited["uri"]}), within=60)
        await eventually(lambda: heard(MentionKind.DELETED, {gone["uri"]}), within=60)
        assert await process.stop() == 0

    texts = {one.native_id: one.text for one in reader.mentions if one.kind is MentionKind.CREATED}
    assert texts == {one["uri"]: _written(one, number) for number, one in enumerate(told)}
    assert {one.text for one in reader.mentions if one.kind is MentionKind.EDITED} == {"@discus found it"}
    assert len({one.customer_key for one in reader.mentions}) == 1
    assert {one.visibility for one in reader.mentions if "down" in one.text} == {"direct"}
    database = connect(mongo_url, brand)
    await database.client.drop_database(brand)
    disconnect(database)


async def test_what_the_brand_answers_in_the_networks_own_app_is_told_once_to_the_customers_key(
    kafka_bootstrap: str, mongo_url: str, square: httpx2.AsyncClient, tmp_path: Path
) -> None:
    brand = random_id("square")
    ours, _ = await account(square, "discus"), await account(square, "joe")
    config = listening_to(square, tmp_path, brand=brand, token=ours["token"])
    listening = station(kafka=kafka_bootstrap, mongo=mongo_url, database=brand, config=config)

    async def answer(post: dict[str, Any], *texts: str) -> list[dict[str, Any]]:
        said = [
            {"username": "discus", "text": text, "in_reply_to_id": post["id"], "visibility": post["visibility"]}
            for text in texts
        ]
        found: list[dict[str, Any]] = (await square.post("/_square/posts", json=said)).json()
        return found

    async with listening as process, tap(kafka_bootstrap, brand=brand) as reader:

        async def echoed(told: list[dict[str, Any]]) -> bool:
            await reader.drink()
            heard = {one.native_id for one in reader.mentions if one.kind is MentionKind.ECHO}
            return {one["uri"] for one in told} <= heard

        async def begun() -> bool:
            async with httpx2.AsyncClient() as http:
                problems: dict[str, str | None] = (await http.get(f"{process.url}/health/sources")).json()
            return problems[f"{brand}@square echoes"] is None

        [asked] = await posts(square, "@discus where is my parcel?")
        await answer(asked, "@joe before anybody listened")
        await process.start()
        await eventually(begun, within=60)
        await square.post("/_square/faults", json=FAULTS)
        told = await answer(asked, *(f"@joe answer {n}" for n in range(50)))
        told += await answer(told[-1], "@joe and below our own")
        await answer(asked, "names nobody")
        await square.post("/_square/posts", json={"username": "discus", "text": "to nobody"})
        await eventually(lambda: echoed(told), within=60)

        await process.kill()
        [private] = await posts(square, "@discus my name is Joe", visibility="direct")
        told += await answer(private, "@joe thank you, in private")
        await process.start()
        await eventually(lambda: echoed(told), within=60)
        assert await process.stop() == 0

    echoes = {one.native_id: one for one in reader.mentions if one.kind is MentionKind.ECHO}
    assert {one.text for one in echoes.values()} == {
        *(f"@joe answer {n}" for n in range(50)),
        "@joe and below our own",
        "@joe thank you, in private",
    }
    assert {one.thread.parent_id for one in echoes.values()} == {asked["uri"], private["uri"]}
    assert len({one.event_id for one in reader.mentions}) == len(echoes) + 2, "told again is told under the same id"
    assert set(reader.keys) == {f"{brand}/mastodon/{square.base_url!s}".rstrip("/") + "/users/joe"}
    in_order = [(one.kind, one.visibility) for one in reader.mentions]
    direct = (MentionKind.CREATED, Visibility.DIRECT), (MentionKind.ECHO, Visibility.DIRECT)
    assert in_order.index(direct[0]) < in_order.index(direct[1]), "both came while we were away: the post comes first"
    database = connect(mongo_url, brand)
    await database.client.drop_database(brand)
    disconnect(database)


def _written(_: dict[str, Any], number: int) -> str:
    if number < 90:
        return f"@discus before {number}"
    if number < 120:
        return f"@discus while {number - 90} https://example.org/{'x' * 40}"
    return f"@discus down {number - 120}"
