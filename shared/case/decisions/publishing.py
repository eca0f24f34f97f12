"""What happens to an answer on its way to the network (SEMANTICS, section 5)."""

from datetime import datetime
from typing import TypeAlias, assert_never

from shared.case.decisions.echo import NATIVE, reach_customer
from shared.case.decisions.moving import PUBLISHER, back, expect, find, moved
from shared.case.decisions.unfolding import Unfolding
from shared.case.events import EchoDropped, Event
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
from shared.case.state.parts import Reply, ReplyStatus

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
            return [moved(reply, ReplyStatus.QUEUED, due_at=command.again_at, reason=command.reason)]
        case ReportFailed():
            reply = _attempt(case, command.reply_id, command.attempt)
            return back(case, reply, ReplyStatus.FAILED, by=PUBLISHER, reason=command.reason)
        case AskHuman():
            reply = _attempt(case, command.reply_id, command.attempt)
            return back(case, reply, ReplyStatus.NEEDS_HUMAN, by=PUBLISHER, reason=command.reason)
        case _:
            assert_never(command)


def _posted(case: Case, command: ReportPosted, *, now: datetime) -> list[Event]:
    """The receipt is the truth: it counts from every status but `withdrawn`, and whatever attempt it is of.

    A closed case keeps it with the answer, and changes in nothing else.
    """
    reply = find(case, command.reply_id)
    if reply.status is ReplyStatus.POSTED:
        return []
    if reply.status is ReplyStatus.WITHDRAWN:
        raise Refused(
            "withdrawn", "this answer was withdrawn before it landed; delete it on the network", reply=reply.id
        )
    turn = Unfolding(case, now=now)
    for other in case.replies:
        if other.author == NATIVE and other.native_id == command.native_id:
            turn.add(EchoDropped(reply_id=other.id, is_really=reply.id))
    receipt = moved(
        reply, ReplyStatus.POSTED, native_id=command.native_id, url=command.url, posted_at=command.posted_at
    )
    turn.add(receipt)
    if case.is_live:
        reach_customer(turn, reply.id, reply.covers, at=command.posted_at, by=PUBLISHER)
    return turn.events


def _attempt(case: Case, reply_id: str, attempt: int) -> Reply:
    """Return the reply while this attempt is the one in flight: an earlier attempt's late word is refused."""
    reply = find(case, reply_id)
    if reply.attempt != attempt or reply.status not in _IN_FLIGHT:
        raise Refused("stale_attempt", f"attempt {attempt} is no longer in flight; the reply is {reply.status}")
    return reply
