"""The lane as it runs, with an endpoint: brands that want opinions get them, and a hanging endpoint stops nothing."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from shared.contracts.classification import Classification, MentionClassified, Source
from shared.contracts.envelope import pack, unpack
from shared.contracts.topics import CLASSIFIED, MENTIONS
from shared.kafka.produce import Producer
from shared.kafka.record import Incoming, Outgoing
from shared.runtime.ids import random_id
from tests.builders import NOON, a_mention
from tests.fakes.judge import Behaviour, hang, judging, labelled
from tests.integration.classify.processes import processes
from tests.integration.classify.reading import reading
from tests.waiting import until

pytestmark = pytest.mark.real_kafka

SECRET = "sk-very-secret"


@pytest.fixture
async def producer(kafka_bootstrap: str) -> AsyncIterator[Producer]:
    made = Producer(bootstrap=kafka_bootstrap, client_id="test")
    await made.start()
    yield made
    await made.stop()


def mentions(brand: str, count: int) -> list[Outgoing]:
    found = [a_mention(f"{n}", brand=brand, author=f"a{n}", text=f"Where is zanzibar {'x' * n}") for n in range(count)]
    return [pack(MENTIONS, one, key=one.customer_key, fact_id=one.event_id, source="/test", at=NOON) for one in found]


def logged(folder: Path) -> str:
    return "".join(path.read_text() for path in folder.glob("lane-*.log"))


async def classified_with(
    behaviour: Behaviour, producer: Producer, bootstrap: str, folder: Path, count: int, *, seconds: int
) -> dict[str, list[Classification]]:
    """Send posts of two brands, one of which wants second opinions; return what became of them, by brand."""
    willing, reluctant = random_id("willing"), random_id("reluctant")
    understanding = folder / "understanding.yaml"
    understanding.write_text(f"version: 1\nbrands:\n  {willing}:\n    second_opinion: true\n")
    async with judging(behaviour) as judge, reading(bootstrap, CLASSIFIED.name) as seen:
        environment = {
            "EARSHOT_KAFKA_BOOTSTRAP": bootstrap,
            "EARSHOT_LANE_GROUP": random_id("lane"),
            "EARSHOT_UNDERSTANDING": str(understanding),
            "EARSHOT_SECOND_OPINION_URL": judge.url,
            "EARSHOT_SECOND_OPINION_MODEL": "small",
            "EARSHOT_SECOND_OPINION_KEY": SECRET,
            "EARSHOT_SECOND_OPINION_SHARE": "1",
            "EARSHOT_SECOND_OPINION_SECONDS": str(seconds),
            "EARSHOT_SECOND_OPINION_INTENT_BELOW": "1",
        }

        def of(brand: str) -> list[Incoming]:
            return [record for record in seen if record.key and record.key.decode().startswith(brand)]

        async with processes(folder, **environment) as station:
            await station.start("lane")
            await producer.send([*mentions(willing, count), *mentions(reluctant, count)])
            await until(lambda: len(of(willing)) >= count and len(of(reluctant)) >= count, within=90)
        lines = logged(folder)
        assert lines
        assert SECRET not in lines
        assert "zanzibar" not in lines
        return {
            name: [unpack(record, MentionClassified).classification for record in of(brand)]
            for name, brand in (("willing", willing), ("reluctant", reluctant))
        }


async def test_brands_that_want_second_opinions_get_them_and_others_do_not(
    kafka_bootstrap: str, producer: Producer, tmp_path: Path
) -> None:
    found = await classified_with(labelled(intent="suggestion"), producer, kafka_bootstrap, tmp_path, 5, seconds=10)

    assert {(one.intent, one.source) for one in found["willing"]} == {("suggestion", Source.LLM)}
    assert {one.source for one in found["reluctant"]} == {Source.FAST}


async def test_a_hanging_endpoint_stops_no_mention(kafka_bootstrap: str, producer: Producer, tmp_path: Path) -> None:
    found = await classified_with(hang, producer, kafka_bootstrap, tmp_path, 300, seconds=1)

    assert {one.source for brand in found.values() for one in brand} == {Source.FAST}
