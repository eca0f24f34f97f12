"""What happens to an answer on its way to the network (SEMANTICS, section 5)."""

from datetime import datetime
from typing import TypeAlias, assert_never

from shared.case.case import Case
from shared.case.clock import ClockEvent, ClockKind, ClockMove
from shared.case.commands import (
    Answer,
    AskHuman,
    ReportFailed,
    ReportNotSent,
    ReportPosted,
    ReportUnknown,
    Settle,
    StartSending,
    Withdraw,
)
from shared.case.events import ClockMoved, Event, OwnerChanged, ReplyMoved, ReplyQueued, StageChanged
from shared.case.parts import Reply, ReplyStatus
from shared.case.refused import Refused, illegal
from shared.case.stage import ANSWERABLE, Stage

Publishing: TypeAlias = (
    Answer | Withdraw | StartSending | ReportPosted | ReportUnknown | ReportNotSent | ReportFailed | AskHuman | Settle
)

_PUBLISHER = "publisher"
_IN_FLIGHT = (ReplyStatus.SENDING, ReplyStatus.UNKNOWN)


def decide(case: Case, command: Publishing, *, now: datetime) -> list[Event]:
    """Return what happens to the answer and to the case around it. Raises Refused."""
    match command:
        case Answer():
            return _answer(case, command, now=now)
        case Withdraw():
            reply = _expect(case, command.reply_id, "withdraw", ReplyStatus.QUEUED, done=ReplyStatus.WITHDRAWN)
            return [] if reply is None else _back(case, reply, ReplyStatus.WITHDRAWN, by=command.by, reason=None)
        case StartSending():
            reply = _expect(case, command.reply_id, "send", ReplyStatus.QUEUED)
            return (
                [_moved(reply, ReplyStatus.SENDING, due_at=command.until, attempt=reply.attempt + 1)] if reply else []
            )
        case ReportPosted():
            return _posted(case, command)
        case ReportUnknown():
            reply = _attempt(case, command.reply_id, command.attempt)
            return [
                _moved(
                    reply,
                    ReplyStatus.UNKNOWN,
                    due_at=command.look_at,
                    reason=command.reason,
                    looked_up=reply.status is ReplyStatus.UNKNOWN,
                )
            ]
        case ReportNotSent():
            reply = _attempt(case, command.reply_id, command.attempt)
            return [_moved(reply, ReplyStatus.QUEUED, due_at=command.again_at, reason=command.reason)]
        case ReportFailed():
            reply = _attempt(case, command.reply_id, command.attempt)
            return _back(case, reply, ReplyStatus.FAILED, by=_PUBLISHER, reason=command.reason)
        case AskHuman():
            reply = _attempt(case, command.reply_id, command.attempt)
            return _back(case, reply, ReplyStatus.NEEDS_HUMAN, by=_PUBLISHER, reason=command.reason)
        case Settle():
            needs = _expect(case, command.reply_id, "settle", ReplyStatus.NEEDS_HUMAN, done=ReplyStatus.FAILED)
            absent = "a person found that it was never posted"
            return [] if needs is None else _back(case, needs, ReplyStatus.FAILED, by=command.by, reason=absent)
        case _:
            assert_never(command)


def _answer(case: Case, command: Answer, *, now: datetime) -> list[Event]:
    if case.reply(command.reply_id) is not None:
        return []
    answered = case.message(command.answers)
    if answered is None or answered.deleted_at is not None:
        raise Refused("message_gone", "the message that this answers is not on the case, or was deleted by its author")
    active = case.answer_to(command.answers)
    if active is not None:
        raise Refused(
            "already_answered",
            f"{active.author} has already answered this message; that answer is {active.status}",
            reply=active.id,
        )
    if case.stage not in ANSWERABLE:
        raise illegal("answer", case.stage, ANSWERABLE)
    if case.owner is not None and case.owner != command.by:
        raise Refused("not_yours", f"the case belongs to {case.owner}; claim it first", owner=case.owner)
    newest = case.last_message
    if newest is not None and newest.id != command.seen:
        raise Refused(
            "newer_message",
            "the customer wrote again since you looked; read it, then send again with `seen` set to it",
            newest=newest.id,
            text=newest.text,
        )
    events: list[Event] = [] if case.owner else [OwnerChanged(owner=command.by, by=command.by)]
    reply = Reply(
        id=command.reply_id,
        author=command.by,
        text=command.text,
        answers=command.answers,
        seen=command.seen,
        token=command.token,
        frozen=command.frozen,
        status=ReplyStatus.QUEUED,
        queued_at=now,
        changed_in=case.version,
        due_at=now,
    )
    return [*events, ReplyQueued(reply=reply), StageChanged(stage=Stage.PUBLISHING, by=command.by)]


