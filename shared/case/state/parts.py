"""What a case is made of besides our replies: the customer, their messages, its history."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """Who wrote to us, as the network knows them."""

    id: str | None = None
    handle: str | None = None
    display_name: str | None = None
    url: str | None = None
    followers: int | None = None
    tier: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What a message said before it was edited."""

    text: str
    revision: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What classify said of a message as it reads now, by which version of the model.

    The message's own labels can be graver: fame lifts them, and so does what it said before it was edited.
    """

    model: str
    language: str
    sentiment: str
    intent: str
    severity: str
    needs_answer: bool
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One post of the customer's. `id` is the id of the first event about it; `events` are all that were applied.

    `waits_from`: when the customer's wait for an answer to it began. `answered_by`: the reply that ended it. `origin`:
    the case that it came with, or belongs to, when that was merged into this one. `flags` are sorted; `judged` is None
    for messages from before it was kept.
    """

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
    flags: tuple[str, ...] = ()
    judged: Judged | None = None
    earlier: tuple[Revision, ...] = ()
    deleted_at: datetime | None = None
    waits_from: datetime | None = None
    answered_by: str | None = None
    origin: str | None = None

    @property
    def since(self) -> datetime:
        """Since when the customer has waited for an answer to it."""
        return self.waits_from or self.occurred_at

    @property
    def is_unanswered(self) -> bool:
        """Does it stand there without an answer?"""
        return self.deleted_at is None and self.answered_by is None

    @property
    def waits(self) -> bool:
        """Does the customer wait for an answer to it?"""
        return self.needs_answer and self.is_unanswered


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the case's history: what happened, through whom, when."""

    at: datetime
    by: str
    what: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Somebody is to be told: `to` is an agent's id, or None for the supervisors. `changed_in`: the case version."""

    at: datetime
    about: str
    changed_in: int
    to: str | None = None
