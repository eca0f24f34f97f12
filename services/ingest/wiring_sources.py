"""Where the polled sources are made: MongoDB for bookmarks, an HTTP client per account, a task per thing to do."""

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import timedelta
from typing import Final

import httpx2

from services.ingest.domain.accounts import OurAccounts
from services.ingest.domain.listening import Listening
from services.ingest.outlet import Send
from services.ingest.settings import IngestSettings
from services.ingest.sources.bookmarks import Bookmarks
from services.ingest.sources.bookmarks_mongo import MongoBookmarks, ensure_indexes
from services.ingest.sources.mastodon import MastodonMentions
from services.ingest.sources.mastodon_answers import AnswerReader
from services.ingest.sources.mastodon_api import MastodonApi
from services.ingest.sources.mastodon_echoes import MastodonEchoes
from services.ingest.sources.mastodon_identity import Identity
from services.ingest.sources.mastodon_notices import NoticeReader
from services.ingest.sources.mastodon_page import Pages, Reader
from services.ingest.sources.mastodon_parents import Parents
from services.ingest.sources.mastodon_watch import MastodonWatch
from services.ingest.sources.supervision import Supervision, Task
from services.ingest.sources.watching import WatchPlan
from shared.directory.model import Account, Directory
from shared.mongo.database import connect, disconnect
from shared.runtime.clock import system_clock

_HTTP_SECONDS: Final = 10.0


async def sources_of(
    settings: IngestSettings, directory: Directory, *, ours: OurAccounts, send: Send, ending: AsyncExitStack
) -> Supervision:
    """Return the sources of all accounts; none where this replica is not to poll. `ending` closes what they opened."""
    if not (settings.poll_sources and directory.accounts):
        return Supervision([], clock=system_clock)
    database = connect(settings.mongo_url, settings.mongo_database)
    ending.callback(disconnect, database)
    bookmarks = MongoBookmarks(database)
    # A task like the others, because MongoDB may be away at the start and the webhooks do not wait for it.
    tasks = [Task("bookmarks", "indexes", _hourly(lambda: ensure_indexes(database)))]
    for account in directory.accounts:
        token = account.token.get_secret_value()
        headers = {"Authorization": f"Bearer {token}", "User-Agent": "Earshot"}
        client = httpx2.AsyncClient(base_url=account.base_url, headers=headers, timeout=_HTTP_SECONDS)
        http = await ending.enter_async_context(client)
        tasks += mastodon_tasks(settings, account, http, ours=ours, send=send, bookmarks=bookmarks)
    return Supervision(tasks, clock=system_clock)


def mastodon_tasks(
    settings: IngestSettings,
    account: Account,
    http: httpx2.AsyncClient,
    *,
    ours: OurAccounts,
    send: Send,
    bookmarks: Bookmarks,
) -> list[Task]:
    """Return what there is to do for one account: hear what is new and what we answered, look again at the former."""
    api = MastodonApi(http, clock=system_clock)
    identity = Identity(account, api, ours)
    plan = WatchPlan(first=timedelta(seconds=settings.watch_first_seconds), keep=timedelta(days=settings.watch_days))
    parents = Parents(api)

    def pages(reader: Reader) -> Pages:
        return Pages(account.id, reader=reader, send=send, bookmarks=bookmarks, clock=system_clock)

    def notices(listening: Listening) -> Pages:
        return pages(NoticeReader(listening, parents=parents, plan=plan, clock=system_clock))

    def answers(listening: Listening) -> Pages:
        return pages(AnswerReader(listening, api=api, parents=parents, ours=ours, clock=system_clock))

    mentions = MastodonMentions(
        account, api=api, identity=identity, bookmarks=bookmarks, pages=notices, clock=system_clock
    )
    echoes = MastodonEchoes(
        account,
        api=api,
        identity=identity,
        bookmarks=bookmarks,
        pages=answers,
        hear_mentions=mentions.hear_now,
        clock=system_clock,
    )
    watch = MastodonWatch(
        account.id,
        api=api,
        identity=identity,
        bookmarks=bookmarks,
        send=send,
        plan=plan,
        clock=system_clock,
        seconds_between=60 / settings.watch_reads_per_minute,
    )
    return [
        Task(account.id, "mentions", mentions.step),
        Task(account.id, "echoes", echoes.step),
        Task(account.id, "watch", watch.step),
    ]


def _hourly(do: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[float]]:
    async def step() -> float:
        await do()
        return 3_600

    return step
