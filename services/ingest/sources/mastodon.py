"""Listening on Mastodon: notifications are asked for, page by page upwards, and passed on before the cursor moves."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

import structlog

from services.ingest.domain.listening import Listening
from services.ingest.sources.bookmarks import Bookmarks
from services.ingest.sources.mastodon_api import Item, MastodonApi
from services.ingest.sources.mastodon_identity import Identity
from services.ingest.sources.mastodon_page import Pages
from services.ingest.sources.upwards import newest, oldest, read_upwards, upwards
from shared.directory.model import Account
from shared.runtime.clock import Clock

log = structlog.get_logger()

# Servers give ids out before they are visible, so that a lower one can appear after a higher one was read.
_LOOK_BACK_EVERY: Final = timedelta(minutes=1)
_FIRST_TIME_PAGES: Final = 50


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
        self._reading = asyncio.Lock()
        self._read_early: datetime | None = None

    async def step(self) -> float:
        """Pass on all that is new and return the seconds to wait before the next time. Raises Unavailable."""
        early, self._read_early = self._read_early, None
        left = 0.0 if early is None else self._account.poll_seconds - (self._clock() - early).total_seconds()
        if left > 0:
            return left
        async with self._reading:
            await self._read()
        return self._account.poll_seconds

    async def hear_now(self) -> None:
        """Pass on all that is new at this moment; the next step then comes an interval later. Raises Unavailable."""
        async with self._reading:
            await self._read()
        self._read_early = self._clock()

    async def _read(self) -> None:
        if self._pages is None:
            self._pages = self._make_pages(await self._identity.listening())
        if self._cursor is None:
            self._cursor = await self._bookmarks.cursor(self._account.id)
        if self._cursor is None:
            await self._read_everything(self._pages)
        else:
            await self._read_upwards(self._pages, self._cursor)
            await self._look_back(self._pages)

    async def _read_upwards(self, pages: Pages, cursor: str) -> None:
        await read_upwards(
            cursor,
            page_above=lambda above: self._api.notifications(min_id=above),
            pass_on=pages.pass_on,
            move=self._move_to,
        )

    async def _look_back(self, pages: Pages) -> None:
        now = self._clock()
        if self._looked_back is None or now - self._looked_back >= _LOOK_BACK_EVERY:
            await pages.pass_on(upwards(await self._api.notifications()))
            self._looked_back = now

    async def _read_everything(self, pages: Pages) -> None:
        """The first time: from the newest down as far as the server remembers, then passed on the oldest first."""
        read: list[Sequence[Item]] = []
        below: str | None = None
        while len(read) < _FIRST_TIME_PAGES and (page := await self._api.notifications(max_id=below)):
            lowest = oldest(page, before=below)
            if lowest == below:
                break
            read.append(page)
            below = lowest
        highest = ""
        for known in reversed(read):
            await pages.pass_on(upwards(known))
            highest = newest(known, since=highest)
        if highest:
            log.info("first time here", account=self._account.id, pages=len(read))
            await self._move_to(highest)

    async def _move_to(self, highest: str) -> None:
        await self._bookmarks.move_cursor(self._account.id, highest, at=self._clock())
        self._cursor = highest
