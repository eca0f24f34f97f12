"""What happens to an answer on its way to the network (SEMANTICS, section 5)."""

from datetime import datetime
from typing import TypeAlias, assert_never

from shared.case.decisions.landing import land
from shared.case.decisions.moving import PUBLISHER, Receipt, back, ended, expect, find, moved
from shared.case.decisions.unfolding import Unfolding
from shared.case.events import Event
from shared.case.refused import Refused
from shared.case.reply_commands import (
    AskHuman,
    ReportFailed,
    ReportNotSent,
    ReportPosted,
    ReportUnknown,
    StartSending,
)
from shared.case.state.case import Case
from shared.case.state.reply import Reply, ReplyStatus

Sending: TypeAlias = StartSending | ReportPosted | ReportUnknown | ReportNotSent | ReportFailed | AskHuman

_IN_FLIGHT = (ReplyStatus.SENDING, ReplyStatus.UNKNOWN)


def decide(case: Case, command: Sending, *, now: datetime) -> list[Event]:
    """Return what happens to the answer and to the case around it. Raises Refused."""
    match command:
        case StartSending():
            reply = expect(case, command.reply_id, "send", ReplyStatus.QUEUED)
            attempt = None if reply is None else reply.attempt + 1
            return [moved(reply, ReplyStatus.SENDING, due_at=command.until, attempt=attempt)] if reply else []
        case ReportPosted():
            return _posted(case, command, now=now)
        case ReportUnknown():
            reply = _attempt(case, command.reply_id, command.attempt)
            again = reply.status is ReplyStatus.UNKNOWN
            unknown = ReplyStatus.UNKNOWN
            return [moved(reply, unknown, due_at=command.look_at, reason=command.reason, looked_up=again)]
        case ReportNotSent():
            reply = _attempt(case, command.reply_id, command.attempt)
            if reply.unwanted_by is not None:
                return ended(case, reply, ReplyStatus.WITHDRAWN, by=PUBLISHER, reason=command.reason, now=now)
            return [moved(reply, ReplyStatus.QUEUED, due_at=command.again_at, reason=command.reason)]
        case ReportFailed():
            reply = _attempt(case, command.reply_id, command.attempt)
            return ended(case, reply, ReplyStatus.FAILED, by=PUBLISHER, reason=command.reason, now=now)
        case AskHuman():
            reply = _attempt(case, command.reply_id, command.attempt)
            return back(case, reply, ReplyStatus.NEEDS_HUMAN, by=PUBLISHER, reason=command.reason)
        case _:
            assert_never(command)


def _posted(case: Case, command: ReportPosted, *, now: datetime) -> list[Event]:
    """The receipt is the truth, whatever attempt it is of: it counts, or it says what there is to delete.

    A closed case keeps it with the answer, and changes in nothing else.
    """
    reply = find(case, command.reply_id)
    in_vain = (ReplyStatus.WITHDRAWN, ReplyStatus.DELETED, *((ReplyStatus.FAILED,) if reply.parts else ()))
    if reply.status in in_vain:
        raise Refused(
            "withdrawn",
            f"this answer is {reply.status} and has landed all the same; delete it on the network",
            reply=reply.id,
        )
    receipt = Receipt(native_id=command.native_id, url=command.url, api_id=command.api_id, part=command.part)
    if reply.status is ReplyStatus.POSTED:
        return [_located(reply, receipt)] if command.part == reply.next_part else []
    turn = Unfolding(case, now=now)
    if command.part == reply.next_part:
        land(turn, reply, receipt, at=command.posted_at, by=PUBLISHER)
    return turn.events


def _located(reply: Reply, receipt: Receipt) -> Event:
    """A person said that it was posted; now the network says which post it is."""
    return moved(reply, reply.status, due_at=reply.due_at, reason=reply.reason, receipt=receipt)


def _attempt(case: Case, reply_id: str, attempt: int) -> Reply:
    """Return the reply while this attempt is the one in flight: an earlier attempt's late word is refused."""
    reply = find(case, reply_id)
    if reply.attempt != attempt or reply.status not in _IN_FLIGHT:
        raise Refused("stale_attempt", f"attempt {attempt} is no longer in flight; the reply is {reply.status}")
    return reply
