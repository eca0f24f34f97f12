"""The only place where this station's real objects are made."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial

from services.route.dispatch import Dispatcher
from services.route.domain.translate import Ground
from services.route.giving_back import GivingBack
from services.route.handlers import Router
from services.route.line import Line
from services.route.live_cases import LiveCases
from services.route.reckoner import Reckoner
from services.route.settings import RouteSettings
from services.route.staff import Staff
from shared.case.kept.reasons import WaitingReasons
from shared.case.kept.store import CaseStore
from shared.case.kept.together import Together
from shared.contracts.quarantine import set_aside_with
from shared.contracts.topics import CLASSIFIED
from shared.directory.file import read_directory
from shared.directory.presence import Presence
from shared.directory.roster import Roster
from shared.kafka.consume import BatchConsumer
from shared.kafka.produce import Producer
from shared.levels.live import LiveLevels
from shared.mongo.database import connect, disconnect, problem_of
from shared.mongo.lease import Lease
from shared.runtime.clock import system_clock
from shared.runtime.health import Health
from shared.runtime.ids import random_id
from shared.runtime.process import RunPart, health_app, serve


@asynccontextmanager
async def wire(settings: RouteSettings) -> AsyncIterator[dict[str, RunPart]]:
    """Give the parts of the station: the batch consumer, dispatch and what surrounds it, health."""
    levels = LiveLevels(settings.levels)
    database = connect(settings.mongo_url, settings.mongo_database)
    producer = Producer(bootstrap=settings.kafka_bootstrap, client_id="route")
    await producer.start()
    cases, line, presence = CaseStore(database), Line(database), Presence(database)
    roster = Roster(read_directory(settings.config).agents, database)
    staff = Staff(roster=roster, presence=presence, every=1.0, clock=system_clock)

    def ground() -> Ground:
        now = levels.current
        return Ground(book=now.book, online=staff.online, reach_raises_from=now.rules.reach_raises_from)

    router = Router(cases=cases, send=producer.send, ground=ground, clock=system_clock)
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
        line=line,
        staff=staff,
        cases=cases,
        writes=Together(database),
        lease=Lease(
            database,
            name="dispatch",
            holder=random_id("route"),
            lasting=timedelta(seconds=settings.dispatch_lease_seconds),
        ),
        reasons=WaitingReasons(database),
        levels=lambda: levels.current,
        every=settings.dispatch_seconds,
        clock=system_clock,
    )
    giving_back = GivingBack(
        line=line,
        presence=presence,
        cases=cases,
        rules=lambda: levels.current.rules,
        every=settings.giving_back_seconds,
        clock=system_clock,
    )
    reckoner = Reckoner(levels=levels, live=LiveCases(database), cases=cases, time=system_clock)
    health = Health()
    health.add("consumer", consumer.problem)
    health.add("mongo", partial(problem_of, database))
    try:
        yield {
            "consumer": consumer.run,
            "dispatch": dispatcher.run,
            "giving back": giving_back.run,
            "staff": staff.run,
            "roster": roster.run,
            "levels": levels.run,
            "reckoner": reckoner.run,
            "http": serve(health_app(health), host=settings.http_host, port=settings.http_port),
        }
    finally:
        await producer.stop()
        disconnect(database)
