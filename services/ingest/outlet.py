"""The one way out: mentions and dead letters, written together and acknowledged together."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from shared.contracts.deadletter import DeadLetter
from shared.contracts.envelope import pack
from shared.contracts.mention import Mention
from shared.contracts.quarantine import letter_record
from shared.contracts.topics import MENTIONS
from shared.kafka.record import Outgoing

Send = Callable[[Sequence[Outgoing]], Awaitable[None]]
"""Writes records and returns when Kafka has acknowledged all. Raises Unavailable."""

_SOURCE: Final = "/earshot/ingest"


def packed(mention: Mention, *, traceparent: str) -> Outgoing:
    """Return the mention's record. `limits.EVENT_BYTES` sees to it that it is never larger than Kafka takes."""
    return pack(
        MENTIONS,
        mention,
        key=mention.customer_key,
        fact_id=mention.event_id,
        source=_SOURCE,
        at=mention.received_at,
        traceparent=traceparent,
    )


def packed_letters(letters: Sequence[DeadLetter]) -> list[Outgoing]:
    """Return the records of letters; one for each thing refused, however often it was."""
    return [letter_record(letter) for letter in {letter.letter_id: letter for letter in letters}.values()]
