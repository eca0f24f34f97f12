"""The whole station against real Kafka and MongoDB: 202 is a promise, a kill breaks none, an outage is told."""

import asyncio
from pathlib import Path

import httpx2
import pytest

from tests.integration.ingest.process import KEY, Process, station, tap, write_directory
from tests.unit.services.ingest.senders import an_event
from tests.waiting import eventually

HEADERS = {"authorization": f"Bearer {KEY}", "content-type": "application/cloudevents-batch+json"}


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return write_directory(tmp_path / "earshot.yaml", brand="webhooks", accounts=[])


async def test_what_was_answered_202_is_in_kafka_even_if_the_station_is_killed_then(
    kafka_bootstrap: str, mongo_url: str, config: Path
) -> None:
    accepted: set[str] = set()
    quarantined: set[str] = set()
    async with (
        station(kafka=kafka_bootstrap, mongo=mongo_url, database="unused", config=config) as process,
        tap(kafka_bootstrap, brand="webhooks") as reader,
    ):
        await process.start()
        sending = [asyncio.create_task(_send(process, 10 * n)) for n in range(20)]
        for finished in asyncio.as_completed(sending):
            good, bad = await finished
            accepted |= good
            quarantined |= bad
            if len(accepted) >= 50 and process.alive:
                await process.kill()

        async def all_there() -> bool:
            await reader.drink()
            mentions, letters = {one.event_id for one in reader.mentions}, {one.letter_id for one in reader.letters}
            return accepted <= mentions and quarantined <= letters

        await eventually(all_there)
        assert len(accepted) >= 50


async def test_while_kafka_is_away_the_answer_is_a_quick_503_and_the_station_is_not_ready(
    mongo_url: str, config: Path
) -> None:
    async with station(kafka="127.0.0.1:1", mongo=mongo_url, database="unused", config=config) as process:
        await process.start(path="/health/live")
        async with httpx2.AsyncClient(base_url=process.url, timeout=5) as http:
            answer = await http.post("/v1/events", json=[an_event()], headers=HEADERS)
            ready = await http.get("/health/ready")

        assert answer.status_code == 503
        assert int(answer.headers["retry-after"]) > 0
        assert ready.status_code == 503
        assert "kafka" in ready.json()


async def test_webhooks_are_taken_while_mongodb_and_the_network_are_away(kafka_bootstrap: str, tmp_path: Path) -> None:
    account = {
        "id": "webhooks@nowhere",
        "brand": "webhooks",
        "network": "mastodon",
        "base_url": "http://127.0.0.1:1",
        "token": "a-token-of-some-length",
    }
    config = write_directory(tmp_path / "earshot.yaml", brand="webhooks", accounts=[account])
    async with station(
        kafka=kafka_bootstrap, mongo="mongodb://127.0.0.1:1", database="unused", config=config
    ) as process:
        await process.start()
        async with httpx2.AsyncClient(base_url=process.url) as http:
            answer = await http.post("/v1/events", json=[an_event()], headers=HEADERS)

            async def told() -> bool:
                problems: dict[str, str | None] = (await http.get("/health/sources")).json()
                return "ConnectError" in str(problems["webhooks@nowhere mentions"])

            await eventually(told)
            metrics = (await http.get("/metrics")).text

        assert answer.status_code == 202
        assert 'earshot_ingest_source_up{source="webhooks@nowhere",task="mentions"} 0.0' in metrics


async def test_a_wrong_configuration_is_told_and_ends_the_process(mongo_url: str, tmp_path: Path) -> None:
    config = tmp_path / "earshot.yaml"
    config.write_text("version: 1\nbrands: [{id: a, name: A}]\nsenders: [{id: s, brand: b, bearer: [env:NOT_SET]}]\n")
    async with station(kafka="127.0.0.1:1", mongo=mongo_url, database="unused", config=config) as process:
        with pytest.raises(AssertionError, match="ended"):
            await process.start()
        assert await process.stop() == 1


async def _send(process: Process, first: int) -> tuple[set[str], set[str]]:
    """Send a batch of ten good events and one bad; return what was promised."""
    events = [an_event(first + n) for n in range(10)] + [an_event(first, text=5)]
    async with httpx2.AsyncClient(base_url=process.url) as http:
        try:
            answer = await http.post("/v1/events", json=events, headers=HEADERS)
        except httpx2.TransportError:
            return set(), set()  # killed before it answered: nothing was promised
    assert answer.status_code == 202, answer.text
    told = answer.json()
    return set(told["accepted"]), {one["quarantine_id"] for one in told["results"] if "quarantine_id" in one}
