"""A page of what a server tells becomes mentions and dead letters in one acknowledged write; then posts are watched."""

from collections import Counter, OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final, Protocol

import structlog

from services.ingest.domain.refusal import Refused, refused
from services.ingest.letters import letter_for
from services.ingest.metrics import IGNORED, SEEN, SETTLED
from services.ingest.outlet import Send, packed, packed_letters
from services.ingest.sources.bookmarks import Bookmarks, Watched
from services.ingest.sources.mastodon_api import Item
from shared.contracts.deadletter import DeadLetter
from shared.contracts.mention import Mention
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable
from shared.runtime.ids import next_traceparent

log = structlog.get_logger()

_JSON: Final = {"content-type": "application/json"}
_REMEMBERED: Final = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an item tells: mentions, and the post to look at again. Without mentions: why it is none of our business."""

    mentions: Sequence[Mention] = ()
    watch: Watched | None = None
    ignored: str = ""


class Reader(Protocol):
    """Understands the items of one list."""

    def new_page(self) -> None:
        """Take note that a page begins."""
        ...

    async def read(self, raw: bytes) -> Told:
        """Return what an item tells. Raises Refused; Unavailable where the server must be asked and does not answer."""
        ...


@dataclass(slots=True)
class _Findings:
    mentions: list[Mention] = field(default_factory=list)
    letters: list[DeadLetter] = field(default_factory=list)
    watches: list[Watched] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)


class Pages:
    """Passes pages on. Items that were passed on lately are skipped, so that pages may overlap."""

    def __init__(self, account_id: str, *, reader: Reader, send: Send, bookmarks: Bookmarks, clock: Clock) -> None:
        self._account_id = account_id
        self._reader = reader
        self._send = send
        self._bookmarks = bookmarks
        self._clock = clock
        self._passed_on: OrderedDict[str, None] = OrderedDict()

    async def pass_on(self, page: Sequence[Item]) -> None:
        """Return when Kafka has everything on the page and its posts are watched. Raises Unavailable: do it again."""
        new = {_key(item): item for item in page if _key(item) not in self._passed_on}
        if not new:
            return
        self._reader.new_page()
        found = _Findings()
        for item in new.values():
            await self._read(item, found)
        SEEN.labels(self._account_id).inc(len(new))
        trace = next_traceparent(None)
        try:
            await self._send(
                [*(packed(one, traceparent=trace) for one in found.mentions), *packed_letters(found.letters)]
            )
            await self._bookmarks.watch(found.watches)
        except Unavailable:
            SETTLED.labels(self._account_id, "returned").inc(len(new))
            raise
        self._count(found)
        self._remember(new)

    async def _read(self, item: Item, found: _Findings) -> None:
        try:
            told = await self._reader.read(item.raw)
        except Refused as refusal:
            self._set_aside(item, refusal, found)
        except Unavailable:
            raise
        except Exception as bug:
            # One item that we do not understand must not keep all later ones from being heard.
            log.exception("item met a bug", account=self._account_id)
            self._set_aside(item, refused(f"bug: {bug!r}"[:500]), found)
        else:
            found.mentions += told.mentions
            found.watches += [] if told.watch is None else [told.watch]
            found.outcomes["accepted" if told.mentions else "ignored"] += 1
            found.reasons.update([] if told.mentions else [told.ignored])

    def _set_aside(self, item: Item, refusal: Refused, found: _Findings) -> None:
        letter = letter_for(item.raw, refusal, origin=self._account_id, headers=_JSON, at=self._clock())
        found.letters.append(letter)
        found.outcomes["quarantined"] += 1

    def _count(self, found: _Findings) -> None:
        for outcome, count in found.outcomes.items():
            SETTLED.labels(self._account_id, outcome).inc(count)
        for reason, count in found.reasons.items():
            IGNORED.labels(self._account_id, reason).inc(count)
        log.info("page passed on", account=self._account_id, **found.outcomes)

    def _remember(self, keys: dict[str, Item]) -> None:
        self._passed_on.update(dict.fromkeys(keys))
        while len(self._passed_on) > _REMEMBERED:
            self._passed_on.popitem(last=False)


def _key(item: Item) -> str:
    return item.id or sha256(item.raw).hexdigest()
