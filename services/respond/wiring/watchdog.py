"""Makes the watchdog process: the canary, the due indexes seen from outside, outcomes, health."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial

from services.respond.overdue import nothing_overdue
from services.respond.queries.outcomes import Outcomes
from services.respond.settings import RespondSettings
from services.respond.store.canaries import Canaries
from services.respond.timekeeping import Timekeeping
from services.respond.watchdog import Watchdog
from shared.case.kept.store import CaseStore
from shared.mongo.database import connect, disconnect, problem_of
from shared.mongo.server_time import ServerTime
from shared.runtime.health import Health
from shared.runtime.ids import random_id
from shared.runtime.process import RunPart, health_app, serve


@asynccontextmanager
async def wire(settings: RespondSettings) -> AsyncIterator[dict[str, RunPart]]:
    """Give the parts of the process. It is ready while all is well, and says what is not: page on it."""
    database = connect(settings.mongo_url, settings.mongo_database)
    cases, time = CaseStore(database), ServerTime(database)
    watchdog = Watchdog(
        birds=Canaries(database),
        outcomes=Outcomes(database),
        every=timedelta(seconds=settings.canary_seconds),
        clock=time,
        ids=random_id,
    )
    health = Health()
    health.add("mongo", partial(problem_of, database))
    health.add("canary", watchdog.problem)
    health.add("clock", nothing_overdue(cases, "clock_due_at", clock=time))
    health.add("publisher", nothing_overdue(cases, "publish_due_at", clock=time))
    health.add("outcomes", watchdog.without_outcome)
    try:
        yield {
            "watchdog": watchdog.run,
            "time": Timekeeping(time).run,
            "http": serve(health_app(health), host=settings.http_host, port=settings.http_port),
        }
    finally:
        disconnect(database)
