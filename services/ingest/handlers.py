"""The use case of the hot path: a sender's request becomes mentions and dead letters, then an answer."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

import structlog

from services.ingest.answers import answer_for
from services.ingest.domain.accounts import OurAccounts
from services.ingest.domain.limits import inflated
from services.ingest.domain.mention import Origin
from services.ingest.domain.reading import verdicts
from services.ingest.domain.refusal import Refused
from services.ingest.domain.verdicts import Accepted, Ignored, Quarantined, Verdict
from services.ingest.letters import letter_for
from services.ingest.metrics import IGNORED, REPLAYED, SEEN, SETTLED
from services.ingest.outlet import Send, packed, packed_letters
from services.ingest.replays import Answer, Delivery, Replays
from services.ingest.senders import Authentic
from shared.contracts.deadletter import DeadLetter
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable

log = structlog.get_logger()

_JSON: Final = {"content-type": "application/cloudevents+json"}
_OUTCOMES: Final = {Accepted: "accepted", Ignored: "ignored", Quarantined: "quarantined"}
_ALL_WELL: Final = Counter(accepted=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A request whose sender is known. `grow` takes room for the unpacked body; it may raise."""

    authentic: Authentic
    headers: Mapping[str, str]
    body: bytes
    traceparent: str
    grow: Callable[[int], None]


class Intake:
    """Takes parcels in."""

    def __init__(self, *, send: Send, accounts: OurAccounts, replays: Replays, clock: Clock) -> None:
        self._send = send
        self._accounts = accounts
        self._replays = replays
        self._clock = clock

    async def take(self, parcel: Parcel) -> Answer:
        """Return the answer once everything in it that is worth keeping is durable.

        Raises Unavailable when that is not known: nothing is remembered, and the sender sends it again.
        """
        sender = parcel.authentic.sender.id
        delivery = _delivery(parcel)
        known = None if delivery is None else self._replays.find(delivery, now=self._clock())
        if known is not None:
            REPLAYED.labels(sender).inc()
            return known
        found = self._judge(parcel)
        SEEN.labels(sender).inc(len(found))
        letters = [self._letter(parcel, one) if isinstance(one, Quarantined) else None for one in found]
        records = [packed(one.mention, traceparent=parcel.traceparent) for one in found if isinstance(one, Accepted)]
        records += packed_letters([letter for letter in letters if letter is not None])
        try:
            await self._send(records)
        except Unavailable:
            SETTLED.labels(sender, "returned").inc(len(found))
            raise
        answer = answer_for(found, [None if letter is None else letter.letter_id for letter in letters])
        _tell(sender, found, answer)
        if delivery is not None:
            self._replays.remember(delivery, answer, now=self._clock())
        return answer

    def _judge(self, parcel: Parcel) -> list[Verdict]:
        authentic = parcel.authentic
        origin = Origin(
            sender=authentic.sender.id,
            brand=authentic.sender.brand,
            delivery_id=authentic.delivery_id,
            verified=authentic.scheme,
        )
        try:
            plain = inflated(parcel.body, parcel.headers.get("content-encoding"))
            parcel.grow(len(plain))
            return verdicts(parcel.headers, plain, origin, accounts=self._accounts, now=self._clock())
        except Refused as refusal:
            return [Quarantined(parcel.body, refusal, ())]

    def _letter(self, parcel: Parcel, verdict: Quarantined) -> DeadLetter:
        headers = parcel.headers if verdict.raw is parcel.body else _JSON
        sender = parcel.authentic.sender.id
        return letter_for(verdict.raw, verdict.refusal, origin=sender, headers=headers, at=self._clock())


def _delivery(parcel: Parcel) -> Delivery | None:
    delivery_id = parcel.authentic.delivery_id
    if delivery_id is None:
        return None
    return Delivery(parcel.authentic.sender.id, delivery_id, sha256(parcel.body).digest())


def _tell(sender: str, found: Sequence[Verdict], answer: Answer) -> None:
    outcomes = Counter(_OUTCOMES[type(one)] for one in found)
    for outcome, count in outcomes.items():
        SETTLED.labels(sender, outcome).inc(count)
    for reason in (one.reason for one in found if isinstance(one, Ignored)) if "ignored" in outcomes else ():
        IGNORED.labels(sender, reason).inc()
    # The commonest case, one mention and all well, is left to the counters: a line would cost half the request's time.
    tell = log.debug if outcomes == _ALL_WELL else log.info
    tell("events taken", sender=sender, status=answer.status, **outcomes)
