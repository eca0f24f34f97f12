"""Watching posts on Mastodon: no notification tells of an edit or a deletion, so we look again (CHANNELS, 1)."""

from collections.abc import Sequence
from typing import Final

import orjson
import structlog

from services.ingest.domain.listening import Heard, Listening
from services.ingest.domain.mastodon_parts import Json
from services.ingest.domain.mastodon_status import deletion_of, mention_of_status
from services.ingest.domain.refusal import Refused
from services.ingest.letters import letter_for
from services.ingest.metrics import SEEN, SETTLED
from services.ingest.outlet import Send, packed, packed_letters
from services.ingest.sources.bookmarks import Bookmarks, Watched
from services.ingest.sources.mastodon_api import MastodonApi
from services.ingest.sources.mastodon_identity import Identity
from services.ingest.sources.watching import WatchPlan
from shared.contracts.mention import Author, MentionKind
from shared.kafka.record import Outgoing
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable
from shared.runtime.ids import next_traceparent

log = structlog.get_logger()

_JSON: Final = {"content-type": "application/json"}
# 404 is also what a server says while it is confused, or while a follower-only post is out of our sight.
_MISSES_OF_A_DELETION: Final = 2


class MastodonWatch:
    """One account's watch list, one post at a time, at a bounded rate."""

    def __init__(
        self,
        account_id: str,
        *,
        api: MastodonApi,
        identity: Identity,
        bookmarks: Bookmarks,
        send: Send,
        plan: WatchPlan,
        clock: Clock,
        seconds_between: float,
    ) -> None:
        self._account_id = account_id
        self._api = api
        self._identity = identity
        self._bookmarks = bookmarks
        self._send = send
        self._plan = plan
        self._clock = clock
        self._seconds_between = seconds_between

    async def step(self) -> float:
        """Look at the post that is longest overdue; return the seconds to wait. Raises Unavailable."""
        due = await self._bookmarks.due(self._account_id, now=self._clock(), most=1)
        for post in due:
            await self._look(post, await self._identity.listening())
        return self._seconds_between

    async def _look(self, post: Watched, listening: Listening) -> None:
        raw = await self._api.status(post.api_id)
        now = self._clock()
        if raw is None:
            await self._missed(post, listening)
            return
        status = _status(raw)
        edited_at = post.edited_at if status is None else status.get("edited_at")
        if status is None:
            log.warning("a status that is none", account=self._account_id, post=post.api_id)
        elif edited_at != post.edited_at and edited_at is not None:
            await self._pass_on_edit(status, raw, listening)
        await self._bookmarks.put_back([self._plan.seen(post, edited_at=edited_at, now=now)])

    async def _missed(self, post: Watched, listening: Listening) -> None:
        now = self._clock()
        missed = self._plan.missed(post, now=now)
        if missed.misses < _MISSES_OF_A_DELETION:
            await self._bookmarks.put_back([missed])
            return
        gone = deletion_of(
            native_id=post.native_id,
            api_id=post.api_id,
            author=Author(id=post.author_id, handle=post.author_handle),
            listening=listening,
            visibility=post.visibility,
            now=now,
        )
        await self._settle([packed(gone, traceparent=next_traceparent(None))], "accepted")
        await self._bookmarks.forget([post])

    async def _pass_on_edit(self, status: Json, raw: bytes, listening: Listening) -> None:
        try:
            edited = mention_of_status(Heard(status=status, raw=raw), MentionKind.EDITED, listening, now=self._clock())
        except Refused as refusal:
            letter = letter_for(raw, refusal, origin=self._account_id, headers=_JSON, at=self._clock())
            await self._settle(packed_letters([letter]), "quarantined")
        else:
            await self._settle([packed(edited, traceparent=next_traceparent(None))], "accepted")

    async def _settle(self, records: Sequence[Outgoing], outcome: str) -> None:
        SEEN.labels(self._account_id).inc()
        try:
            await self._send(records)
        except Unavailable:
            SETTLED.labels(self._account_id, "returned").inc()
            raise
        SETTLED.labels(self._account_id, outcome).inc()


def _status(raw: bytes) -> Json | None:
    try:
        found = orjson.loads(raw)
    except orjson.JSONDecodeError:
        return None
    return found if isinstance(found, dict) and "id" in found else None
