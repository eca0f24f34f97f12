"""The case itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from shared.case.clock import ClockKind, SlaClock
from shared.case.parts import Customer, Entry, Message, Reply
from shared.case.stage import SETTLED, Disposition, Stage

BUCKETS: Final = 256
FULL: Final = 500
FULL_TEXT: Final = 1_000_000
"""Messages, in all their forms, and characters in them at which a linked continuation opens.

So a case never outgrows a document of 16 MiB, which MongoDB would refuse for ever, with all that waits behind it.
"""
QUIET_PERIOD: Final = timedelta(hours=72)
"""How long a settled case waits for the customer before it closes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One customer's conversation with one brand on one network. `version` grows by one with each change."""

    id: str
    version: int
    brand: str
    network: str
    account_id: str
    customer_key: str
    customer: Customer
    stage: Stage
    severity: str
    opened_at: datetime
    changed_at: datetime
    language: str | None = None
    intent: str | None = None
    owner: str | None = None
    disposition: Disposition | None = None
    disposition_reason: str | None = None
    settled_at: datetime | None = None
    previous: str | None = None
    announce_from: int | None = None
    messages: tuple[Message, ...] = ()
    replies: tuple[Reply, ...] = ()
    clocks: tuple[SlaClock, ...] = ()
    history: tuple[Entry, ...] = ()

    @property
    def is_live(self) -> bool:
        """Can the customer's next message continue this case?"""
        return self.stage is not Stage.CLOSED

    @property
    def is_full(self) -> bool:
        """Is there no room for another message? The customer's next one opens the case that continues this one."""
        sizes = [
            len(text) for message in self.messages for text in (message.text, *(form.text for form in message.earlier))
        ]
        return len(sizes) >= FULL or sum(sizes) >= FULL_TEXT

    @property
    def live_key(self) -> str | None:
        """The customer's key while the case is live: unique, so that two live cases for one customer cannot exist."""
        return self.customer_key if self.is_live else None

    @property
    def bucket(self) -> int:
        """Which of 256 shares of the due index the case is in."""
        return sha256(self.id.encode()).digest()[0]

    @property
    def last_message(self) -> Message | None:
        """The customer's newest message that still stands, by the network's time and never by arrival."""
        return max(
            (message for message in self.messages if message.deleted_at is None),
            key=lambda message: (message.occurred_at, message.id),
            default=None,
        )

    @property
    def clock_due_at(self) -> datetime | None:
        """When the clock process has to look at this case; None when never."""
        times = [at for clock in self.clocks if (at := clock.next_at) is not None]
        if self.stage in SETTLED and self.settled_at is not None:
            times.append(self.settled_at + QUIET_PERIOD)
        return min(times, default=None)

    @property
    def answer_by(self) -> datetime | None:
        """The deadline of the answer that the customer waits for, passed or not; None when none is owed."""
        owed = (clock for clock in self.clocks if clock.kind is not ClockKind.RESOLUTION and clock.fulfilled_at is None)
        return min((due for clock in owed if (due := clock.due_at) is not None), default=None)

    @property
    def publish_due_at(self) -> datetime | None:
        """When the publisher has to look at this case; None when never."""
        return min((reply.due_at for reply in self.replies if reply.due_at is not None), default=None)

    def message(self, message_id: str) -> Message | None:
        """Return the message of that id."""
        return next((message for message in self.messages if message.id == message_id), None)

    def reply(self, reply_id: str) -> Reply | None:
        """Return the reply of that id."""
        return next((reply for reply in self.replies if reply.id == reply_id), None)

    def clock(self, kind: ClockKind) -> SlaClock | None:
        """Return the clock of that kind."""
        return next((clock for clock in self.clocks if clock.kind is kind), None)

    def has_applied(self, event_id: str) -> bool:
        """Has this event already had its effect here?"""
        return any(event_id in message.events for message in self.messages)

    def answer_to(self, message_id: str) -> Reply | None:
        """Return the active answer to a message; there is at most one."""
        return next((reply for reply in self.replies if reply.answers == message_id and reply.is_active), None)
