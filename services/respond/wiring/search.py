"""Makes the search process: it follows care.cases and keeps what is searched; health. And fills that anew."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Final

import structlog

from services.respond.handlers.index_texts import Indexing
from services.respond.queries.all_cases import AllCases
from services.respond.refill import refill
from services.respond.settings import RespondSettings
from services.respond.store.indexes import create_indexes
from services.respond.store.quarantine import Quarantine
from services.respond.store.search_texts import SearchTexts
from shared.case.kept.store import CaseStore
from shared.contracts.topics import CASES
from shared.kafka.consume import BatchConsumer
from shared.mongo.database import connect, disconnect, problem_of
from shared.runtime.clock import system_clock
from shared.runtime.health import Health
from shared.runtime.logging import configure_logging
from shared.runtime.process import RunPart, health_app, serve
from shared.runtime.settings import read_settings

log = structlog.get_logger()

GROUP: Final = "respond-search"
_AT_ONCE: Final = 200


@asynccontextmanager
async def wire(settings: RespondSettings) -> AsyncIterator[dict[str, RunPart]]:
    """Give the parts of the process."""
    database = connect(settings.mongo_url, settings.mongo_database)
    indexing = Indexing(
        cases=CaseStore(database),
        texts=SearchTexts(database),
        letters=Quarantine(database),
        clock=system_clock,
    )
    following = BatchConsumer(
        bootstrap=settings.kafka_bootstrap,
        group=GROUP,
        topics=(CASES.name,),
        handle=indexing.handle,
        set_aside=indexing.set_aside,
        max_records=_AT_ONCE,
        instance=settings.instance,
    )
    health = Health()
    health.add("mongo", partial(problem_of, database))
    health.add("kafka", following.problem)
    try:
        await create_indexes(database)
        yield {
            "search": following.run,
            "http": serve(health_app(health), host=settings.http_host, port=settings.http_port),
        }
    finally:
        disconnect(database)


def rebuild() -> None:
    """Keep what all cases say anew, telling how far it is. Safe while everything runs, and to begin again."""
    settings = read_settings(RespondSettings)
    configure_logging(settings, station="respond search")

    async def main() -> None:
        database = connect(settings.mongo_url, settings.mongo_database)
        try:
            await create_indexes(database)
            await refill(AllCases(database), SearchTexts(database), clock=system_clock)
        finally:
            disconnect(database)

    asyncio.run(main())
