"""The relay: what the writers of this station changed is announced, at least once, in its newest version.

A crash between the announcement and the mark announces again under the same ids, and readers skip what they have seen.
"""

import asyncio
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Final, Protocol

import structlog
from prometheus_client import Counter

from shared.case.kept.announce import announcement_record
from shared.case.state.case import BUCKETS, Case
from shared.case.state.reply import Reply
from shared.contracts.envelope import pack
from shared.contracts.reply import ReplyChanged, ReplyState
from shared.contracts.topics import REPLIES
from shared.kafka.record import Outgoing
from shared.runtime.again import again
from shared.runtime.clock import Clock
from shared.runtime.failpoint import failpoint

log = structlog.get_logger()

ALL: Final = frozenset(range(BUCKETS))
_SOURCE: Final = "/earshot/respond"

_announced = Counter("earshot_relay_records_total", "Records written by the relay")


class Cases(Protocol):
    """Where changes wait to be announced."""

    async def unannounced(self, *, limit: int, buckets: Collection[int]) -> list[Case]: ...
    async def mark_announced(self, cases: Sequence[Case]) -> None: ...


class Facts(Protocol):
    """Where announcements go."""

    async def start(self) -> None: ...
    async def send(self, records: Sequence[Outgoing]) -> None: ...


class Relay:
    """Announces batch by batch."""

    def __init__(
        self,
        *,
        cases: Cases,
        facts: Facts,
        clock: Clock,
        mine: Callable[[], Collection[int]] = lambda: ALL,
        batch: int = 200,
        poll_seconds: float = 0.1,
    ) -> None:
        """`mine`: the buckets that this process looks after now, so that several announce nothing twice."""
        self._cases = cases
        self._mine = mine
        self._facts = facts
        self._clock = clock
        self._batch = batch
        self._poll_seconds = poll_seconds

    async def run(self, stop: asyncio.Event) -> None:
        """Announce until told to stop; while Kafka or MongoDB is away, changes wait where they are."""
        await again(self._look, stop=stop, every=self._poll_seconds, name="relay")

    async def _look(self) -> bool:
        await self._facts.start()
        return await self.announce() == self._batch

    async def announce(self) -> int:
        """Announce one batch of cases and return their number. Raises Unavailable: announce them again."""
        mine = self._mine()
        cases = await self._cases.unannounced(limit=self._batch, buckets=mine) if mine else []
        if not cases:
            return 0
        now = self._clock()
        records: list[Outgoing] = []
        told: list[Case] = []
        for case in cases:
            try:
                records += announcements(case, at=now)
                told.append(case)
            except Exception:
                # One case that meets a bug of ours must not silence the others; it keeps its mark.
                log.exception("an announcement met a bug", case=case.id)
        await self._facts.send(records)
        failpoint("after_announce")
        await self._cases.mark_announced(told)
        _announced.inc(len(records))
        log.info("changes announced", cases=len(told), records=len(records))
        return len(told)


def announcements(case: Case, *, at: datetime) -> list[Outgoing]:
    """Return the records that tell of a case and of the answers on it that moved."""
    return [
        announcement_record(case, source=_SOURCE, at=at),
        *(
            pack(
                REPLIES,
                reply_changed(case, reply),
                key=case.id,
                fact_id=f"{reply.id}:{reply.changed_in}",
                source=_SOURCE,
                at=at,
            )
            for reply in changed_replies(case)
        ),
    ]


def changed_replies(case: Case) -> list[Reply]:
    """Return the answers that moved since the case was last announced."""
    since = case.announce_from
    return [] if since is None else [reply for reply in case.replies if reply.changed_in >= since]


def reply_changed(case: Case, reply: Reply) -> ReplyChanged:
    """Return what the world is told of an answer: where it stands, never what it says."""
    return ReplyChanged(
        reply_id=reply.id,
        case_id=case.id,
        case_version=reply.changed_in,
        state=ReplyState(reply.status.value),
        author=reply.author,
        answers=reply.answers,
        network=case.network,
        account_id=case.account_id,
        native_id=reply.native_id,
        url=reply.url,
        reason=reply.reason,
        at=case.changed_at,
    )
