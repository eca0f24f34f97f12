"""Listening to ourselves on Mastodon: answers that the brand gives in the network's own app."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Final

import structlog

from services.ingest.domain.listening import Listening
from services.ingest.sources.bookmarks import Bookmarks
from services.ingest.sources.mastodon_api import Item, MastodonApi
from services.ingest.sources.mastodon_identity import Identity
from services.ingest.sources.mastodon_page import Pages
from services.ingest.sources.upwards import is_above, newest, oldest, read_upwards, upwards
from shared.directory.model import Account
from shared.runtime.clock import Clock

log = structlog.get_logger()

# Mastodon allows 300 reads with a cursor in 15 minutes (rack_attack.rb), and the notifications use them up. So usually
# we glance at the newest without one. That also finds what became visible below an id already read.
_GLANCE: Final = 20
_PAGE: Final = 40
_BELOW_ALL: Final = "0"


class MastodonEchoes:
    """One account's own statuses, from the moment on when we first listened. Doing a step twice is doing it once."""

    def __init__(
        self,
        account: Account,
        *,
        api: MastodonApi,
        identity: Identity,
        bookmarks: Bookmarks,
        pages: Callable[[Listening], Pages],
        hear_mentions: Callable[[], Awaitable[None]],
        clock: Clock,
    ) -> None:
        """`hear_mentions` returns when all that customers wrote until now is passed on."""
        self._account = account
        self._api = api
        self._identity = identity
        self._bookmarks = bookmarks
        self._make_pages = pages
        self._hear_mentions = hear_mentions
        self._clock = clock
        self._pages: Pages | None = None
        self._since = _BELOW_ALL
        self._cursor: str | None = None
        self._since_key, self._cursor_key = f"{account.id} echoes since", f"{account.id} echoes"

    async def step(self) -> float:
        """Pass on all that is new and return the seconds to wait before the next time. Raises Unavailable."""
        listening = await self._identity.listening()
        if self._pages is None:
            self._pages = self._make_pages(listening)
        glance = await self._api.statuses_of(listening.own_api_id, most=_GLANCE)
        if self._cursor is None:
            self._since = await self._bookmarks.cursor(self._since_key) or await self._begin(glance)
            self._cursor = await self._bookmarks.cursor(self._cursor_key) or self._since
        if is_above(oldest(glance, before=None) or self._cursor, self._cursor):
            await self._read_upwards(self._pages, self._cursor, listening)  # more was said than a glance shows
        else:
            await self._pass_on(self._pages, upwards(glance))
            await self._move_to(newest(glance, since=self._cursor))
        return self._account.poll_seconds

    async def _begin(self, glance: list[Item]) -> str:
        """Answers given before we came are not told: nobody knows any more which cases they settled."""
        since = newest(glance, since=_BELOW_ALL)
        await self._bookmarks.move_cursor(self._since_key, since, at=self._clock())
        log.info("listening to our own answers from now on", account=self._account.id)
        return since

    async def _read_upwards(self, pages: Pages, cursor: str, listening: Listening) -> None:
        await read_upwards(
            cursor,
            page_above=lambda above: self._api.statuses_of(listening.own_api_id, most=_PAGE, min_id=above),
            pass_on=partial(self._pass_on, pages),
            move=self._move_to,
        )

    async def _pass_on(self, pages: Pages, page: Sequence[Item]) -> None:
        """An answer must not overtake the post that it answers, which we may not have heard yet."""
        ours = [item for item in page if item.id is None or is_above(item.id, self._since)]
        if newest(ours, since=self._cursor or self._since) != self._cursor:
            await self._hear_mentions()
        await pages.pass_on(ours)

    async def _move_to(self, highest: str) -> None:
        if highest != self._cursor:
            await self._bookmarks.move_cursor(self._cursor_key, highest, at=self._clock())
            self._cursor = highest
