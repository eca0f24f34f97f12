"""What can be asked of a case about an answer: `Answering` comes from people, `Publishing` from the publisher."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from shared.case.state.reply import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Queue an answer. `answers` is the message answered, `seen` the last message that its author saw.

    `for_approval`: a second person has to approve it before it is queued. `fence`: the case's, as its author saw it;
    None: whichever it is. `parts`: its posts, where it takes several. `private`: only the customer can read it.
    `not_before`: it stays queued until then, so that its author can take it back.
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
    parts: tuple[Part, ...] = ()
    private: bool = False
    not_before: datetime | None = None


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
    """Take an answer back.

    Promised once this command has moved it to `withdrawn`: then nothing of it will be posted. Of one that is on its way
    the wish is remembered: if it lands it is deleted there, and else it is never sent again.
    """

    reply_id: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settle:
    """A person says that an unknown answer was never posted."""

    reply_id: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlePosted:
    """A person says that an unknown answer is on the network, with what the network shows of it where that was asked.

    `posted_at` None: nobody knows since when.
    """

    reply_id: str
    by: str
    native_id: str | None = None
    api_id: str | None = None
    url: str | None = None
    posted_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delete:
    """Have a posted answer deleted on the network."""

    reply_id: str
    by: str


Answering: TypeAlias = Answer | Approve | RefuseAnswer | Withdraw | Settle | SettlePosted | Delete


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
    """The network has the post: its receipt, or a look-up that found it. True whichever attempt sent it.

    `part`: which post of the answer it is, counted from 0. `api_id`: by which the next one goes below it.
    """

    reply_id: str
    native_id: str
    url: str | None
    posted_at: datetime
    part: int = 0
    api_id: str | None = None


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
    """What is not to be on the network is there: delete it at `delete_at`. `part`: which post of the answer it is."""

    reply_id: str
    native_id: str
    url: str | None
    delete_at: datetime
    reason: str
    part: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDeleted:
    """The network no longer has these posts of an answer that is not to be there."""

    reply_id: str
    native_ids: tuple[str, ...]


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
