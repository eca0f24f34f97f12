"""What happened to an answer of ours. Past-tense facts, as all events of a case."""

from dataclasses import dataclass
from datetime import datetime

from shared.case.state.reply import Reply, ReplyStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagesAnswered:
    """A reply that the customer can read answers these messages."""

    messages: tuple[str, ...]
    reply_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyAdded:
    """An answer came about: for approval, for publication, or posted already in the network's own app."""

    reply: Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyMoved:
    """An answer went to another status."""

    reply_id: str
    status: ReplyStatus
    by: str
    due_at: datetime | None = None
    attempt: int | None = None
    looked_up: bool = False
    native_id: str | None = None
    url: str | None = None
    posted_at: datetime | None = None
    reason: str | None = None
    approved_by: str | None = None
    part: int = 0
    api_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyUnwanted:
    """Somebody wants an answer back that is on its way (`what`: withdrawal) or on the network (deletion)."""

    reply_id: str
    by: str
    what: str
    due_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyPostponed:
    """The publisher will look at an answer at another time. It may do so for days, so it is no line of the history."""

    reply_id: str
    due_at: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EchoDropped:
    """What was taken for an answer from the network's own app turned out to be one of ours."""

    reply_id: str
    is_really: str
