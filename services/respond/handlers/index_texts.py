"""Following the cases for the search: each announced case is read as it is now, and what it says is kept."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

import structlog

from shared.case.state.case import Case
from shared.contracts.case import CaseAnnounced
from shared.contracts.deadletter import DeadLetter
from shared.contracts.envelope import unpack
from shared.contracts.quarantine import dead_letter
from shared.kafka.record import Incoming, Rejected
from shared.runtime.clock import Clock
from shared.runtime.errors import Poison

log = structlog.get_logger()


class Cases(Protocol):
    """Where cases are kept. Raises Unavailable."""

    async def some(self, case_ids: Collection[str]) -> list[Case]: ...


class Texts(Protocol):
    """What is searched. Raises Unavailable."""

    async def keep(self, cases: Sequence[Case], *, now: datetime) -> int: ...


class Letters(Protocol):
    """The quarantine."""

    async def keep(self, letters: Sequence[tuple[DeadLetter, str | None]]) -> None: ...


class Indexing:
    """Handles batches of care.cases. Again with the same batch, or an older one, changes nothing."""

    def __init__(self, *, cases: Cases, texts: Texts, letters: Letters, clock: Clock) -> None:
        self._cases = cases
        self._texts = texts
        self._letters = letters
        self._clock = clock

    async def handle(self, records: Sequence[Incoming]) -> Sequence[Rejected]:
        """Keep what the announced cases say now; return the records that announce none. Raises Unavailable."""
        changed: dict[str, None] = {}
        rejected: list[Rejected] = []
        for record in records:
            try:
                changed[unpack(record, CaseAnnounced).case_id] = None
            except Poison as poison:
                rejected.append(Rejected(record=record, reason=str(poison)))
        if changed:
            found = await self._cases.some(changed.keys())
            texts = await self._texts.keep(found, now=self._clock())
            log.info("texts kept for the search", cases=len(found), texts=texts)
        return rejected

    async def set_aside(self, rejected: Sequence[Rejected]) -> None:
        """Keep what announces no case in the quarantine, without a brand: it cannot be believed whose it is."""
        letters = [dead_letter(one, station="respond search", clock=self._clock) for one in rejected]
        await self._letters.keep([(letter, None) for letter in letters])
