"""A brand, a receiver and Kafka's ear."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from structlog.testing import capture_logs

from shared.kafka.produce import Producer
from shared.runtime.ids import random_id
from tests.integration.respond.webhooks.receiver import receiving
from tests.integration.respond.webhooks.scene import Scene


@pytest.fixture
async def scene(database: Any, mongo_url: str, kafka_bootstrap: str) -> AsyncIterator[Scene]:
    """A receiver that takes everything, and a brand without webhooks."""
    producer = Producer(bootstrap=kafka_bootstrap, client_id="test-webhooks")
    await producer.start()
    async with receiving() as receiver:
        with capture_logs() as logs:
            yield Scene(
                database=database,
                mongo_url=mongo_url,
                bootstrap=kafka_bootstrap,
                receiver=receiver,
                producer=producer,
                brand=random_id("brand"),
                logs=logs,
            )
    await producer.stop()
