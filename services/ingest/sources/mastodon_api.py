"""The few calls that we need of a Mastodon server, with its limits respected."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, Final
from urllib.parse import quote

import httpx2
import orjson

from services.ingest.domain.limits import BATCH_ITEMS
from services.ingest.domain.refusal import Refused
from services.ingest.domain.slices import elements
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable

# Notifications of other kinds (follows, favourites) are nobody's question.
_TYPES: Final = ("mention", "quote", "update")
_PAGE: Final = 80
_LONGEST_PAUSE: Final = timedelta(minutes=15)


class Paused(Unavailable):
    """The server wants to be left alone until then."""

    def __init__(self, until: datetime) -> None:
        super().__init__(f"rate-limited until {until:%H:%M:%S}")
        self.until = until


class NotAllowed(Unavailable):
    """Our token does not suffice; a person has to look."""


@dataclass(frozen=True, slots=True)
class Item:
    """One notification or status: its id where that could be read, and its bytes."""

    id: str | None
    raw: bytes


class MastodonApi:
    """One account's access to its server."""

    def __init__(self, http: httpx2.AsyncClient, *, clock: Clock) -> None:
        """`http` carries the base address, the token and the timeouts."""
        self._http = http
        self._clock = clock
        self._paused_until: datetime | None = None

    async def own_account(self) -> Mapping[str, Any]:
        """Return who we are. Raises Unavailable."""
        found = orjson.loads(await self._get("/api/v1/accounts/verify_credentials", {}) or b"null")
        if not isinstance(found, dict) or "id" not in found:
            raise Unavailable("verify_credentials answered no account")
        return found

    async def notifications(self, *, min_id: str | None = None, max_id: str | None = None) -> list[Item]:
        """Return a page of notifications in the server's order: just above `min_id`, below `max_id`, or the newest.

        Raises Unavailable, also for what is not a list.
        """
        # Strangers may be filtered out by the account's policy, and strangers are exactly whom we want to hear.
        query: dict[str, Any] = {"types[]": list(_TYPES), "limit": _PAGE, "include_filtered": "true"}
        query |= {name: value for name, value in (("min_id", min_id), ("max_id", max_id)) if value is not None}
        return await self._list("/api/v1/notifications", query)

    async def statuses_of(self, account: str, *, most: int, min_id: str | None = None) -> list[Item]:
        """Return a page of an account's statuses without boosts, newest first: just above `min_id`, or the newest.

        `most` is 40 at the utmost. Raises Unavailable, also for what is not a list.
        """
        query: dict[str, Any] = {"exclude_reblogs": "true", "limit": most}
        query |= {} if min_id is None else {"min_id": min_id}
        return await self._list(f"/api/v1/accounts/{quote(account, safe='')}/statuses", query)

    async def account(self, api_id: str) -> bytes | None:
        """Return an account; None when the server says that there is none. Raises Unavailable."""
        return await self._get(f"/api/v1/accounts/{quote(api_id, safe='')}", {})

    async def status(self, api_id: str) -> bytes | None:
        """Return a status as it stands; None when the server says that there is none. Raises Unavailable."""
        return await self._get(f"/api/v1/statuses/{quote(api_id, safe='')}", {})

    async def _list(self, path: str, query: Mapping[str, Any]) -> list[Item]:
        body = await self._get(path, query)
        try:
            return [Item(_id_in(raw), raw) for raw in elements(body or b"", most=BATCH_ITEMS)]
        except Refused as reason:
            raise Unavailable(f"{path} answered no list: {reason}") from reason

    async def _get(self, path: str, query: Mapping[str, Any]) -> bytes | None:
        now = self._clock()
        if self._paused_until is not None and now < self._paused_until:
            raise Paused(self._paused_until)
        try:
            response = await self._http.get(path, params=query)
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise Unavailable(f"{path}: {error!r}") from error
        self._heed(response, now)
        if response.status_code in {404, 410}:
            return None
        if response.status_code == 429:
            raise Paused(self._paused_until or now)
        if response.status_code in {401, 403}:
            raise NotAllowed(f"{path}: {response.status_code}; is the token still valid?")
        if response.status_code != 200:
            raise Unavailable(f"{path}: {response.status_code}")
        return response.content

    def _heed(self, response: httpx2.Response, now: datetime) -> None:
        """Note how long the server wants to be left alone."""
        until = None
        if response.status_code == 429 or "retry-after" in response.headers:
            until = _moment(response.headers.get("retry-after"), now)
        if until is None and (response.status_code == 429 or response.headers.get("x-ratelimit-remaining") == "0"):
            until = _moment(response.headers.get("x-ratelimit-reset"), now) or now + timedelta(seconds=5)
        self._paused_until = None if until is None else min(until, now + _LONGEST_PAUSE)


def _moment(said: str | None, now: datetime) -> datetime | None:
    """Read seconds from now, an HTTP date or an ISO time."""
    if said is None:
        return None
    if said.strip().isdigit():
        return now + timedelta(seconds=min(int(said.strip()[:9]), 86_400))
    for read in (parsedate_to_datetime, datetime.fromisoformat):
        try:
            found = read(said)
        except ValueError:
            continue
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    return None


def _id_in(raw: bytes) -> str | None:
    try:
        found = orjson.loads(raw)
    except orjson.JSONDecodeError:
        return None
    known = found.get("id") if isinstance(found, dict) else None
    return known if isinstance(known, str) else None
