"""What can be asked of a case. Time and ids come along; a command carries everything that its decision needs."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from shared.case.reply_commands import Answering, Publishing
from shared.case.state.parts import Customer, Message
from shared.case.state.policy import NO_BOOK, Book
from shared.case.state.stage import Disposition


@dataclass(frozen=True, slots=True, kw_only=True)
class Hear:
    """The customer said, edited or deleted something. `online`: the agents who are at work now.

    `customer_key`: whose word it is; None: the case's own customer's.
    """

    kind: str
    message: Message
    book: Book
    online: frozenset[str] = frozenset()
    customer_key: str | None = None


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
    last_owner: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HearEcho:
    """We answered the customer in the network's own app, or what the publisher posted came back to us.

    `reply_id`: for the reply that it may become. `answers`: the post that it answers, by either of its network's ids.
    """

    reply_id: str
    native_id: str
    answers: str | None
    text: str
    url: str | None
    posted_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign:
    """Give the case to an agent."""

    agent: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """Give the case into the hands of a colleague, who is told. `note`: what they should know."""

    to: str
    by: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Put the case back into the queue. `avoid`: its owner should not be given it again if there is anybody else."""

    by: str
    why: str | None = None
    avoid: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Snooze:
    """Put the case aside until a time; the customer's next message ends it earlier."""

    by: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Put the case on hold for something that is not the customer's doing; until a time, or until it is resumed."""

    by: str
    reason: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume:
    """Take up a case that was put aside."""

    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopen:
    """Take up a case that was settled."""

    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolve:
    """Settle the case. Every disposition but `answered` needs a reason."""

    by: str
    disposition: Disposition
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """Put a word on the case by which it is found and counted: a slug (shared.case.state.tags)."""

    tag: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Untag:
    """Take a tag off the case."""

    tag: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyPolicies:
    """Policies or calendars have changed: recompute the clocks that still run."""

    book: Book


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """Do what has fallen due: warnings and breaches with what they set off, the end of a rest, closing."""

    book: Book = NO_BOOK


Command: TypeAlias = (
    Hear
    | HearEcho
    | Assign
    | Transfer
    | Release
    | Snooze
    | Hold
    | Resume
    | Reopen
    | Resolve
    | Tag
    | Untag
    | ApplyPolicies
    | Tick
    | Answering
    | Publishing
)
"""Commands to a case that exists; `Open` makes one, and `merge` joins two."""
