"""Announcements become deliveries: what is new about a subject is kept with what every webhook is to be told of it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final, Protocol

import structlog
from prometheus_client import Counter

from services.respond.domain.webhooks.subject import Subject, Told
from services.respond.domain.webhooks.telling import Fact, hear, subject_of
from services.respond.domain.webhooks.webhook import Delivery, Webhook, deliveries
from shared.case.state.case import CANARY
from shared.contracts.case import CaseAnnounced
from shared.contracts.deadletter import DeadLetter
from shared.contracts.envelope import unpack
from shared.contracts.quarantine import dead_letter
from shared.contracts.reply import ReplyChanged
from shared.contracts.storm import StormChanged
from shared.contracts.topics import CASES, REPLIES, STORMS
from shared.kafka.record import Incoming, Rejected
from shared.runtime.clock import Clock
from shared.runtime.errors import Poison, Unavailable
from shared.runtime.failpoint import failpoint

log = structlog.get_logger()

_CARRIED: Final[Mapping[str, type[CaseAnnounced | ReplyChanged | StormChanged]]] = {
    CASES.name: CaseAnnounced,
    REPLIES.name: ReplyChanged,
    STORMS.name: StormChanged,
}
_TRIES: Final = 20

_events = Counter("earshot_webhook_events_total", "Events derived, whether anybody subscribes to them or not", ["type"])
_written = Counter("earshot_webhook_deliveries_total", "Deliveries put on their way")


class Webhooks(Protocol):
    """Who listens."""

    async def all(self) -> list[Webhook]: ...


class Subjects(Protocol):
    """What was seen, and what is on its way."""

    async def get(self, ids: Collection[str]) -> dict[str, Subject]: ...

    async def brands(self, case_ids: Collection[str]) -> dict[str, str]: ...

    async def keep(self, subjects: Sequence[Subject], deliveries: Sequence[Delivery], *, now: datetime) -> bool: ...


class Letters(Protocol):
    """The quarantine."""

    async def keep(self, letters: Sequence[tuple[DeadLetter, str | None]]) -> None: ...


class Teller:
    """Handles batches of care.cases, care.replies and care.storms. Again with the same batch tells nothing."""

    def __init__(self, *, webhooks: Webhooks, subjects: Subjects, letters: Letters, clock: Clock) -> None:
        self._webhooks = webhooks
        self._subjects = subjects
        self._letters = letters
        self._clock = clock

    async def handle(self, records: Sequence[Incoming]) -> Sequence[Rejected]:
        """Make durable what follows from the records; return those that carry no such fact. Raises Unavailable."""
        facts: dict[str, list[Fact]] = defaultdict(list)
        rejected: list[Rejected] = []
        for record in records:
            try:
                fact = _fact(record)
            except Poison as poison:
                rejected.append(Rejected(record=record, reason=str(poison)))
                continue
            facts[subject_of(fact)].append(fact)
        for _ in range(_TRIES):
            if await self._told(facts):
                return rejected
        raise Unavailable(f"what was seen kept changing under {_TRIES} tries")

    async def set_aside(self, rejected: Sequence[Rejected]) -> None:
        """Put what cannot be read into the quarantine, where a person sees it."""
        made = [dead_letter(one, station="respond webhooks", clock=self._clock) for one in rejected]
        await self._letters.keep([(letter, None) for letter in made])

    async def _told(self, facts: Mapping[str, Sequence[Fact]]) -> bool:
        """Read, derive and write once. False: somebody else wrote at the same time."""
        now = self._clock()
        webhooks = await self._webhooks.all()
        known = await self._subjects.get(facts)
        brands = await self._brands(facts, known)
        changed: list[Subject] = []
        told: list[Told] = []
        for subject_id, heard in facts.items():
            before = known.get(subject_id) or Subject(id=subject_id)
            if before.brand is None:
                before = replace(before, brand=brands.get(subject_id))
            after = before
            for fact in heard:
                after, more = hear(after, fact)
                told += more
            if after is not before and after.brand != CANARY:
                changed.append(after)
        sending = list(deliveries(told, webhooks))
        if not await self._subjects.keep(changed, sending, now=now):
            return False
        failpoint("after_deliveries_written")
        for one in told:
            _events.labels(one.event.type).inc()
        _written.inc(len(sending))
        log.info("announcements read", subjects=len(facts), events=len(told), deliveries=len(sending))
        return True

    async def _brands(self, facts: Mapping[str, Sequence[Fact]], known: Mapping[str, Subject]) -> dict[str, str]:
        """Return the brands of subjects that so far only answers tell of, by subject."""
        asked = {
            fact.case_id: subject_id
            for subject_id, heard in facts.items()
            if (subject_id not in known or known[subject_id].brand is None)
            for fact in heard
            if isinstance(fact, ReplyChanged)
        }
        found = await self._subjects.brands(asked) if asked else {}
        return {asked[case_id]: brand for case_id, brand in found.items()}


def _fact(record: Incoming) -> Fact:
    carried = _CARRIED.get(record.topic)
    if carried is None:
        raise Poison(f"webhooks do not read {record.topic}")
    return unpack(record, carried)
