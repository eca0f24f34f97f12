"""The producer against Kafka: many callers at once do not get into each other's way."""

import asyncio

import pytest

from shared.kafka.admin import NewTopicSpec, create_topics
from shared.kafka.produce import Producer
from shared.kafka.record import Outgoing
from shared.runtime.ids import random_id

pytestmark = pytest.mark.real_kafka


@pytest.fixture
async def topic(kafka_bootstrap: str) -> str:
    name = random_id("test")
    await create_topics(kafka_bootstrap, [NewTopicSpec(name=name, partitions=8, config={})], replication=1)
    return name


@pytest.mark.parametrize(
    ("callers", "at_once", "turns"), [(8, 50, 40), (32, 300, 12)], ids=["a few per partition", "many per partition"]
)
async def test_each_of_many_callers_is_acknowledged_in_time(
    kafka_bootstrap: str, topic: str, callers: int, at_once: int, turns: int
) -> None:
    producer = Producer(bootstrap=kafka_bootstrap, client_id="test", deadline=15.0)

    async def call(caller: int) -> None:
        for turn in range(turns):
            keys = [f"{caller}-{turn}-{n}".encode() for n in range(at_once)]
            await producer.send([Outgoing(topic=topic, key=key, value=b"x" * 300) for key in keys])

    await producer.start()
    try:
        await asyncio.gather(*(call(caller) for caller in range(callers)))
    finally:
        await producer.stop()