def _posted(case: Case, command: ReportPosted) -> list[Event]:
    """The receipt is the truth: it counts from every status but `withdrawn`, and whatever attempt it is of."""
    reply = _find(case, command.reply_id)
    if reply.status is ReplyStatus.POSTED:
        return []
    if reply.status is ReplyStatus.WITHDRAWN:
        raise Refused(
            "withdrawn", "this answer was withdrawn before it landed; delete it on the network", reply=reply.id
        )
    events: list[Event] = [
        _moved(
            reply,
            ReplyStatus.POSTED,
            native_id=command.native_id,
            url=command.url,
            posted_at=command.posted_at,
        )
    ]
    events += [
        ClockMoved(kind=clock.kind, events=(ClockEvent(move=ClockMove.FULFIL, at=command.posted_at),))
        for clock in case.clocks
        if clock.kind is not ClockKind.RESOLUTION and clock.fulfilled_at is None
    ]
    if case.stage in (Stage.PUBLISHING, Stage.ASSIGNED):
        newest = case.last_message
        waits = newest is not None and newest.id != reply.answers and newest.needs_answer and newest.id != reply.seen
        events.append(StageChanged(stage=Stage.ASSIGNED if waits else Stage.AWAITING_CUSTOMER, by=_PUBLISHER))
    return events


def _back(case: Case, reply: Reply, status: ReplyStatus, *, by: str, reason: str | None) -> list[Event]:
    """The answer did not come about: the case is with its owner again, its clocks never stopped."""
    events: list[Event] = [_moved(reply, status, by=by, reason=reason)]
    if case.stage is Stage.PUBLISHING:
        events.append(StageChanged(stage=Stage.ASSIGNED, by=by, note=f"reply {status.value}"))
    return events


def _moved(
    reply: Reply,
    status: ReplyStatus,
    *,
    by: str = _PUBLISHER,
    due_at: datetime | None = None,
    attempt: int | None = None,
    looked_up: bool = False,
    native_id: str | None = None,
    url: str | None = None,
    posted_at: datetime | None = None,
    reason: str | None = None,
) -> ReplyMoved:
    return ReplyMoved(
        reply_id=reply.id,
        status=status,
        by=by,
        due_at=due_at,
        attempt=attempt,
        looked_up=looked_up,
        native_id=native_id,
        url=url,
        posted_at=posted_at,
        reason=reason,
    )


def _find(case: Case, reply_id: str) -> Reply:
    reply = case.reply(reply_id)
    if reply is None:
        raise Refused("no_such_reply", f"case {case.id} has no reply {reply_id}")
    return reply


def _expect(
    case: Case, reply_id: str, what: str, status: ReplyStatus, *, done: ReplyStatus | None = None
) -> Reply | None:
    """Return the reply when it is in that status, None when the thing is done already."""
    reply = _find(case, reply_id)
    if reply.status is done:
        return None
    if reply.status is not status:
        raise Refused(
            "reply_moved_on", f"cannot {what} a reply that is {reply.status}; it must be {status}", status=reply.status
        )
    return reply


def _attempt(case: Case, reply_id: str, attempt: int) -> Reply:
    """Return the reply while this attempt is the one in flight: an earlier attempt's late word is refused."""
    reply = _find(case, reply_id)
    if reply.attempt != attempt or reply.status not in _IN_FLIGHT:
        raise Refused("stale_attempt", f"attempt {attempt} is no longer in flight; the reply is {reply.status}")
    return reply
