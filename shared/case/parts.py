"""What a case is made of: the customer, their messages, our replies, its history."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """Who wrote to us, as the network knows them."""

    id: str | None = None
    handle: str | None = None
    display_name: str | None = None
    url: str | None = None
    followers: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What a message said before it was edited."""

    text: str
    revision: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One post of the customer's. `id` is the id of the first event about it; `events` are all that were applied."""

    id: str
    native_id: str
    events: tuple[str, ...]
    text: str
    revision: str
    occurred_at: datetime
    received_at: datetime
    classified_at: datetime
    routed_at: datetime
    api_id: str | None = None
    handle: str | None = None
    url: str | None = None
    visibility: str = "public"
    trigger: str = "mention"
    language: str | None = None
    sentiment: str | None = None
    intent: str | None = None
    severity: str = "normal"
    needs_answer: bool = True
    earlier: tuple[Revision, ...] = ()
    deleted_at: datetime | None = None


class ReplyStatus(StrEnum):
    """Where a reply stands (SEMANTICS, section 5)."""

    QUEUED = "queued"
    SENDING = "sending"
    POSTED = "posted"
    UNKNOWN = "unknown"
    NEEDS_HUMAN = "needs_human"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer of ours. `frozen` is the request body and `token` the idempotency key, both fixed at approval.

    `attempt` counts sendings and is the fence: what an earlier attempt reports late is refused, except a receipt.
    `due_at` is when the publisher has to look again: to send, to declare `sending` unknown, to look an unknown up, to
    delete what landed after its withdrawal. `changed_in` is the case version in which the reply last moved.
    `uncertain` counts the attempts that ended unknown; `unknown_since` is when the last of them did, while it is so.
    """

    id: str
    author: str
    text: str
    answers: str
    seen: str
    token: str
    frozen: str
    status: ReplyStatus
    queued_at: datetime
    changed_in: int
    due_at: datetime | None = None
    attempt: int = 0
    lookups: int = 0
    uncertain: int = 0
    unknown_since: datetime | None = None
    native_id: str | None = None
    url: str | None = None
    posted_at: datetime | None = None
    reason: str | None = None

    @property
    def is_active(self) -> bool:
        """Does this reply stand in the way of another answer to the same message? A posted one does too."""
        return self.status not in (ReplyStatus.FAILED, ReplyStatus.WITHDRAWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the case's history: what happened, through whom, when."""

    at: datetime
    by: str
    what: str
    note: str | None = None
