"""Who we are on a Mastodon server."""

import asyncio
from urllib.parse import urlsplit

from services.ingest.domain.accounts import OurAccounts
from services.ingest.domain.listening import NETWORK, Listening
from services.ingest.domain.mastodon_parts import author_id_of
from services.ingest.sources.mastodon_api import MastodonApi
from shared.directory.model import Account


class Identity:
    """Asked once, and told to whoever has to know our own posts."""

    def __init__(self, account: Account, api: MastodonApi, ours: OurAccounts) -> None:
        self._account = account
        self._api = api
        self._ours = ours
        self._known: Listening | None = None
        self._asking = asyncio.Lock()

    async def listening(self) -> Listening:
        """Raises Unavailable."""
        async with self._asking:  # all of an account's tasks want to know at the start
            if self._known is None:
                self._known = await self._ask()
        return self._known

    async def _ask(self) -> Listening:
        own = await self._api.own_account()
        own_id = author_id_of(own)
        address = urlsplit(self._account.base_url)
        for known_as in {own_id, str(own.get("url") or own_id)}:
            self._ours.learn(network=NETWORK, author_id=known_as)
        return Listening(
            account_id=self._account.id,
            brand=self._account.brand,
            authority=address.netloc,
            own_api_id=str(own["id"]),
            own_id=own_id,
            verified="tls" if address.scheme == "https" else None,
        )
