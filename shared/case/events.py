"""What happened to a case: past-tense facts that `apply` turns into its new state."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from shared.case.reply_events import (
    EchoDropped,
    MessagesAnswered,
    ReplyAdded,
    ReplyMoved,
    ReplyPostponed,
    ReplyUnwanted,
)
from shared.case.state.clock import ClockEvent, ClockKind, SlaClock
from shared.case.state.parts import Message
from shared.case.state.reply import Reply
from shared.case.state.stage import Disposition, Stage
from shared.case.state.standing import Absorbed, Standing
from shared.case.state.terms import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageHeard:
    """A message was added, or one that we have became what stands here (edited, deleted)."""

    message: Message
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StageChanged:
    """The case went to another stage. `until` and `note` say how long and why where it was put aside."""

    stage: Stage
    by: str
    note: str | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerChanged:
    """The case has another owner, or none. `avoid`: who should not be given it again while there is somebody else."""

    owner: str | None
    by: str
    note: str | None = None
    avoid: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """The case has a tag more."""

    tag: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Untagged:
    """The case has a tag less."""

    tag: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockMoved:
    """Something happened to an SLA clock; the first thing that happens to a cycle creates its clock."""

    kind: ClockKind
    events: tuple[ClockEvent, ...]
    cycle: int = 1
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyApplied:
    """The case falls under these terms, and in this queue. Its clocks are moved by events of their own."""

    terms: Terms
    queue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSettled:
    """Nothing is owed any more, and this is what became of it."""

    disposition: Disposition
    reason: str | None
    stage: Stage
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityRaised:
    """Waiting does more harm than was thought."""

    severity: str
    by: str = "route"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notified:
    """Somebody is to be told. `to`: an agent's id; None: the supervisors."""

    about: str
    to: str | None
    by: str = "clock"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseAbsorbed:
    """Another case was merged into this one, with all that was said on it."""

    absorbed: Absorbed
    messages: tuple[Message, ...]
    replies: tuple[Reply, ...]
    clocks: tuple[SlaClock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedInto:
    """This case was merged into another one, which goes on for it."""

    case_id: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSplit:
    """A merged case was taken out again; this one stands as `standing`."""

    case_id: str
    by: str
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRestored:
    """A merged case stands for itself again, with what was said to it in the meantime."""

    by: str
    standing: Standing
    messages: tuple[Message, ...]
    replies: tuple[Reply, ...]
    clocks: tuple[SlaClock, ...]


Event: TypeAlias = (
    MessageHeard
    | MessagesAnswered
    | StageChanged
    | OwnerChanged
    | Tagged
    | Untagged
    | ReplyAdded
    | ReplyMoved
    | ReplyUnwanted
    | ReplyPostponed
    | EchoDropped
    | ClockMoved
    | PolicyApplied
    | CaseSettled
    | SeverityRaised
    | Notified
    | CaseAbsorbed
    | MergedInto
    | CaseSplit
    | CaseRestored
)
