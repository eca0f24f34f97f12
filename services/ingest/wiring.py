"""Where real things are made: clock, Kafka, MongoDB, HTTP."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from services.ingest.api import Events, create_app
from services.ingest.domain.accounts import OurAccount, OurAccounts
from services.ingest.gate import Gate
from services.ingest.handlers import Intake
from services.ingest.link import Link
from services.ingest.replays import Replays
from services.ingest.senders import Senders
from services.ingest.settings import IngestSettings
from services.ingest.sources.supervision import Supervision
from services.ingest.wiring_sources import sources_of
from shared.directory.file import WrongDirectory, read_directory
from shared.kafka.produce import Producer
from shared.runtime.clock import system_clock
from shared.runtime.health import Health, health_routes
from shared.runtime.process import RunPart, serve


@asynccontextmanager
async def wire(settings: IngestSettings) -> AsyncIterator[dict[str, RunPart]]:
    """Give the parts of the process: the line to Kafka, HTTP, and the polled sources.

    Neither Kafka nor MongoDB nor a network needs to be there at the start: until Kafka is, requests are answered 503,
    and the others concern the sources alone.
    """
    try:
        directory = read_directory(settings.config)
        senders = Senders(directory, tolerance=timedelta(seconds=settings.webhook_tolerance_seconds))
    except (WrongDirectory, ValueError) as wrong:
        raise SystemExit(f"Wrong configuration: {wrong}") from None
    producer = Producer(
        bootstrap=settings.kafka_bootstrap, client_id="ingest", deadline=settings.kafka_deadline_seconds
    )
    link = Link(producer)
    ours = OurAccounts(OurAccount(one.id, one.brand, one.network) for one in directory.accounts)
    async with AsyncExitStack() as ending:
        ending.push_async_callback(producer.stop)
        sources = await sources_of(settings, directory, ours=ours, send=link.send, ending=ending)
        app = create_app(_events(settings, senders, ours, link), [*_health(producer), _sources_route(sources)])
        yield {
            "kafka": link.keep,
            "http": serve(app, host=settings.http_host, port=settings.http_port),
            "sources": sources.run,
        }


def _events(settings: IngestSettings, senders: Senders, ours: OurAccounts, link: Link) -> Events:
    # A signature may be early or late by the tolerance, so it stays good for twice that long.
    replays = Replays(keep=timedelta(seconds=2 * settings.webhook_tolerance_seconds))
    return Events(
        intake=Intake(send=link.send, accounts=ours, replays=replays, clock=system_clock),
        senders=senders,
        gate=Gate(most_requests=settings.requests_in_flight, most_bytes=settings.bytes_in_flight),
        clock=system_clock,
        body_seconds=settings.body_seconds,
    )


def _health(producer: Producer) -> list[Route]:
    health = Health()
    health.add("kafka", producer.problem)
    return health_routes(health)


def _sources_route(sources: Supervision) -> Route:
    async def show(_: Request) -> Response:
        return JSONResponse(sources.problems())

    return Route("/health/sources", show)
