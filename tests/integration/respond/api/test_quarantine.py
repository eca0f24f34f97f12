"""The quarantine and the storms, from Kafka into MongoDB and back."""

import asyncio

import httpx2
import pytest

from services.respond.domain.scope import Scope
from services.respond.handlers.keep import Keeper
from services.respond.store.quarantine import Quarantine
from services.respond.store.storms import Storms
from shared.contracts.envelope import pack
from shared.contracts.quarantine import letter_record
from shared.contracts.storm import StormKind
from shared.contracts.topics import DEADLETTERS, STORMS
from shared.kafka.consume import BatchConsumer
from shared.kafka.produce import Producer
from shared.kafka.record import Outgoing
from shared.runtime.ids import random_id
from tests.builders import NOON
from tests.integration.respond.api.conftest import DIRECTORY, Site
from tests.unit.services.respond.api.test_keeping import a_letter, a_storm


async def test_a_letter_is_kept_once_and_stays_as_it_first_was(site: Site) -> None:
    quarantine = Quarantine(site.database)
    first, again = a_letter("a"), a_letter("a", reason="another reason")

    await quarantine.keep([(first, "discus"), (a_letter("b"), "quay")])
    await quarantine.replayed("a", by="mira", at=NOON)
    await quarantine.keep([(again, "discus")])

    kept = await quarantine.get(Scope(), "a")
    assert kept is not None
    assert kept.letter == first
    assert (kept.state, [replay.by for replay in kept.replays]) == ("replayed", ["mira"])


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 2, 1), (2, 3, 2, 1, 3)])
async def test_the_highest_step_of_a_storm_wins_in_whatever_order_steps_come(
    site: Site, order: tuple[int, ...]
) -> None:
    storms = Storms(site.database)

    for step in order:
        await storms.keep([a_storm(step)])

    assert await storms.seen(Scope(), active=True) == [a_storm(3)]


async def test_steps_within_a_batch_are_one_storm(site: Site) -> None:
    storms = Storms(site.database)

    await storms.keep([a_storm(1), a_storm(3), a_storm(2)])

    assert await storms.seen(Scope(), active=True) == [a_storm(3)]


async def test_a_calmed_storm_is_no_longer_active_and_foreign_ones_are_not_there(
    site: Site, mira: httpx2.AsyncClient, quinn: httpx2.AsyncClient
) -> None:
    calm = a_storm(9).model_copy(update={"storm_id": "s-2", "kind": StormKind.CALMED})
    await Storms(site.database).keep([a_storm(), calm])

    active = (await mira.get("/v1/storms")).json()["items"]
    every = (await mira.get("/v1/storms", params={"active": "false"})).json()["items"]

    assert [storm["storm_id"] for storm in active] == ["s-1"]
    assert {storm["storm_id"] for storm in every} == {"s-1", "s-2"}
    assert (await quinn.get("/v1/storms", params={"active": "false"})).json()["items"] == []


async def test_a_letter_is_seen_with_its_bytes_and_replayed(site: Site, mira: httpx2.AsyncClient) -> None:
    await Quarantine(site.database).keep([(a_letter("x:care.classified:0:7"), "discus")])

    [row] = (await mira.get("/v1/quarantine")).json()["items"]
    letter = (await mira.get(f"/v1/quarantine/{row['id']}")).json()
    replayed = await mira.post(f"/v1/quarantine/{row['id']}/replay")

    assert "value" not in row
    assert (letter["value"], letter["value_text"]) == ("/wA=", None)
    assert replayed.json()["state"] == "replayed"
    assert replayed.json()["replays"] == [{"by": "mira", "at": "2026-11-21T12:00:00Z"}]
    assert site.sent == [
        Outgoing(
            topic="care.classified",
            key=b"discus/mastodon/joe",
            value=b"\xff\x00",
            headers=(("traceparent", b"00-1"),),
        )
    ]
    waiting = await mira.get("/v1/quarantine", params={"state": "waiting"})
    assert waiting.json()["items"] == []


async def test_a_letter_without_a_topic_cannot_be_replayed_and_says_what_to_do(
    site: Site, mira: httpx2.AsyncClient
) -> None:
    await Quarantine(site.database).keep([(a_letter("a", topic=None, origin="helpdesk"), "discus")])

    answer = await mira.post("/v1/quarantine/a/replay")

    assert (answer.status_code, answer.json()["code"]) == (409, "no_topic")
    assert "helpdesk" in answer.json()["detail"]


async def test_while_kafka_is_away_nothing_counts_as_replayed(site: Site, mira: httpx2.AsyncClient) -> None:
    await Quarantine(site.database).keep([(a_letter("a"), "discus")])
    site.is_kafka_down = True

    assert (await mira.post("/v1/quarantine/a/replay")).status_code == 503
    assert (await mira.get("/v1/quarantine/a")).json()["state"] == "waiting"


async def test_letters_are_paged_without_skipping_or_repeating(site: Site, mira: httpx2.AsyncClient) -> None:
    await Quarantine(site.database).keep([(a_letter(f"l-{number}"), "discus") for number in range(7)])
    found: list[str] = []
    params: dict[str, str | int] = {"limit": 3}
    while True:
        page = (await mira.get("/v1/quarantine", params=params)).json()
        found += [item["id"] for item in page["items"]]
        if page["next"] is None:
            break
        params["cursor"] = page["next"]

    assert found == [f"l-{number}" for number in range(7)]


async def test_the_keeper_reads_both_topics_and_what_is_no_letter_is_kept_too(site: Site, kafka_bootstrap: str) -> None:
    quarantine, storms = Quarantine(site.database), Storms(site.database)
    keeper = Keeper(letters=quarantine, storms=storms, directory=DIRECTORY, clock=lambda: NOON)
    letter, storm = a_letter(random_id("l")), a_storm().model_copy(update={"storm_id": random_id("s")})
    rubbish = Outgoing(topic=DEADLETTERS.name, key=None, value=random_id("rubbish").encode())
    producer = Producer(bootstrap=kafka_bootstrap, client_id="test")
    consumer = BatchConsumer(
        bootstrap=kafka_bootstrap,
        group=random_id("keeper"),
        topics=(DEADLETTERS.name, STORMS.name),
        handle=keeper.handle,
        set_aside=keeper.set_aside,
    )
    stop = asyncio.Event()
    running = asyncio.create_task(consumer.run(stop))
    try:
        told = pack(STORMS, storm, key="discus", fact_id="x", source="/earshot/classify", at=NOON)
        await producer.send([letter_record(letter), rubbish, told])
        async with asyncio.timeout(60):
            while not await _all_kept(quarantine, storms, letter.letter_id, storm.storm_id, rubbish.value or b""):
                await asyncio.sleep(0.05)
    finally:
        stop.set()
        await running
        await producer.stop()


async def _all_kept(quarantine: Quarantine, storms: Storms, letter_id: str, storm_id: str, rubbish: bytes) -> bool:
    kept, _ = await quarantine.page(Scope(), state=None, after=None, limit=200)
    ours = [one.letter.letter_id for one in kept if one.letter.station == "respond keeper"]
    values = [found.letter.value_bytes() for one in ours if (found := await quarantine.get(Scope(), one)) is not None]
    return (
        letter_id in {one.letter.letter_id for one in kept}
        and rubbish in values
        and storm_id in {one.storm_id for one in await storms.seen(Scope(), active=True)}
    )
