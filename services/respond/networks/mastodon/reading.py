"""Reading from the network: what is there, what is not, and when it did not let us."""

import asyncio
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import quote

import httpx2

from services.respond.networks.mastodon.answers import Status, moment, wait_asked
from services.respond.networks.outbound import CannotTell
from shared.runtime.clock import Clock

_PAGE: Final = 40
_PAGES: Final = 25
_READ_SECONDS: Final = 10.0
SKEW: Final = timedelta(minutes=10)
"""How far the network's clock may be behind ours when we read back to an instant of ours."""


class NotThere(Exception):
    """The network says that it has no such thing."""


class Silent(Exception):
    """The network did not let us read; `outcome` says why."""

    def __init__(self, reason: str, wait: timedelta | None = None) -> None:
        super().__init__(reason)
        self.outcome = CannotTell(reason=reason, wait=wait)


class Reading:
    """What we may read of one server with one token."""

    def __init__(self, *, http: httpx2.AsyncClient, clock: Clock) -> None:
        self._http = http
        self._clock = clock
        self._own_id: str | None = None

    async def own_id(self) -> str:
        """Return the account's own id. Raises Silent."""
        if self._own_id is None:
            try:
                self._own_id = str((await self._get("/api/v1/accounts/verify_credentials"))["id"])
            except (NotThere, KeyError, TypeError) as error:
                raise Silent("the network does not say who we are") from error
        return self._own_id

    async def status(self, api_id: str) -> Status:
        """Return a status. Raises NotThere and Silent."""
        return _status(await self._get(f"/api/v1/statuses/{quote(api_id, safe='')}"))

    async def below(self, api_id: str) -> list[Status]:
        """Return what hangs below a status; nothing when that is gone. Raises Silent."""
        try:
            context = await self._get(f"/api/v1/statuses/{quote(api_id, safe='')}/context")
        except NotThere:
            return []
        return _statuses(context.get("descendants") if isinstance(context, dict) else None)

    async def posted(self, *, since: datetime) -> list[Status]:
        """Return all that we posted since then, the newest first. Raises Silent when that cannot be read completely."""
        path = f"/api/v1/accounts/{quote(await self.own_id(), safe='')}/statuses"
        found: list[Status] = []
        query = {"limit": str(_PAGE)}
        for _ in range(_PAGES):
            try:
                page = _statuses(await self._get(path, query))
            except NotThere as error:
                raise Silent("the network does not show what we posted") from error
            if not page:
                return found
            last = str(page[-1]["id"])
            if last == query.get("max_id") or any(last == one["id"] for one in found):
                raise Silent("the network shows the same page again")
            found += page
            if moment(page[-1]["created_at"]) < since - SKEW:
                return found
            query["max_id"] = last
        raise Silent(f"more than {_PAGES * _PAGE} posts of ours to look through")

    async def _get(self, path: str, query: Mapping[str, str] | None = None) -> Any:
        try:
            async with asyncio.timeout(_READ_SECONDS):
                response = await self._http.get(path, params=query)
            if response.status_code == 200:
                return response.json()
        except (httpx2.HTTPError, TimeoutError, ValueError) as error:
            raise Silent(f"cannot read from the network: {type(error).__name__}") from error
        if response.status_code in (404, 410):
            raise NotThere(path)
        raise Silent(f"the network answered {response.status_code}", wait_asked(response.headers, now=self._clock()))


def _statuses(told: object) -> list[Status]:
    if not isinstance(told, list):
        raise Silent("the network answered with something else than posts")
    return [_status(one) for one in told]


def _status(told: object) -> Status:
    """Every field that decides something must be there: a post that cannot be read must not pass for an absent one."""
    try:
        if isinstance(told, dict):
            moment(told["created_at"])
            if all(isinstance(told[name], str) for name in ("id", "uri", "content", "visibility")):
                return told
    except (KeyError, ValueError):
        pass  # said below
    raise Silent("the network answered with a post that cannot be read")
