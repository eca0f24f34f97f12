"""One-shot: topics and indexes. `python -m deploy.prepare` may be run again at any time.

EARSHOT_KAFKA_MOCK=1 skips the topics: librdkafka's mock cluster makes them by itself, and cannot be asked to.
"""

import asyncio

from pydantic import Field

from deploy.upgrade import upgrade
from shared.case.kept.indexes import CASES, INDEXES
from shared.contracts.topics import TOPICS
from shared.kafka.admin import NewTopicSpec, create_topics
from shared.mongo.database import connect, disconnect
from shared.runtime.settings import Settings, read_settings


class PrepareSettings(Settings):
    """Production sets the replication factor to 3 (RELIABILITY, section 2)."""

    kafka_replication: int = Field(default=1, ge=1)


async def prepare(settings: PrepareSettings) -> None:
    """Create what is missing. Raises what Kafka or MongoDB raise."""
    if not settings.kafka_mock:
        await create_topics(
            settings.kafka_bootstrap,
            [NewTopicSpec(name=topic.name, partitions=topic.partitions, config=topic.config) for topic in TOPICS],
            replication=settings.kafka_replication,
        )
    database = connect(settings.mongo_url, settings.mongo_database)
    try:
        await upgrade(database)
        await database[CASES].create_indexes(INDEXES)
    finally:
        disconnect(database)


if __name__ == "__main__":
    asyncio.run(prepare(read_settings(PrepareSettings)))
