"""Makes the webhooks process: events out of announcements, and their way to those who subscribed."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from typing import Final

import httpx2

from services.respond.domain.webhooks.trying import Patience
from services.respond.settings import RespondSettings
from services.respond.store.backlogs import Backlogs
from services.respond.store.deliveries import Deliveries
from services.respond.store.indexes import create_indexes
from services.respond.store.quarantine import Quarantine
from services.respond.store.webhook_subjects import Subjects
from services.respond.store.webhooks import Webhooks
from services.respond.timekeeping import Timekeeping
from services.respond.webhooks.aftermath import Aftermath
from services.respond.webhooks.gauges import Gauges
from services.respond.webhooks.posting import Posting
from services.respond.webhooks.resolving import resolve
from services.respond.webhooks.sender import Sender
from services.respond.webhooks.teller import Teller
from services.respond.webhooks.vault import Vault
from shared.contracts.topics import CASES, REPLIES, STORMS
from shared.kafka.consume import BatchConsumer
from shared.mongo.database import connect, disconnect, problem_of
from shared.mongo.server_time import ServerTime
from shared.runtime.clock import system_clock
from shared.runtime.health import Health
from shared.runtime.ids import random_id
from shared.runtime.process import RunPart, health_app, serve

_FINE: Final = 1_000_000


@asynccontextmanager
async def wire(settings: RespondSettings) -> AsyncIterator[dict[str, RunPart]]:
    """Give the parts of the process. Raises what MongoDB raises."""
    database = connect(settings.mongo_url, settings.mongo_database)
    time = ServerTime(database)
    webhooks, backlogs = Webhooks(database), Backlogs(database)
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
        async with _http(settings) as http:
            sender = Sender(
                webhooks=webhooks,
                backlogs=backlogs,
                post=Posting(
                    http=http,
                    secrets=Vault(settings.webhook_key),
                    reach=settings.webhook_private,
                    resolve=resolve,
                    clock=system_clock,
                    seconds=settings.webhook_seconds,
                ),
                aftermath=Aftermath(
                    webhooks=webhooks,
                    backlogs=backlogs,
                    patience=Patience(
                        first_wait=timedelta(seconds=settings.webhook_first_wait_seconds),
                        give_up=timedelta(seconds=settings.webhook_give_up_seconds),
                    ),
                    chance=lambda: secrets.randbelow(_FINE) / _FINE,
                ),
                clock=time,
                ids=random_id,
                lasting=timedelta(seconds=settings.webhook_lease_seconds),
                parallel=settings.webhook_parallel,
                in_flight=settings.webhook_in_flight,
                poll_seconds=settings.webhook_poll_seconds,
            )
            yield {
                "teller": telling.run,
                "sender": sender.run,
                "time": Timekeeping(time).run,
                "gauges": Gauges(webhooks=webhooks, deliveries=Deliveries(database), clock=system_clock).run,
                "http": serve(health_app(health), host=settings.http_host, port=settings.http_port),
            }
    finally:
        disconnect(database)


def _http(settings: RespondSettings) -> httpx2.AsyncClient:
    """Return a client that goes where it is told and nowhere else: no proxy, no redirect, no connection kept."""
    return httpx2.AsyncClient(
        timeout=settings.webhook_seconds,
        limits=httpx2.Limits(max_connections=settings.webhook_in_flight, max_keepalive_connections=0),
        follow_redirects=False,
        trust_env=False,
    )
