"""Makes the api process: HTTP for agents and browsers, the live tail, the keeper."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from services.respond.handlers.keep import Keeper
from services.respond.live.broadcast import Broadcast
from services.respond.live.tail import Tail, telling
from services.respond.settings import RespondSettings
from services.respond.store.indexes import create_indexes
from services.respond.store.quarantine import Quarantine
from services.respond.store.storms import Storms
from services.respond.wiring.app import make_app
from services.respond.wiring.audit import anchors
from services.respond.wiring.ground import Ground
from services.respond.wiring.together import make_watch
from shared.contracts.topics import CASES, DEADLETTERS, STORMS
from shared.directory.file import read_directory
from shared.directory.roster import Roster
from shared.kafka.consume import BatchConsumer
from shared.kafka.produce import Producer
from shared.levels.live import LiveLevels
from shared.mongo.database import connect, disconnect, problem_of
from shared.runtime.clock import system_clock
from shared.runtime.health import Health
from shared.runtime.ids import random_id
from shared.runtime.process import RunPart, serve


@asynccontextmanager
async def wire(settings: RespondSettings) -> AsyncIterator[dict[str, RunPart]]:
    """Give the parts of the process. Raises WrongDirectory, Unavailable and what MongoDB raises."""
    directory = read_directory(settings.config)
    levels = LiveLevels(settings.levels)
    database = connect(settings.mongo_url, settings.mongo_database)
    producer = Producer(bootstrap=settings.kafka_bootstrap, client_id="respond-api")
    broadcast = Broadcast(boot=random_id("live").removeprefix("live-"), window=settings.stream_window)
    tail = Tail(
        bootstrap=settings.kafka_bootstrap,
        topics=(CASES.name, STORMS.name),
        tell=telling(broadcast),
        missed=broadcast.tell_reset,
    )
    keeper = Keeper(letters=Quarantine(database), storms=Storms(database), directory=directory, clock=system_clock)
    keeping = BatchConsumer(
        bootstrap=settings.kafka_bootstrap,
        group="respond-keeper",
        topics=(DEADLETTERS.name, STORMS.name),
        handle=keeper.handle,
        set_aside=keeper.set_aside,
        instance=settings.instance,
    )
    roster = Roster(directory.agents, database)
    health = Health()
    health.add("mongo", lambda: problem_of(database))
    health.add("live", tail.problem)
    ground = Ground(
        settings=settings,
        directory=directory,
        database=database,
        broadcast=broadcast,
        roster=roster,
        send=producer.send,
        health=health,
        answer_rules=lambda: levels.current.answers,
    )
    app = make_app(ground)
    try:
        await create_indexes(database)
        await roster.refresh()
        yield {
            "http": serve(app, host=settings.http_host, port=settings.http_port),
            "live": tail.run,
            "broadcast": broadcast.run,
            "watch": make_watch(ground).run,
            "keeper": keeping.run,
            "roster": roster.run,
            "levels": levels.run,
            "audit": anchors(database, every=timedelta(minutes=settings.audit_head_minutes)),
        }
    finally:
        await producer.stop()
        disconnect(database)
