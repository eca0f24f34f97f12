"""Pieces of every decision about an answer: finding it, insisting on its status, moving it on."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from shared.case.events import Event, StageChanged
from shared.case.refused import Refused
from shared.case.reply_events import ReplyMoved
from shared.case.state.case import Case
from shared.case.state.reply import Reply, ReplyStatus
from shared.case.state.stage import Stage

PUBLISHER = "publisher"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What is known of a post on the network. `part`: which of the answer's it is, counted from 0."""

    native_id: str | None
    url: str | None = None
    api_id: str | None = None
    part: int = 0


_NO_RECEIPT: Final = Receipt(native_id=None)


def find(case: Case, reply_id: str) -> Reply:
    """Return the reply. Raises Refused."""
    reply = case.reply(reply_id)
    if reply is None:
        raise Refused("no_such_reply", f"case {case.id} has no reply {reply_id}")
    return reply


def expect(
    case: Case, reply_id: str, what: str, *statuses: ReplyStatus, done: ReplyStatus | None = None
) -> Reply | None:
    """Return the reply when it is in one of these statuses, None when the thing is done already. Raises Refused."""
    reply = find(case, reply_id)
    if reply.status is done:
        return None
    if reply.status not in statuses:
        raise Refused(
            "reply_moved_on",
            f"cannot {what} a reply that is {reply.status}; it must be {' or '.join(statuses)}",
            status=reply.status,
        )
    return reply


def back(
    case: Case,
    reply: Reply,
    status: ReplyStatus,
    *,
    by: str,
    reason: str | None,
    due_at: datetime | None = None,
    receipt: Receipt | None = None,
) -> list[Event]:
    """Return how an answer did not come about: the case is with its owner again, its clocks never stopped.

    `due_at`: when the publisher has to delete what there is of it on the network, the post of `receipt` among it.
    """
    events: list[Event] = [moved(reply, status, by=by, reason=reason, due_at=due_at, receipt=receipt)]
    others = any(one.is_under_way for one in case.replies if one.id != reply.id)
    if case.stage in (Stage.PUBLISHING, Stage.AWAITING_APPROVAL) and not others:
        events.append(StageChanged(stage=Stage.ASSIGNED, by=by, note=f"reply {status.value}"))
    return events


def ended(case: Case, reply: Reply, status: ReplyStatus, *, by: str, reason: str | None, now: datetime) -> list[Event]:
    """Return how an answer comes to nothing. What nobody wanted any more is withdrawn; what landed of it is deleted."""
    if reply.unwanted_by is not None:
        status = ReplyStatus.WITHDRAWN
    return back(case, reply, status, by=by, reason=reason, due_at=now if reply.landed else None)


def moved(
    reply: Reply,
    status: ReplyStatus,
    *,
    by: str = PUBLISHER,
    due_at: datetime | None = None,
    attempt: int | None = None,
    looked_up: bool = False,
    reason: str | None = None,
    approved_by: str | None = None,
    posted_at: datetime | None = None,
    receipt: Receipt | None = None,
) -> ReplyMoved:
    """Return the event that moves this reply. `receipt`: what the network says of a post of it."""
    seen = receipt or _NO_RECEIPT
    return ReplyMoved(
        reply_id=reply.id,
        status=status,
        by=by,
        due_at=due_at,
        attempt=attempt,
        looked_up=looked_up,
        native_id=seen.native_id,
        url=seen.url,
        part=seen.part,
        api_id=seen.api_id,
        posted_at=posted_at,
        reason=reason,
        approved_by=approved_by,
    )
