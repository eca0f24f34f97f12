"""What happens to answers beside the way to the network: put off before it, taken back after it."""

from datetime import datetime
from typing import TypeAlias, assert_never

from shared.case.events import Event, ReplyMoved, ReplyPostponed
from shared.case.refused import Refused
from shared.case.reply_commands import Postpone, ReportDeleted, Retract
from shared.case.state.case import Case
from shared.case.state.parts import Reply, ReplyStatus

Aside: TypeAlias = Postpone | Retract | ReportDeleted

_PUBLISHER = "publisher"


def decide(case: Case, command: Aside) -> list[Event]:
    """Return what happens to the answer. Raises Refused."""
    match command:
        case Postpone():
            return _put_off(_expect(case, command.reply_id, ReplyStatus.QUEUED), command.until, command.reason)
        case Retract():
            return _retract(_expect(case, command.reply_id, ReplyStatus.WITHDRAWN), command)
        case ReportDeleted():
            reply = _expect(case, command.reply_id, ReplyStatus.WITHDRAWN)
            return [] if reply.due_at is None else [_still_withdrawn(reply, reason="landed, and was deleted there")]
        case _:
            assert_never(command)


def _retract(reply: Reply, command: Retract) -> list[Event]:
    if reply.native_id is None:
        landed = _still_withdrawn(
            reply, due_at=command.delete_at, native_id=command.native_id, url=command.url, reason=command.reason
        )
        return [landed]
    is_deleted = reply.due_at is None
    return [] if is_deleted else _put_off(reply, command.delete_at, command.reason)


def _put_off(reply: Reply, until: datetime, reason: str) -> list[Event]:
    if (reply.due_at, reply.reason) == (until, reason):
        return []
    return [ReplyPostponed(reply_id=reply.id, due_at=until, reason=reason)]


def _still_withdrawn(
    reply: Reply,
    *,
    reason: str,
    due_at: datetime | None = None,
    native_id: str | None = None,
    url: str | None = None,
) -> ReplyMoved:
    return ReplyMoved(
        reply_id=reply.id,
        status=ReplyStatus.WITHDRAWN,
        by=_PUBLISHER,
        due_at=due_at,
        native_id=native_id,
        url=url,
        reason=reason,
    )


def _expect(case: Case, reply_id: str, status: ReplyStatus) -> Reply:
    reply = case.reply(reply_id)
    if reply is None:
        raise Refused("no_such_reply", f"case {case.id} has no reply {reply_id}")
    if reply.status is not status:
        raise Refused("reply_moved_on", f"the reply is {reply.status}; it must be {status}", status=reply.status)
    return reply
