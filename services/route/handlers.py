"""A batch of classified mentions becomes changes of cases: one look-up, pure transitions, one bulk write, one flush."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final, Protocol

import structlog

from services.route.domain.changes import Changed, changed
from services.route.domain.translate import Ground
from shared.case.keeping import Past, Step
from shared.case.kept.announce import announcement_record
from shared.case.state.case import Case
from shared.contracts.classification import MentionClassified
from shared.contracts.envelope import unpack
from shared.contracts.mention import MentionKind
from shared.kafka.record import Incoming, Outgoing, Rejected
from shared.runtime.clock import Clock
from shared.runtime.errors import Poison, Unavailable

log = structlog.get_logger()

Send = Callable[[Sequence[Outgoing]], Awaitable[None]]

_TRIES: Final = 20


class Cases(Protocol):
    """Where cases are kept."""

    async def live(self, keys: Iterable[str]) -> dict[str, Case]: ...
    async def past(self, keys: Iterable[str]) -> list[Past]: ...
    async def get(self, case_id: str) -> Case: ...
    async def save(self, steps: Sequence[Step]) -> bool: ...


class Router:
    """The use case of this station."""

    def __init__(self, *, cases: Cases, send: Send, ground: Callable[[], Ground], clock: Clock) -> None:
        """`ground` gives the service levels and the agents at work as they are now, without waiting for anything."""
        self._cases = cases
        self._send = send
        self._ground = ground
        self._clock = clock

    async def route(self, records: Sequence[Incoming]) -> Sequence[Rejected]:
        """Make every mention's effect durable and announced; return what is no classified mention.

        A second time with the same records changes no case, and announces their state again. Raises Unavailable.
        """
        now = self._clock()
        by_customer: dict[str, list[MentionClassified]] = defaultdict(list)
        traces: dict[str, str | None] = {}
        rejected: list[Rejected] = []
        for record in records:
            try:
                fact = unpack(record, MentionClassified)
            except Poison as poison:
                rejected.append(Rejected(record=record, reason=str(poison)))
                continue
            if fact.mention.kind is not MentionKind.ENGAGEMENT:
                by_customer[fact.mention.customer_key].append(fact)
                traces[fact.mention.customer_key] = record.traceparent
        outcome = await self._change(by_customer, now=now)
        if not outcome.won:
            outcome = await self._singly(by_customer, now=now)
        await self._send(
            [
                announcement_record(case, source="/earshot/route", at=now, traceparent=traces.get(case.customer_key))
                for case in outcome.cases
            ]
        )
        log.info("mentions routed", mentions=len(records) - len(rejected), cases=len(outcome.cases))
        return rejected

    async def _change(self, by_customer: Mapping[str, Sequence[MentionClassified]], *, now: datetime) -> "_Outcome":
        """Look up, decide and write once for all these customers."""
        live, ground = await self._cases.live(by_customer), self._ground()
        # Only a live case that continues an earlier one leaves closed ones behind it.
        with_past = [key for key in by_customer if key not in live or live[key].previous is not None]
        past: dict[str, list[Past]] = defaultdict(list)
        if with_past:
            for one in await self._cases.past(with_past):
                for key in one.keys:
                    past[key].append(one)
        # Rare: a crash left a full case closed, and the one that continues it unopened.
        full = {
            key: await self._cases.get(past[key][-1].case_id)
            for key in with_past
            if key not in live and past[key] and past[key][-1].is_continued
        }
        found: list[Changed] = [
            changed(live.get(key), past.get(key, ()), facts, ground, now=now, full=full.get(key))
            for key, facts in by_customer.items()
        ]
        won = await self._cases.save([step for one in found for step in one.steps])
        return _Outcome(won=won, cases=[case for one in found for case in one.cases])

    async def _singly(self, by_customer: Mapping[str, Sequence[MentionClassified]], *, now: datetime) -> "_Outcome":
        """Somebody else wrote at the same time. Decide again for each customer on what is there now, until it holds."""
        log.info("batch met another writer", customers=len(by_customer))
        cases: list[Case] = []
        for key, facts in by_customer.items():
            for _ in range(_TRIES):
                outcome = await self._change({key: facts}, now=now)
                if outcome.won:
                    cases += outcome.cases
                    break
            else:
                raise Unavailable(f"a case kept changing under {_TRIES} tries")
        return _Outcome(won=True, cases=cases)


class _Outcome:
    def __init__(self, *, won: bool, cases: list[Case]) -> None:
        self.won = won
        self.cases = cases
