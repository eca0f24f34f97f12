"""Listening on Mastodon: notifications are asked for, page by page upwards, and passed on before the cursor moves."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

import structlog

from services.ingest.domain.accounts import OurAccounts
from services.ingest.domain.listening import NETWORK, Listening
from services.ingest.domain.mastodon_parts import author_id_of
from services.ingest.sources.bookmarks import Bookmarks
from services.ingest.sources.mastodon_api import MastodonApi, Notice
from services.ingest.sources.mastodon_page import Pages
from shared.directory.model import Account
from shared.runtime.clock import Clock

log = structlog.get_logger()

# Servers give ids out before they are visible, so that a lower one can appear after a higher one was read.
_LOOK_BACK_EVERY: Final = timedelta(minutes=1)
_FIRST_TIME_PAGES: Final = 50


class Identity:
    """Who we are on a server; asked once, and told to whoever has to know our own posts."""

    def __init__(self, account: Account, api: MastodonApi, ours: OurAccounts) -> None:
        self._account = account
        self._api = api
        self._ours = ours
        self._known: Listening | None = None

    async def listening(self) -> Listening:
        """Raises Unavailable."""
        if self._known is None:
            own = await self._api.own_account()
            own_id = author_id_of(own)
            address = urlsplit(self._account.base_url)
            for known_as in {own_id, str(own.get("url") or own_id)}:
                self._ours.learn(network=NETWORK, author_id=known_as)
            self._known = Listening(
                account_id=self._account.id,
                brand=self._account.brand,
                authority=address.netloc,
                own_api_id=str(own["id"]),
                own_id=own_id,
                verified="tls" if address.scheme == "https" else None,
            )
        return self._known


class MastodonMentions:
    """One account's notifications. Doing a step twice is doing it once: event ids are the posts' own."""

    def __init__(
        self,
        account: Account,
        *,
        api: MastodonApi,
        identity: Identity,
        bookmarks: Bookmarks,
        pages: Callable[[Listening], Pages],
        clock: Clock,
    ) -> None:
        self._account = account
        self._api = api
        self._identity = identity
        self._bookmarks = bookmarks
        self._make_pages = pages
        self._clock = clock
        self._pages: Pages | None = None
        self._cursor: str | None = None
        self._looked_back: datetime | None = None

    async def step(self) -> float:
        """Pass on all that is new and return the seconds to wait before the next time. Raises Unavailable."""
        if self._pages is None:
            self._pages = self._make_pages(await self._identity.listening())
        if self._cursor is None:
            self._cursor = await self._bookmarks.cursor(self._account.id)
        if self._cursor is None:
            await self._read_everything(self._pages)
        else:
            await self._read_upwards(self._pages, self._cursor)
            await self._look_back(self._pages)
        return self._account.poll_seconds

    async def _read_upwards(self, pages: Pages, cursor: str) -> None:
        while page := await self._api.notifications(min_id=cursor):
            await pages.pass_on(_upwards(page))
            newest = _newest(page, since=cursor)
            if newest == cursor:
                return  # a server that does not heed min_id would keep us here for ever
            await self._move_to(newest)
            cursor = newest

    async def _look_back(self, pages: Pages) -> None:
        now = self._clock()
        if self._looked_back is None or now - self._looked_back >= _LOOK_BACK_EVERY:
            await pages.pass_on(_upwards(await self._api.notifications()))
            self._looked_back = now

    async def _read_everything(self, pages: Pages) -> None:
        """The first time: from the newest down as far as the server remembers, then passed on the oldest first."""
        read: list[Sequence[Notice]] = []
        below: str | None = None
        while len(read) < _FIRST_TIME_PAGES and (page := await self._api.notifications(max_id=below)):
            oldest = _oldest(page, before=below)
            if oldest == below:
                break
            read.append(page)
            below = oldest
        newest = ""
        for known in reversed(read):
            await pages.pass_on(_upwards(known))
            newest = _newest(known, since=newest)
        if newest:
            log.info("first time here", account=self._account.id, pages=len(read))
            await self._move_to(newest)

    async def _move_to(self, newest: str) -> None:
        await self._bookmarks.move_cursor(self._account.id, newest, at=self._clock())
        self._cursor = newest


def _upwards(page: Iterable[Notice]) -> list[Notice]:
    """Oldest first, so that a customer's posts reach Kafka in the order in which they were heard."""
    return sorted(page, key=lambda notice: _rank(notice.id or ""))


def _newest(page: Iterable[Notice], *, since: str) -> str:
    """Ids are opaque texts; those that servers use grow in length or in alphabetical order."""
    return max([since, *(notice.id for notice in page if notice.id)], key=_rank)


def _oldest(page: Iterable[Notice], *, before: str | None) -> str | None:
    known = [notice.id for notice in page if notice.id]
    return min(known, key=_rank) if known else before


def _rank(api_id: str) -> tuple[int, str]:
    return len(api_id), api_id
