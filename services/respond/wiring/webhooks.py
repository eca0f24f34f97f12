"""Makes the webhooks process: events out of announcements, and their way to those who subscribed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from services.respond.settings import RespondSettings
from services.respond.store.deliveries import Deliveries
from services.respond.store.indexes import create_indexes
from services.respond.store.quarantine import Quarantine
from services.respond.store.webhook_subjects import Subjects
from services.respond.store.webhooks import Webhooks
from services.respond.timekeeping import Timekeeping
from services.respond.webhooks.gauges import Gauges
from services.respond.webhooks.teller import Teller
from services.respond.wiring.webhook_sender import make_sender
from shared.contracts.topics import CASES, REPLIES, STORMS
from shared.kafka.consume import BatchConsumer
from shared.mongo.database import connect, disconnect, problem_of
from shared.mongo.server_time import ServerTime
from shared.runtime.clock import system_clock
from shared.runtime.health import Health
from shared.runtime.process import RunPart, health_app, serve


@asynccontextmanager
async def wire(settings: RespondSettings) -> AsyncIterator[dict[str, RunPart]]:
    """Give the parts of the process. Raises what MongoDB raises."""
    database = connect(settings.mongo_url, settings.mongo_database)
    time, webhooks = ServerTime(database), Webhooks(database)
    teller = Teller(webhooks=webhooks, subjects=Subjects(database), letters=Quarantine(database), clock=system_clock)
    telling = BatchConsumer(
        bootstrap=settings.kafka_bootstrap,
        group="respond-webhooks",
        topics=(CASES.name, REPLIES.name, STORMS.name),
        handle=teller.handle,
        set_aside=teller.set_aside,
        instance=settings.instance,
    )
    health = Health()
    health.add("mongo", partial(problem_of, database))
    health.add("kafka", telling.problem)
    try:
        await create_indexes(database)
        async with make_sender(database, settings, time=time) as sender:
            yield {
                "teller": telling.run,
                "sender": sender.run,
                "time": Timekeeping(time).run,
                "gauges": Gauges(webhooks=webhooks, deliveries=Deliveries(database), clock=system_clock).run,
                "http": serve(health_app(health), host=settings.http_host, port=settings.http_port),
            }
    finally:
        disconnect(database)
