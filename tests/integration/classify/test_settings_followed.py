"""A running lane takes other settings over without a restart, and keeps to the last right ones."""

import asyncio
from pathlib import Path

from shared.contracts.classification import MentionClassified
from shared.contracts.envelope import pack, unpack
from shared.contracts.topics import CLASSIFIED, MENTIONS
from shared.kafka.produce import Producer
from shared.kafka.record import Incoming
from shared.runtime.ids import random_id
from tests.builders import NOON, a_mention
from tests.integration.classify.processes import processes
from tests.integration.classify.reading import reading
from tests.waiting import eventually, until


def with_own_intent(name: str) -> str:
    own = f"{{{name}: {{title: Own, like: defect, phrases: [toaster]}}}}"
    return f"version: 1\ndefault: {{intents: {{own: {own}}}}}\n"


class Posts:
    """Posts about a toaster, and what the lane says of them."""

    def __init__(self, producer: Producer, seen: list[Incoming]) -> None:
        self._producer = producer
        self._seen = seen
        self._brand = random_id("brand")
        self._sent = 0

    async def intent(self) -> str:
        """Send one, and return the intent that it is given."""
        self._sent += 1
        post = a_mention(f"{self._brand}-{self._sent}", brand=self._brand, text="my toaster makes a sound")
        record = pack(MENTIONS, post, key=post.customer_key, fact_id=post.event_id, source="/test", at=NOON)
        await self._producer.send([record])
        mine: list[Incoming] = []

        def come() -> bool:
            mine[:] = [one for one in self._seen if one.header("ce_id") == post.event_id.encode()]
            return bool(mine)

        await until(come)
        return unpack(mine[0], MentionClassified).classification.intent


async def test_other_settings_count_without_a_restart_and_wrong_ones_do_not(
    kafka_bootstrap: str, tmp_path: Path
) -> None:
    file = tmp_path / "understanding.yaml"
    await asyncio.to_thread(file.write_text, with_own_intent("breakfast"))
    environment = {
        "EARSHOT_KAFKA_BOOTSTRAP": kafka_bootstrap,
        "EARSHOT_LANE_GROUP": random_id("lane"),
        "EARSHOT_UNDERSTANDING": str(file),
    }
    producer = Producer(bootstrap=kafka_bootstrap, client_id="test")
    await producer.start()
    try:
        async with processes(tmp_path, **environment) as station, reading(kafka_bootstrap, CLASSIFIED.name) as seen:
            await (await station.start("lane")).ready()
            posts = Posts(producer, seen)
            assert await posts.intent() == "breakfast"

            await asyncio.to_thread(file.write_text, with_own_intent("kitchen"))

            async def kitchen() -> bool:
                return await posts.intent() == "kitchen"

            await eventually(kitchen)

            await asyncio.to_thread(file.write_text, with_own_intent("No Name"))
            log = tmp_path / "lane-0.log"

            async def said() -> bool:
                return "what it said before counts" in await asyncio.to_thread(log.read_text)

            await eventually(said)
            assert await posts.intent() == "kitchen"
    finally:
        await producer.stop()
