"""Putting a set-aside record back onto the topic that it came from."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import Protocol

from services.respond.domain.letter import KeptLetter
from services.respond.domain.scope import Scope
from shared.case.refused import Refused
from shared.contracts.deadletter import DeadLetter
from shared.contracts.topics import TOPICS, Topic
from shared.kafka.record import Outgoing
from shared.runtime.clock import Clock

Send = Callable[[Sequence[Outgoing]], Awaitable[None]]
"""Returns when Kafka has the records. Raises Unavailable."""

_TOPICS = {topic.name: topic for topic in TOPICS}


class Letters(Protocol):
    """The quarantine."""

    async def get(self, scope: Scope, letter_id: str) -> KeptLetter | None: ...

    async def replayed(self, letter_id: str, *, by: str, at: datetime) -> None: ...


class NoSuchLetter(Exception):
    """There is no letter of that id, for this agent."""


class Replays:
    """Replays letters, as often as somebody asks: what had its effect before has none again."""

    def __init__(self, *, letters: Letters, send: Send, clock: Clock) -> None:
        self._letters = letters
        self._send = send
        self._clock = clock

    async def replay(self, letter_id: str, *, by: str, scope: Scope) -> KeptLetter:
        """Send the original bytes, key and headers, take note of who asked, and return the letter as it then is.

        The record first, the note second: a crash between them costs a second replay, which changes nothing.
        Raises NoSuchLetter, Refused (a letter that never was on a topic) and Unavailable.
        """
        kept = await self._get(letter_id, scope)
        letter = kept.letter
        topic = topic_of(letter)
        record = Outgoing(
            topic=topic.name, key=letter.key_bytes(), value=letter.value_bytes(), headers=letter.header_bytes()
        )
        await self._send([record])
        await self._letters.replayed(letter_id, by=by, at=self._clock())
        return await self._get(letter_id, scope)

    async def _get(self, letter_id: str, scope: Scope) -> KeptLetter:
        kept = await self._letters.get(scope, letter_id)
        if kept is None:
            raise NoSuchLetter(letter_id)
        return kept


def topic_of(letter: DeadLetter) -> Topic:
    """Return the topic that a letter came from. Raises Refused where there is none to put it back onto."""
    if letter.topic is None:
        raise Refused(
            "no_topic",
            f"this was refused before it reached a topic; ask its sender ({letter.origin or 'unknown'}) to correct "
            "and send it again",
            origin=letter.origin,
        )
    if letter.topic not in _TOPICS:
        raise Refused("unknown_topic", f"{letter.topic} is no topic of ours, so nobody would read it there")
    return _TOPICS[letter.topic]
