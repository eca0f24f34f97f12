"""The only place of this station where real objects are made."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from services.classify.handlers import Understand
from services.classify.lane import Lane
from services.classify.model.language import Languages
from services.classify.model.polarity import EnglishPolarity
from services.classify.model.simple import SimpleClassifier
from services.classify.settings import LaneSettings, StormSettings
from shared.contracts.quarantine import set_aside_with
from shared.contracts.topics import MENTIONS, SIGNALS
from shared.kafka.consume import BatchConsumer
from shared.kafka.produce import Producer
from shared.runtime.clock import system_clock
from shared.runtime.health import Health
from shared.runtime.process import RunPart, health_app, serve


@asynccontextmanager
async def wire_lane(settings: LaneSettings) -> AsyncIterator[dict[str, RunPart]]:
    """Give the parts of `classify lane`."""
    producer = Producer(bootstrap=settings.kafka_bootstrap, client_id="classify-lane")
    classifier = SimpleClassifier(Languages(settings.languages), EnglishPolarity())
    consumer = BatchConsumer(
        bootstrap=settings.kafka_bootstrap,
        group=settings.lane_group,
        topics=[MENTIONS.name],
        handle=Lane(Understand(classifier, system_clock), producer.send),
        set_aside=set_aside_with(producer.send, station="classify lane", clock=system_clock),
        max_records=settings.lane_max_records,
        wait_ms=settings.lane_wait_ms,
    )
    health = Health()
    health.add("consumer", consumer.problem)
    health.add("producer", producer.problem)
    await producer.start()
    try:
        yield {
            "lane": consumer.run,
            "http": serve(health_app(health), host=settings.http_host, port=settings.http_port),
        }
    finally:
        await producer.stop()


@asynccontextmanager
async def wire_storms(settings: StormSettings) -> AsyncIterator[dict[str, RunPart]]:
    """Give the parts of `classify storms`. Faust is imported here, because the lane has no use for its weight."""
    from services.classify.storm_counter import StormCounter  # noqa: PLC0415
    from services.classify.storm_tables import StormTables  # noqa: PLC0415
    from services.classify.storms import StormWorker, storm_app  # noqa: PLC0415

    settings.data_dir.mkdir(parents=True, exist_ok=True)
    app = storm_app(settings)
    producer = Producer(bootstrap=settings.kafka_bootstrap, client_id="classify-storms")
    counter = StormCounter(
        memory=StormTables(app, retention=SIGNALS.retention or timedelta(days=7)),
        rules=settings.storm_rules,
        send=producer.send,
        set_aside=set_aside_with(producer.send, station="classify storms", clock=system_clock),
        clock=system_clock,
    )
    worker = StormWorker(app, counter)
    health = Health()
    health.add("storms", worker.problem)
    health.add("producer", producer.problem)
    await producer.start()
    try:
        yield {
            "storms": worker.run,
            "http": serve(health_app(health), host=settings.http_host, port=settings.http_port),
        }
    finally:
        await producer.stop()
