"""Makes the clock process: its share of the deadlines, the relay of what respond changed, health."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial

from services.respond.clock import Clock
from services.respond.overdue import nothing_overdue
from services.respond.relay import Relay
from services.respond.settings import RespondSettings
from services.respond.sharing import Sharing
from services.respond.timekeeping import Timekeeping
from shared.case.kept.store import CaseStore
from shared.kafka.produce import Producer
from shared.levels.live import LiveLevels
from shared.mongo.database import connect, disconnect, problem_of
from shared.mongo.server_time import ServerTime
from shared.mongo.shares import Shares
from shared.runtime.clock import system_clock
from shared.runtime.health import Health
from shared.runtime.ids import random_id
from shared.runtime.process import RunPart, health_app, serve


@asynccontextmanager
async def wire(settings: RespondSettings) -> AsyncIterator[dict[str, RunPart]]:
    """Give the parts of the process."""
    levels = LiveLevels(settings.levels)
    database = connect(settings.mongo_url, settings.mongo_database)
    cases, time = CaseStore(database), ServerTime(database)
    producer = Producer(bootstrap=settings.kafka_bootstrap, client_id="respond-clock")
    lasting = timedelta(seconds=settings.clock_share_seconds)
    sharing = Sharing(
        # Under a name of its own it takes its share back at once when it comes again after a kill.
        Shares(database, name="clock", holder=settings.instance or random_id("clock"), lasting=lasting),
        every=lasting.total_seconds() / 4,
    )
    clock = Clock(
        cases=cases,
        time=time,
        book=lambda: levels.current.book,
        mine=sharing.mine,
        batch=settings.clock_batch,
        poll_seconds=settings.clock_poll_seconds,
    )
    relay = Relay(
        cases=cases,
        facts=producer,
        clock=system_clock,
        mine=sharing.mine,
        batch=settings.relay_batch,
        poll_seconds=settings.relay_poll_seconds,
    )
    health = Health()
    health.add("mongo", partial(problem_of, database))
    health.add("kafka", producer.problem)
    health.add("clock", nothing_overdue(cases, "clock_due_at", clock=time))
    try:
        yield {
            "clock": clock.run,
            "shares": sharing.run,
            "time": Timekeeping(time).run,
            "levels": levels.run,
            "relay": relay.run,
            "http": serve(health_app(health), host=settings.http_host, port=settings.http_port),
        }
    finally:
        await producer.stop()
        disconnect(database)
