"""Delivering what Kafka holds once more, and the state of all cases to compare with."""

from typing import Any

from aiokafka import AIOKafkaConsumer, TopicPartition

from deploy.local.processes import DATABASE
from deploy.local.running import Stack
from shared.case.kept.indexes import CASES
from shared.kafka.produce import Producer
from shared.kafka.record import Outgoing
from shared.mongo.database import connect, disconnect
from shared.runtime.ids import random_id
from tests.waiting import eventually

GROUPS = {"care.mentions": "classify-lane", "care.classified": "route"}


async def stored_cases(earshot: Stack) -> dict[str, Any]:
    """Every case as MongoDB holds it, by id."""
    database = connect(earshot.backing.mongo_url, DATABASE)
    try:
        return {one["_id"]: one for one in await database[CASES].find().to_list(None)}
    finally:
        disconnect(database)


async def cases_at_rest(earshot: Stack) -> dict[str, Any]:
    """Every case, once no answer is on its way and no change waits for the relay."""
    found: dict[str, Any] = {}

    async def at_rest() -> bool:
        found.clear()
        found.update(await stored_cases(earshot))
        return not any("announce_from" in one or "publish_due_at" in one for one in found.values())

    await eventually(at_rest)
    return found


async def everything_on(earshot: Stack, topic: str) -> list[Outgoing]:
    """All records of a topic, as they would be written again."""
    consumer = AIOKafkaConsumer(
        bootstrap_servers=earshot.backing.kafka_bootstrap,
        group_id=random_id("reader"),
        enable_auto_commit=False,
        auto_offset_reset="earliest",
    )
    await consumer.start()
    try:
        places = [TopicPartition(topic, number) for number in consumer.partitions_for_topic(topic) or ()]
        consumer.assign(places)
        ends = await consumer.end_offsets(places)
        found: list[Outgoing] = []
        while any([await consumer.position(place) < ends[place] for place in places]):
            for messages in (await consumer.getmany(timeout_ms=500)).values():
                found += [
                    Outgoing(topic=topic, key=one.key, value=one.value, headers=tuple(one.headers)) for one in messages
                ]
        return found
    finally:
        await consumer.stop()


async def deliver_again(earshot: Stack, topics: list[str]) -> None:
    """Write everything on these topics once more, and wait until the stations have read all of it."""
    producer = Producer(bootstrap=earshot.backing.kafka_bootstrap, client_id="redelivery")
    for topic in topics:
        await producer.send(await everything_on(earshot, topic))
    await producer.stop()
    for topic, group in GROUPS.items():

        async def read(topic: str = topic, group: str = group) -> bool:
            return await lag(earshot, group, topic) == 0

        await eventually(read)


async def lag(earshot: Stack, group: str, topic: str) -> int:
    """How many records of a topic a group has not acknowledged yet."""
    consumer = AIOKafkaConsumer(
        bootstrap_servers=earshot.backing.kafka_bootstrap, group_id=group, enable_auto_commit=False
    )
    await consumer.start()
    try:
        places = [TopicPartition(topic, number) for number in consumer.partitions_for_topic(topic) or ()]
        consumer.assign(places)
        ends = await consumer.end_offsets(places)
        return sum([ends[place] - (await consumer.committed(place) or 0) for place in places])
    finally:
        await consumer.stop()
