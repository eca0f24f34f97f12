"""The lane that every mention takes: records in, records out, in batches."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Final

import structlog

from services.classify.domain.complaint import signals_id
from services.classify.handlers import Understood
from shared.contracts.classification import MentionClassified
from shared.contracts.envelope import pack, unpack
from shared.contracts.mention import Mention
from shared.contracts.storm import SignalsCounted
from shared.contracts.topics import CLASSIFIED, SIGNALS
from shared.kafka.record import Incoming, Outgoing, Rejected
from shared.runtime.errors import Poison
from shared.runtime.ids import next_traceparent

log = structlog.get_logger()

SOURCE: Final = "/earshot/classify/lane"
# Kafka refuses a record above a megabyte for ever, so it must not hold up the batch as if the world were down.
_LARGEST: Final = 1_000_000

UnderstandMentions = Callable[[Sequence[Mention]], Awaitable[Understood]]
Send = Callable[[Sequence[Outgoing]], Awaitable[None]]


class Lane:
    """Handles a batch of records of care.mentions."""

    def __init__(self, understand: UnderstandMentions, send: Send) -> None:
        self._understand = understand
        self._send = send

    async def __call__(self, records: Sequence[Incoming]) -> list[Rejected]:
        """Return what cannot be taken once Kafka has the classification of all the rest.

        Raises Unavailable when Kafka does not answer. Called again with the same records, it writes the same ids.
        """
        taken, mentions, rejected = _unpacked(records)
        understood = await self._understand(mentions)
        outgoing: list[Outgoing] = []
        for record, fact in zip(taken, understood.classified, strict=True):
            out = _classified(fact, record)
            if len(out.value or b"") <= _LARGEST:
                outgoing.append(out)
            else:
                rejected.append(Rejected(record=record, reason="too large for Kafka once classified"))
        outgoing += [_signals(counted) for counted in understood.signals]
        await self._send(outgoing)
        log.debug("mentions classified", count=len(taken), rejected=len(rejected), signals=len(understood.signals))
        return rejected


def _unpacked(records: Sequence[Incoming]) -> tuple[list[Incoming], list[Mention], list[Rejected]]:
    taken: list[Incoming] = []
    mentions: list[Mention] = []
    rejected: list[Rejected] = []
    for record in records:
        try:
            mentions.append(unpack(record, Mention))
            taken.append(record)
        except Poison as poison:
            rejected.append(Rejected(record=record, reason=str(poison)))
    return taken, mentions, rejected


def _classified(fact: MentionClassified, record: Incoming) -> Outgoing:
    return pack(
        CLASSIFIED,
        fact,
        key=fact.mention.customer_key,
        fact_id=fact.mention.event_id,
        source=SOURCE,
        at=fact.classified_at,
        traceparent=next_traceparent(record.traceparent),
    )


def _signals(counted: SignalsCounted) -> Outgoing:
    """Storms count by the event times inside. The record's own time stays Kafka's, because retention goes by it: a
    replayed day of last year would be gone before it was read."""
    newest = max(signal.occurred_at for signal in counted.signals)
    return pack(SIGNALS, counted, key=counted.brand, fact_id=signals_id(counted), source=SOURCE, at=newest)
