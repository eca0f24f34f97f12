"""The case itself."""

from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from functools import cached_property
from hashlib import sha256
from typing import Final

from shared.case.state.clock import ClockKind, SlaClock
from shared.case.state.parts import Customer, Entry, Message, Notice
from shared.case.state.policy import Facts
from shared.case.state.reply import Reply
from shared.case.state.stage import OURS, SETTLED, TERMINAL, Stage
from shared.case.state.standing import Absorbed, Standing
from shared.case.state.terms import NO_TERMS, Terms

BUCKETS: Final = 256
FULL: Final = 500
FULL_TEXT: Final = 1_000_000
"""Messages, in all their forms, and characters in them at which a linked continuation opens.

So a case never outgrows a document of 16 MiB, which MongoDB would refuse for ever, with all that waits behind it.
"""
CANARY: Final = "earshot-canary"
"""The brand of the watchdog's own case, which no agent sees."""
UNHURRIED: Final = timedelta(hours=24)
"""How long a case without a deadline may be passed over in the queue by those with one, so that it never starves."""


@dataclass(frozen=True, kw_only=True)
class Case(Standing):
    """One customer's conversation with one brand on one network. `version` grows by one with each change.

    Ownership is the lease on a case: its owner answers, and loses it by silence (giving_back). `fence` grows by one
    with each change of owner; it tells the holder apart from a former one, who may be the same agent and not know.

    `tags` are slugs, sorted. They stay with the case that they were put on: a merge copies none.

    What is derived and asked for more than once is worked out once: a case never changes, the next one is another.
    """

    id: str
    version: int
    brand: str
    network: str
    account_id: str
    customer_key: str
    customer: Customer
    opened_at: datetime
    changed_at: datetime
    language: str | None = None
    intent: str | None = None
    terms: Terms = NO_TERMS
    queue: str | None = None
    tags: tuple[str, ...] = ()
    fence: int = 0
    previous: str | None = None
    merged_into: str | None = None
    before_merge: Standing | None = None
    announce_from: int | None = None
    messages: tuple[Message, ...] = ()
    replies: tuple[Reply, ...] = ()
    clocks: tuple[SlaClock, ...] = ()
    history: tuple[Entry, ...] = ()
    absorbed: tuple[Absorbed, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def standing(self) -> Standing:
        """Where it stands."""
        return Standing(**{field.name: getattr(self, field.name) for field in fields(Standing)})

    @property
    def is_canary(self) -> bool:
        """Is it the watchdog's own?"""
        return self.brand == CANARY

    @property
    def is_live(self) -> bool:
        """Can the customer's next message continue this case?"""
        return self.stage not in TERMINAL

    @property
    def is_full(self) -> bool:
        """Is there no room for another message? The customer's next one opens the case that continues this one."""
        sizes = [
            len(text) for message in self.messages for text in (message.text, *(form.text for form in message.earlier))
        ]
        return len(sizes) >= FULL or sum(sizes) >= FULL_TEXT

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The customers whose messages belong here: its own, and those of the cases that were merged into it."""
        return (self.customer_key, *(key for one in self.absorbed for key in one.keys))

    @property
    def live_keys(self) -> tuple[str, ...]:
        """The keys while the case is live: unique, so that two live cases for one customer cannot exist."""
        return self.keys if self.is_live else ()

    @property
    def bucket(self) -> int:
        """Which of 256 shares of the due index the case is in."""
        return sha256(self.id.encode()).digest()[0]

    @property
    def spoken(self) -> str | None:
        """The primary tag of the customer's language (`nl` of `nl-BE`); None where nobody knows it."""
        primary = (self.language or "und").partition("-")[0].lower()
        return None if primary == "und" else primary

    @cached_property
    def facts(self) -> Facts:
        """What policies and queues tell it apart by."""
        return Facts(
            brand=self.brand,
            network=self.network,
            severity=self.severity,
            at=self.opened_at,
            tier=self.customer.tier,
            language=self.spoken,
            intent=self.intent,
            needs_answer=any(message.needs_answer for message in self.messages),
        )

    @property
    def last_message(self) -> Message | None:
        """The customer's newest message that still stands, by the network's time and never by arrival."""
        return max(
            (message for message in self.messages if message.deleted_at is None),
            key=lambda message: (message.occurred_at, message.id),
            default=None,
        )

    @property
    def waits_from(self) -> datetime | None:
        """Since when somebody has waited for us; None when nobody does.

        That is a customer who waits for an answer. While it is our turn, it also is what needs none, until somebody has
        said what became of it.
        """
        if self.stage in SETTLED or self.stage is Stage.AWAITING_CUSTOMER or not self.is_live:
            return None
        waiting = [message.since for message in self.messages if message.waits]
        if not waiting and self.is_ours:
            waiting = [message.since for message in self.messages if message.is_unanswered]
        return min(waiting, default=None)

    @property
    def is_without_outcome(self) -> bool:
        """Has it ended without a disposition? It never should have."""
        return self.stage in (SETTLED | TERMINAL) and self.disposition is None

    @property
    def rests_until(self) -> datetime | None:
        """When its stage ends by itself: a snooze, a hold with a time, the quiet after an answer or a settling."""
        quiet = timedelta(seconds=self.terms.quiet_seconds)
        if self.stage in SETTLED:
            return (self.settled_at or self.stage_at) + quiet
        if self.stage is Stage.AWAITING_CUSTOMER:
            return self.stage_at + quiet
        return self.aside_until

    def runs(self, clock: SlaClock) -> bool:
        """Is this clock still this case's to keep? What a closed case owes, the case owes that continues it."""
        return self.is_live or not clock.is_open

    @property
    def clock_due_at(self) -> datetime | None:
        """When the clock process has to look at this case; None when never."""
        if self.stage is Stage.MERGED:
            return None
        times = [at for clock in self.clocks if self.runs(clock) and (at := clock.next_at) is not None]
        if self.rests_until is not None:
            times.append(self.rests_until)
        return min(times, default=None)

    @cached_property
    def answer_by(self) -> datetime | None:
        """The deadline of the answer that the customer waits for, passed or not; None when none is owed."""
        if not self.is_live or self.stage in SETTLED:
            return None
        owed = (clock for clock in self.clocks if clock.is_response and clock.is_open)
        return min((due for clock in owed if (due := clock.due_at) is not None), default=None)

    @property
    def demand(self) -> str | None:
        """What it asks of an agent, while it waits for one: brand, network, language and queue, as one text."""
        if self.stage is not Stage.NEW:
            return None
        return "|".join((self.brand, self.network, self.spoken or "", self.queue or ""))

    @property
    def serve_by(self) -> datetime | None:
        """Its place in the line while it waits for an agent: the earliest first."""
        return (self.answer_by or self.stage_at + UNHURRIED) if self.stage is Stage.NEW else None

    @property
    def publish_due_at(self) -> datetime | None:
        """When the publisher has to look at this case; None when never."""
        if self.stage is Stage.MERGED:
            return None
        return min((reply.due_at for reply in self.replies if reply.due_at is not None), default=None)

    @property
    def is_ours(self) -> bool:
        """Is it our turn?"""
        return self.stage in OURS

    def message(self, message_id: str) -> Message | None:
        """Return the message of that id."""
        return next((message for message in self.messages if message.id == message_id), None)

    def reply(self, reply_id: str) -> Reply | None:
        """Return the reply of that id."""
        return next((reply for reply in self.replies if reply.id == reply_id), None)

    def clock(self, kind: ClockKind, *, origin: str | None = None) -> SlaClock | None:
        """Return the newest clock of that kind."""
        return next((one for one in reversed(self.clocks) if one.kind is kind and one.origin == origin), None)

    def origin_of(self, customer_key: str) -> str | None:
        """Return the merged case to which this customer's messages belong; None: they belong to the case itself."""
        return next(
            (
                case
                for one in self.absorbed
                for case, key in zip(one.cases, one.keys, strict=True)
                if key == customer_key
            ),
            None,
        )

    def has_applied(self, event_id: str) -> bool:
        """Has this event already had its effect here?"""
        return any(event_id in message.events for message in self.messages)

    def answer_to(self, message_id: str) -> Reply | None:
        """Return the active answer to a message; there is at most one."""
        return next((reply for reply in self.replies if reply.answers == message_id and reply.is_active), None)
