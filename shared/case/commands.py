"""What can be asked of a case. Time and ids come along; a command carries everything that its decision needs."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from shared.case.parts import Customer, Message
from shared.case.stage import Disposition


@dataclass(frozen=True, slots=True, kw_only=True)
class Hear:
    """The customer said, edited or deleted something."""

    kind: str
    message: Message
    clock_start: datetime
    target_seconds: int
    warn_share: float = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A customer without a live case said something: open one with it."""

    case_id: str
    brand: str
    network: str
    account_id: str
    customer_key: str
    customer: Customer
    hear: Hear
    previous: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign:
    """Give the case to an agent."""

    agent: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Put the case back into the queue."""

    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Queue a public answer. `answers` is the message answered, `seen` the last message that its author saw."""

    reply_id: str
    by: str
    text: str
    answers: str
    seen: str
    token: str
    frozen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw:
    """Take a queued answer back. Promised only once this command has won."""

    reply_id: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Postpone:
    """Leave a queued answer for later: nothing may be sent from its account now. It is no attempt."""

    reply_id: str
    until: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StartSending:
    """Claim a queued answer for one attempt; after `until` it counts as unknown."""

    reply_id: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPosted:
    """The network has the post: its receipt, or a look-up that found it. True whichever attempt sent it."""

    reply_id: str
    native_id: str
    url: str | None
    posted_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportUnknown:
    """Nobody knows whether the attempt posted. Look it up at `look_at`."""

    reply_id: str
    attempt: int
    reason: str
    look_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportNotSent:
    """The attempt provably posted nothing: refused for now (429), or a look-up proved it absent."""

    reply_id: str
    attempt: int
    reason: str
    again_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFailed:
    """The network will never take this post."""

    reply_id: str
    attempt: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskHuman:
    """Look-ups cannot tell; a person has to."""

    reply_id: str
    attempt: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Retract:
    """A withdrawn answer has landed all the same: delete it on the network at `delete_at`."""

    reply_id: str
    native_id: str
    url: str | None
    delete_at: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDeleted:
    """The network no longer has the withdrawn answer that had landed."""

    reply_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settle:
    """A person says that an unknown answer was never posted."""

    reply_id: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolve:
    """Settle the case. Every disposition but `answered` needs a reason."""

    by: str
    disposition: Disposition
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """Do what has fallen due: warnings, breaches, closing after the quiet period."""


Command: TypeAlias = (
    Hear
    | Assign
    | Release
    | Answer
    | Withdraw
    | Postpone
    | StartSending
    | ReportPosted
    | ReportUnknown
    | ReportNotSent
    | ReportFailed
    | AskHuman
    | Retract
    | ReportDeleted
    | Settle
    | Resolve
    | Tick
)
"""Commands to a case that exists; `Open` makes one."""
