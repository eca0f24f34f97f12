"""What the publisher does with an answer that it is not sending: left for later before it, taken back after it."""

from datetime import datetime
from typing import Final, TypeAlias, assert_never

from shared.case.decisions.moving import Receipt, expect, find, moved
from shared.case.decisions.timers import follow, owe
from shared.case.decisions.unfolding import Unfolding
from shared.case.events import Event, StageChanged
from shared.case.refused import Refused
from shared.case.reply_commands import Postpone, ReportDeleted, Retract
from shared.case.reply_events import ReplyPostponed
from shared.case.state.case import Case
from shared.case.state.reply import Reply, ReplyStatus
from shared.case.state.stage import Stage

Aside: TypeAlias = Postpone | Retract | ReportDeleted

_ENDED: Final = (ReplyStatus.WITHDRAWN, ReplyStatus.FAILED)


def decide(case: Case, command: Aside, *, now: datetime) -> list[Event]:
    """Return what happens to the answer. Raises Refused."""
    reply = find(case, command.reply_id)
    match command:
        case Postpone():
            queued = expect(case, command.reply_id, "postpone", ReplyStatus.QUEUED)
            return [] if queued is None else _put_off(queued, command.until, command.reason)
        case Retract():
            return _retract(_to_be_gone(reply), command)
        case ReportDeleted():
            return _deleted(case, _to_be_gone(reply), command, now=now)
        case _:
            assert_never(command)


def _retract(reply: Reply, command: Retract) -> list[Event]:
    if command.part >= reply.next_part and reply.status in _ENDED:
        receipt = Receipt(native_id=command.native_id, url=command.url, part=command.part)
        return [moved(reply, reply.status, due_at=command.delete_at, reason=command.reason, receipt=receipt)]
    return [] if reply.due_at is None else _put_off(reply, command.delete_at, command.reason)


def _deleted(case: Case, reply: Reply, command: ReportDeleted, *, now: datetime) -> list[Event]:
    """Its messages stay answered and its clocks met: what a customer could read was said (docs/semantics.md)."""
    if reply.due_at is None or not set(reply.landed) <= set(command.native_ids):
        return []
    if reply.status is not ReplyStatus.POSTED:
        return [moved(reply, reply.status, reason="landed, and was deleted there")]
    turn = Unfolding(case, now=now)
    turn.add(moved(reply, ReplyStatus.DELETED, reason="deleted on the network"))
    if case.stage is Stage.AWAITING_CUSTOMER and not any(_stands_after(one, reply) for one in case.replies):
        # The customer cannot see any more what we wait for them to react to: somebody has to say how it goes on.
        again = Stage.NEW if case.owner is None else Stage.ASSIGNED
        turn.add(StageChanged(stage=again, by=reply.unwanted_by or "publisher", note="answer deleted"))
        follow(turn, at=now)
        owe(turn)
    return turn.events


def _stands_after(one: Reply, deleted: Reply) -> bool:
    if one.status is not ReplyStatus.POSTED or one.posted_at is None or one.unwanted_by is not None:
        return False
    return deleted.posted_at is None or one.posted_at > deleted.posted_at


def _put_off(reply: Reply, until: datetime, reason: str) -> list[Event]:
    if (reply.due_at, reply.reason) == (until, reason):
        return []
    return [ReplyPostponed(reply_id=reply.id, due_at=until, reason=reason)]


def _to_be_gone(reply: Reply) -> Reply:
    """Return the answer if it is one that must not be on the network. Raises Refused."""
    is_unwanted = reply.status is ReplyStatus.POSTED and reply.unwanted_by is not None
    if reply.status not in (*_ENDED, ReplyStatus.DELETED) and not is_unwanted:
        raise Refused("reply_moved_on", f"the reply is {reply.status}; nobody wants it deleted", status=reply.status)
    return reply
