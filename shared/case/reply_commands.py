"""What can be asked of a case about an answer: `Answering` comes from people, `Publishing` from the publisher."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Queue a public answer. `answers` is the message answered, `seen` the last message that its author saw.

    `for_approval`: a second person has to approve it before it is queued. `fence`: the case's, as its author saw it;
    None: whichever it is.
    """

    reply_id: str
    by: str
    text: str
    answers: str
    seen: str
    token: str
    frozen: str
    for_approval: bool = False
    fence: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Approve:
    """Let an answer go out. `seen` is the last message that the approver saw."""

    reply_id: str
    by: str
    seen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseAnswer:
    """Give an answer back to its author."""

    reply_id: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw:
    """Take an answer back that waits for approval or for the publisher. Promised only once this command has won."""

    reply_id: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settle:
    """A person says that an unknown answer was never posted."""

    reply_id: str
    by: str


Answering: TypeAlias = Answer | Approve | RefuseAnswer | Withdraw | Settle


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


Publishing: TypeAlias = (
    Postpone
    | StartSending
    | ReportPosted
    | ReportUnknown
    | ReportNotSent
    | ReportFailed
    | AskHuman
    | Retract
    | ReportDeleted
)
