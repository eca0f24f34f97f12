"""The parts of `classify storms`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from services.classify.settings import StormSettings
from services.classify.storm_app import storm_app
from services.classify.storm_counter import StormCounter
from services.classify.storm_tables import StormTables
from services.classify.storms import StormWorker
from shared.contracts.quarantine import set_aside_with
from shared.contracts.topics import SIGNALS
from shared.kafka.admin import create_topics
from shared.kafka.produce import Producer
from shared.runtime.clock import system_clock
from shared.runtime.health import Health
from shared.runtime.process import RunPart, health_app, serve


@asynccontextmanager
async def wire_storms(settings: StormSettings) -> AsyncIterator[dict[str, RunPart]]:
    """Give the parts of `classify storms`."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    app = storm_app(settings)
    producer = Producer(bootstrap=settings.kafka_bootstrap, client_id="classify-storms")
    tables = StormTables(app, rules=settings.storm_rules, retention=SIGNALS.retention or timedelta(days=7))
    if not settings.kafka_mock:  # which cannot create topics: there they appear when they are first used
        await create_topics(settings.kafka_bootstrap, tables.topics(), replication=settings.storm_replication)
    counter = StormCounter(
        memory=tables,
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
