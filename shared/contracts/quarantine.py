"""Setting records aside on care.deadletters, where a person can see and replay them."""

from collections.abc import Awaitable, Callable, Sequence

from shared.contracts.deadletter import DeadLetter, as_base64, headers_as_base64
from shared.contracts.envelope import pack
from shared.contracts.topics import DEADLETTERS
from shared.kafka.record import Outgoing, Rejected
from shared.runtime.clock import Clock

Send = Callable[[Sequence[Outgoing]], Awaitable[None]]


def dead_letter(rejected: Rejected, *, station: str, clock: Clock) -> DeadLetter:
    """Return the letter for a record. Its id is the record's place and time, so that setting aside twice is once.

    The time, because a topic that is made anew (as the mock cluster's are, each time) counts its places from 0 again.
    """
    record = rejected.record
    place = f"{station}:{record.topic}:{record.partition}:{record.offset}"
    return DeadLetter(
        letter_id=f"{place}:{record.timestamp_ms}".replace(" ", "-"),
        station=station,
        reason=rejected.reason,
        detail=rejected.detail,
        attempts=rejected.attempts,
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        key=as_base64(record.key),
        value=as_base64(record.value),
        headers=headers_as_base64(record.headers),
        at=clock(),
    )


def letter_record(letter: DeadLetter) -> Outgoing:
    """Return the record that carries a letter, under the key of the original."""
    key = letter.key_bytes()
    return pack(
        DEADLETTERS,
        letter,
        key=letter.letter_id if key is None else key.decode("utf-8", "replace"),
        fact_id=letter.letter_id,
        source=f"/earshot/{letter.station.replace(' ', '/')}",
        at=letter.at,
    )


def set_aside_with(send: Send, *, station: str, clock: Clock) -> Callable[[Sequence[Rejected]], Awaitable[None]]:
    """Return what a consumer calls with the records that it could not take; it returns when Kafka has them."""

    async def set_aside(rejected: Sequence[Rejected]) -> None:
        await send([letter_record(dead_letter(one, station=station, clock=clock)) for one in rejected])

    return set_aside
