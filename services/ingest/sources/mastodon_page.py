"""A page of notifications becomes mentions and dead letters in one acknowledged write; then the posts are watched."""

from collections import Counter, OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

import structlog

from services.ingest.domain.listening import Listening
from services.ingest.domain.notices import mentions_in, read_notice, status_in, why_ignored
from services.ingest.domain.refusal import Refused, refused
from services.ingest.letters import letter_for
from services.ingest.metrics import SEEN, SETTLED
from services.ingest.outlet import Send, packed, packed_letters
from services.ingest.sources.bookmarks import Bookmarks, Watched
from services.ingest.sources.mastodon_api import Notice
from services.ingest.sources.mastodon_parents import Parents
from services.ingest.sources.watching import WatchPlan
from shared.contracts.deadletter import DeadLetter
from shared.contracts.mention import Mention
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable
from shared.runtime.ids import next_traceparent

log = structlog.get_logger()

_JSON: Final = {"content-type": "application/json"}
_REMEMBERED: Final = 5_000


@dataclass(slots=True)
class _Findings:
    mentions: list[Mention] = field(default_factory=list)
    letters: list[DeadLetter] = field(default_factory=list)
    watches: list[Watched] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)


class Pages:
    """Passes pages on. Notifications that were passed on lately are skipped, so that pages may overlap."""

    def __init__(
        self,
        listening: Listening,
        *,
        send: Send,
        bookmarks: Bookmarks,
        parents: Parents,
        plan: WatchPlan,
        clock: Clock,
    ) -> None:
        self._listening = listening
        self._send = send
        self._bookmarks = bookmarks
        self._parents = parents
        self._plan = plan
        self._clock = clock
        self._passed_on: OrderedDict[str, None] = OrderedDict()

    async def pass_on(self, page: Sequence[Notice]) -> None:
        """Return when Kafka has everything on the page and its posts are watched. Raises Unavailable: do it again."""
        new = {_key(notice): notice for notice in page if _key(notice) not in self._passed_on}
        if not new:
            return
        source = self._listening.account_id
        self._parents.new_page()
        found = _Findings()
        for notice in new.values():
            await self._read(notice, found)
        SEEN.labels(source).inc(len(new))
        trace = next_traceparent(None)
        try:
            await self._send(
                [*(packed(one, traceparent=trace) for one in found.mentions), *packed_letters(found.letters)]
            )
            await self._bookmarks.watch(found.watches)
        except Unavailable:
            SETTLED.labels(source, "returned").inc(len(new))
            raise
        for outcome, count in found.outcomes.items():
            SETTLED.labels(source, outcome).inc(count)
        log.info("notifications passed on", account=source, **found.outcomes)
        self._remember(new)

    async def _read(self, notice: Notice, found: _Findings) -> None:
        try:
            read = read_notice(notice.raw)
            status = status_in(read)
            if status is None or why_ignored(read, status, self._listening) is not None:
                found.outcomes["ignored"] += 1
                return
            parent = await self._parents.of(status)
            now = self._clock()
            mentions = mentions_in(read, notice.raw, status, self._listening, parent=parent, now=now)
        except Refused as refusal:
            self._set_aside(notice, refusal, found)
        except Exception as bug:
            # One status that we do not understand must not keep all later ones from being heard.
            log.exception("notification met a bug", account=self._listening.account_id)
            self._set_aside(notice, refused(f"bug: {bug!r}"[:500]), found)
        else:
            found.mentions += mentions
            found.watches.append(self._plan.begin(mentions[0], edited_at=status.get("edited_at"), now=now))
            found.outcomes["accepted"] += 1

    def _set_aside(self, notice: Notice, refusal: Refused, found: _Findings) -> None:
        origin = self._listening.account_id
        found.letters.append(letter_for(notice.raw, refusal, origin=origin, headers=_JSON, at=self._clock()))
        found.outcomes["quarantined"] += 1

    def _remember(self, keys: dict[str, Notice]) -> None:
        self._passed_on.update(dict.fromkeys(keys))
        while len(self._passed_on) > _REMEMBERED:
            self._passed_on.popitem(last=False)


def _key(notice: Notice) -> str:
    return notice.id or sha256(notice.raw).hexdigest()
