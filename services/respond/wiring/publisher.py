"""Makes the publisher process: due answers, the networks, health."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial

from services.respond.overdue import nothing_overdue
from services.respond.publisher import Publisher
from services.respond.publishing.budgets import Budgets
from services.respond.publishing.pace import Pace
from services.respond.publishing.pauses import Pauses
from services.respond.publishing.replies import Replies
from services.respond.publishing.send import Send
from services.respond.publishing.settle import Settle
from services.respond.publishing.take_back import TakeBack
from services.respond.settings import RespondSettings
from services.respond.store.indexes import TURNS
from services.respond.store.narrowed import Narrowed
from services.respond.store.turns import Turns
from services.respond.wiring.networks import make_timing, make_voices
from shared.case.kept.indexes import CASES
from shared.case.kept.store import CaseStore
from shared.case.state.reply import ReplyStatus
from shared.directory.file import read_directory
from shared.mongo.database import connect, disconnect, problem_of
from shared.runtime.clock import system_clock
from shared.runtime.health import Health
from shared.runtime.process import RunPart, health_app, serve


@asynccontextmanager
async def wire(settings: RespondSettings) -> AsyncIterator[dict[str, RunPart]]:
    """Give the parts of the process. Raises WrongDirectory."""
    directory = read_directory(settings.config)
    database = connect(settings.mongo_url, settings.mongo_database)
    within_reach = Narrowed(database, CASES, TURNS)  # notes are not: decision 0021
    cases = CaseStore(within_reach)
    replies = Replies(cases=cases, clock=system_clock)
    timing, budgets = make_timing(settings), Budgets(spare=settings.publisher_spare)
    pauses = Pauses(timing)
    turns = Turns(within_reach, gap=timedelta(seconds=settings.publisher_gap_seconds))
    pace = Pace(turns=turns, budgets=budgets, pauses=pauses, clock=system_clock)
    health = Health()
    health.add("mongo", partial(problem_of, database))
    health.add("publisher", nothing_overdue(cases, "publish_due_at", clock=system_clock))
    try:
        async with make_voices(directory, settings, budgets=budgets, clock=system_clock) as voices:
            settle = Settle(replies=replies, voices=voices, timing=timing, clock=system_clock)
            take_back = TakeBack(replies=replies, voices=voices, timing=timing, clock=system_clock)
            publisher = Publisher(
                cases=cases,
                work={
                    ReplyStatus.QUEUED: Send(
                        replies=replies, voices=voices, pauses=pauses, pace=pace, timing=timing, clock=system_clock
                    ),
                    ReplyStatus.SENDING: settle.expire,
                    ReplyStatus.UNKNOWN: settle.look,
                    ReplyStatus.WITHDRAWN: take_back,
                    ReplyStatus.FAILED: take_back,
                    ReplyStatus.POSTED: take_back,
                },
                holds=Pauses(timing),
                clock=system_clock,
                in_flight=settings.publisher_in_flight,
                per_account=settings.publisher_per_account,
                poll_seconds=settings.publisher_poll_seconds,
            )
            yield {
                "publisher": publisher.run,
                "http": serve(health_app(health), host=settings.http_host, port=settings.http_port),
            }
    finally:
        disconnect(database)
