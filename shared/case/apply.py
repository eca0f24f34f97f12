"""What events make of a case."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from shared.case.case import Case
from shared.case.clock import ClockMove, SlaClock
from shared.case.events import (
    CaseSettled,
    ClockMoved,
    Event,
    MessageHeard,
    OwnerChanged,
    ReplyMoved,
    ReplyPostponed,
    ReplyQueued,
    SeverityRaised,
    StageChanged,
)
from shared.case.parts import Entry, Message, Reply, ReplyStatus
from shared.case.stage import Stage


def apply_all(case: Case, events: Sequence[Event], *, now: datetime) -> Case:
    """Return the case one version on. Without events it is the very same case."""
    if not events:
        return case
    later = replace(case, version=case.version + 1, changed_at=now)
    for event in events:
        later = apply(later, event, now=now)
    return later


def apply(case: Case, event: Event, *, now: datetime) -> Case:
    """Return the case after one event."""
    match event:
        case MessageHeard():
            return replace(
                case,
                messages=_with(case.messages, event.message),
                intent=event.message.intent or case.intent,
                language=event.message.language or case.language,
                history=_noted(case, now, "customer", f"message {event.what}"),
            )
        case StageChanged():
            closes = event.stage is Stage.CLOSED
            return replace(
                case,
                stage=event.stage,
                settled_at=case.settled_at if closes else None,
                disposition=case.disposition if closes else None,
                disposition_reason=case.disposition_reason if closes else None,
                history=_noted(case, now, event.by, f"stage {event.stage.value}", event.note),
            )
        case OwnerChanged():
            return replace(
                case, owner=event.owner, history=_noted(case, now, event.by, f"owner {event.owner or 'nobody'}")
            )
        case ReplyQueued():
            reply = replace(event.reply, changed_in=case.version)
            return replace(
                case, replies=(*case.replies, reply), history=_noted(case, now, reply.author, "reply queued")
            )
        case ReplyMoved():
            return replace(
                case,
                replies=tuple(_moved(reply, event, case.version, now) for reply in case.replies),
                history=_noted(case, now, event.by, f"reply {event.status.value}", event.reason),
            )
        case ReplyPostponed():
            return replace(case, replies=tuple(_postponed(reply, event, case.version) for reply in case.replies))
        case ClockMoved():
            clock = (case.clock(event.kind) or SlaClock(kind=event.kind)).moved(*event.events)
            others = tuple(one for one in case.clocks if one.kind is not event.kind)
            told = [one for one in event.events if one.move in (ClockMove.WARN, ClockMove.BREACH, ClockMove.FULFIL)]
            history = case.history + tuple(
                Entry(at=now, by="clock", what=f"{event.kind.value} {one.move.value}", note=one.at.isoformat())
                for one in told
            )
            return replace(case, clocks=(*others, clock), history=history)
        case CaseSettled():
            return replace(
                case,
                stage=event.stage,
                disposition=event.disposition,
                disposition_reason=event.reason,
                settled_at=now,
                history=_noted(case, now, event.by, f"settled {event.disposition.value}", event.reason),
            )
        case SeverityRaised():
            return replace(
                case, severity=event.severity, history=_noted(case, now, "route", f"severity {event.severity}")
            )
        case _:
            assert_never(event)


def _noted(case: Case, at: datetime, by: str, what: str, note: str | None = None) -> tuple[Entry, ...]:
    return (*case.history, Entry(at=at, by=by, what=what, note=note))


def _with(messages: tuple[Message, ...], message: Message) -> tuple[Message, ...]:
    if any(one.id == message.id for one in messages):
        return tuple(message if one.id == message.id else one for one in messages)
    return (*messages, message)


def _postponed(reply: Reply, event: ReplyPostponed, version: int) -> Reply:
    if reply.id != event.reply_id:
        return reply
    told = reply.changed_in if reply.reason == event.reason else version
    return replace(reply, due_at=event.due_at, reason=event.reason, changed_in=told)


def _moved(reply: Reply, event: ReplyMoved, version: int, now: datetime) -> Reply:
    if reply.id != event.reply_id:
        return reply
    unknown = event.status is ReplyStatus.UNKNOWN
    became_unknown = unknown and reply.status is not ReplyStatus.UNKNOWN
    return replace(
        reply,
        status=event.status,
        due_at=event.due_at,
        attempt=reply.attempt if event.attempt is None else event.attempt,
        lookups=reply.lookups + event.looked_up,
        uncertain=reply.uncertain + became_unknown,
        unknown_since=(now if became_unknown else reply.unknown_since) if unknown else None,
        native_id=event.native_id or reply.native_id,
        url=event.url or reply.url,
        posted_at=event.posted_at or reply.posted_at,
        reason=event.reason,
        changed_in=version,
    )
