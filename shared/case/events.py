"""What happened to a case: past-tense facts that `apply` turns into its new state."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from shared.case.clock import ClockEvent, ClockKind
from shared.case.parts import Message, Reply, ReplyStatus
from shared.case.stage import Disposition, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageHeard:
    """A message was added, or one that we have became what stands here (edited, deleted)."""

    message: Message
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StageChanged:
    """The case went to another stage."""

    stage: Stage
    by: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerChanged:
    """The case has another owner, or none."""

    owner: str | None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyQueued:
    """An answer was approved and frozen."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyPostponed:
    """The publisher will look at an answer at another time. It may do so for days, so it is no line of the history."""

    reply_id: str
    due_at: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockMoved:
    """Something happened to an SLA clock; the first thing that happens to a kind creates its clock."""

    kind: ClockKind
    events: tuple[ClockEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSettled:
    """Nothing is owed any more, and this is what became of it."""

    disposition: Disposition
    reason: str | None
    stage: Stage
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityRaised:
    """A message showed that waiting does more harm than was thought."""

    severity: str


Event: TypeAlias = (
    MessageHeard
    | StageChanged
    | OwnerChanged
    | ReplyQueued
    | ReplyMoved
    | ReplyPostponed
    | ClockMoved
    | CaseSettled
    | SeverityRaised
)
