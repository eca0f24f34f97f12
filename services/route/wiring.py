"""The only place where this station's real objects are made."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from services.route.dispatch import Dispatcher
from services.route.domain.assignment import Worker
from services.route.domain.translate import Targets
from services.route.handlers import Router
from services.route.queue import Queue
from services.route.settings import RouteSettings
from shared.case.store import CaseStore
from shared.contracts.quarantine import set_aside_with
from shared.contracts.topics import CLASSIFIED
from shared.directory.file import read_directory
from shared.directory.presence import Presence
from shared.kafka.consume import BatchConsumer
from shared.kafka.produce import Producer
from shared.mongo.database import connect, disconnect, problem_of
from shared.runtime.clock import system_clock
from shared.runtime.health import Health
from shared.runtime.process import RunPart, health_app, serve


@asynccontextmanager
async def wire(settings: RouteSettings) -> AsyncIterator[dict[str, RunPart]]:
    """Give the parts of the station: the batch consumer, dispatch, and health."""
    directory = read_directory(settings.config)
    database = connect(settings.mongo_url, settings.mongo_database)
    producer = Producer(bootstrap=settings.kafka_bootstrap, client_id="route")
    await producer.start()
    cases = CaseStore(database)
    router = Router(
        cases=cases,
        send=producer.send,
        targets=Targets(seconds=settings.targets(), warn_share=settings.warn_share),
        clock=system_clock,
    )
    consumer = BatchConsumer(
        bootstrap=settings.kafka_bootstrap,
        group="route",
        topics=[CLASSIFIED.name],
        handle=router.route,
        set_aside=set_aside_with(producer.send, station="route", clock=system_clock),
        max_records=settings.batch_size,
        wait_ms=settings.batch_wait_ms,
        instance=settings.instance,
    )
    dispatcher = Dispatcher(
        queue=Queue(database),
        presence=Presence(database),
        cases=cases,
        workers=[
            Worker(id=agent.id, capacity=agent.capacity, brands=frozenset(agent.brands)) for agent in directory.agents
        ],
        every=settings.dispatch_seconds,
        clock=system_clock,
    )
    health = Health()
    health.add("consumer", consumer.problem)
    health.add("mongo", partial(problem_of, database))
    try:
        yield {
            "consumer": consumer.run,
            "dispatch": dispatcher.run,
            "http": serve(health_app(health), host=settings.http_host, port=settings.http_port),
        }
    finally:
        await producer.stop()
        disconnect(database)
