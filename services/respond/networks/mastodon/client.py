"""Our account on a server that speaks Mastodon's API."""

import asyncio
import json
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote

import httpx2

from services.respond.networks.mastodon.answers import Status, moment, receipt, sent, standing, wait_asked
from services.respond.networks.mastodon.body import below as answering
from services.respond.networks.mastodon.reading import SKEW, NotThere, Reading, Silent
from services.respond.networks.mastodon.same_text import same_text
from services.respond.networks.outbound import CannotTell, Found, Gone, NotSent, Parent, Published, Sent, Unknown
from shared.case.state.parts import Message
from shared.runtime.clock import Clock

_NOTHING_WRITTEN: Final = (
    httpx2.ConnectError,
    httpx2.ConnectTimeout,
    httpx2.PoolTimeout,
    httpx2.ProxyError,
    httpx2.UnsupportedProtocol,
)
_ABOUT_TO_WRITE: Final = "send_request_headers.started"


class _TooLate(Exception):
    """The clock ran out before the first byte."""


class Mastodon:
    """Outbound, by the methods that servers of this kind have in common."""

    def __init__(self, *, http: httpx2.AsyncClient, clock: Clock) -> None:
        """`http` has the server's address, our token and its time-outs."""
        self._http = http
        self._clock = clock
        self._reading = Reading(http=http, clock=clock)

    async def preflight(self, parent: Message) -> Parent:
        """Read the post that we answer again."""
        try:
            return standing(await self._reading.status(parent.api_id or ""), parent)
        except NotThere:
            return Gone()
        except Silent as silent:
            return silent.outcome

    async def publish(self, frozen: str, token: str, *, below: str | None, not_after: datetime) -> Sent:
        """Post the frozen body, below a post of ours where one is named.

        The clock is read once more when the connection stands, right before the first byte."""

        async def look_at_the_clock(event: str, _: dict[str, Any]) -> None:
            if event.endswith(_ABOUT_TO_WRITE) and self._clock() >= not_after:
                raise _TooLate

        left = (not_after - self._clock()).total_seconds()
        if left <= 0:
            return NotSent(reason="too late to begin")
        try:
            async with asyncio.timeout(left):
                response = await self._http.post(
                    "/api/v1/statuses",
                    content=placed(frozen, below).encode(),
                    headers={"Content-Type": "application/json", "Idempotency-Key": token},
                    extensions={"trace": look_at_the_clock},
                )
        except _TooLate:
            return NotSent(reason="too late to begin")
        except _NOTHING_WRITTEN as error:
            return NotSent(reason=f"cannot reach the network: {type(error).__name__}")
        except (httpx2.HTTPError, TimeoutError) as error:
            return Unknown(reason=f"no answer from the network: {type(error).__name__}")
        return sent(response, now=self._clock())

    async def lookup(self, frozen: str, *, below: str | None, since: datetime, ours: Collection[str]) -> Found:
        """Look in the list of our posts, which all servers have at once, and below the post that we answer.

        Absent is proven by the list alone, and only where it is complete and nothing of ours in it could be the answer
        in other words (a server may render text in its own way).
        """
        wanted: dict[str, str] = json.loads(placed(frozen, below))
        unread: CannotTell | None = None
        posts: list[Status] = []
        try:
            posts = await self._reading.posted(since=since)
        except Silent as silent:
            unread = silent.outcome
        found = _pick(posts, wanted, since=since, ours=ours)
        if found is None:
            try:
                own_id = await self._reading.own_id()
                there = await self._reading.below(wanted["in_reply_to_id"])
                mine = [one for one in there if _author(one) == own_id]
                found = _pick(mine, wanted, since=since, ours=ours)
            except Silent as silent:
                unread = unread or silent.outcome
        return found or unread

    async def locate(self, url: str, frozen: str, *, below: str | None, since: datetime) -> Found:
        """Look in the list of our posts for the one at that address: as people see it, or its global id."""
        wanted: dict[str, str] = json.loads(placed(frozen, below))
        try:
            there = [post for post in await self._reading.posted(since=since) if url in (post.get("url"), post["uri"])]
        except Silent as silent:
            return silent.outcome
        return next((receipt(post) for post in there if _could_be(post, wanted)), None)

    async def delete(self, native_id: str, *, api_id: str | None, since: datetime) -> CannotTell | None:
        """Delete the post; calls need the server's own id, which the list of our posts tells where nobody noted it."""
        try:
            if api_id is not None:
                return await self._delete(api_id)
            for post in await self._reading.posted(since=since):
                if post["uri"] == native_id:
                    return await self._delete(str(post["id"]))
        except Silent as silent:
            return silent.outcome
        except httpx2.HTTPError as error:
            return CannotTell(reason=f"cannot delete on the network: {type(error).__name__}")
        return None

    async def _delete(self, api_id: str) -> CannotTell | None:
        response = await self._http.delete(f"/api/v1/statuses/{quote(api_id, safe='')}")
        if response.status_code in (200, 404, 410):
            return None
        reason = f"the network answered {response.status_code} to a deletion"
        return CannotTell(reason=reason, wait=wait_asked(response.headers, now=self._clock()))


def placed(frozen: str, below: str | None) -> str:
    """Return the bytes to send: the frozen ones, and for a later post of an answer the post before it."""
    return frozen if below is None else answering(frozen, below)


def _could_be(post: Status, wanted: dict[str, str]) -> bool:
    """Return whether it answers the same post, in whatever words; where the network forgot what, the words have to."""
    answers = post.get("in_reply_to_id")
    return answers == wanted["in_reply_to_id"] or (answers is None and same_text(post["content"], wanted["status"]))


def _pick(
    posts: Iterable[Status], wanted: dict[str, str], *, since: datetime, ours: Collection[str]
) -> Published | CannotTell | None:
    """Return the answer, or that something could be it. A server forgets the parent of a reply when that is deleted."""
    parents = (wanted["in_reply_to_id"], None)
    there = [
        one
        for one in posts
        if one.get("reblog") is None and one.get("in_reply_to_id") in parents and one["uri"] not in ours
    ]
    same = [one for one in there if same_text(one["content"], wanted["status"])]
    if same:
        return receipt(min(same, key=lambda one: str(one["created_at"])))
    if any(one.get("in_reply_to_id") is not None and moment(one["created_at"]) >= since - SKEW for one in there):
        return CannotTell(reason="another post of ours answers the same message; is it this one?")
    return None


def _author(status: Status) -> str | None:
    account = status.get("account")
    return str(account.get("id")) if isinstance(account, dict) else None
