"""What events make of a case."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from shared.case.applying.merges import apply_merge
from shared.case.applying.noting import noted
from shared.case.applying.replies import apply_reply, with_message
from shared.case.events import (
    CaseAbsorbed,
    CaseRestored,
    CaseSettled,
    CaseSplit,
    ClockMoved,
    Event,
    MergedInto,
    MessageHeard,
    Notified,
    OwnerChanged,
    PolicyApplied,
    SeverityRaised,
    StageChanged,
    Tagged,
    Untagged,
)
from shared.case.reply_events import (
    EchoDropped,
    MessagesAnswered,
    ReplyAdded,
    ReplyMoved,
    ReplyPostponed,
    ReplyUnwanted,
)
from shared.case.state import said
from shared.case.state.case import Case
from shared.case.state.clock import ClockMove, SlaClock
from shared.case.state.parts import Entry, Notice
from shared.case.state.stage import Stage

_TOLD = (ClockMove.WARN, ClockMove.BREACH, ClockMove.FULFIL)


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
            messages = with_message(case.messages, event.message)
            return replace(
                case,
                messages=messages,
                intent=said.intent(messages),
                language=said.language(messages),
                history=noted(case, now, "customer", f"message {event.what}"),
            )
        case StageChanged():
            return _staged(case, event, now=now)
        case OwnerChanged():
            return replace(
                case,
                owner=event.owner,
                owner_since=now if event.owner else None,
                last_owner=event.owner or case.owner or case.last_owner,
                avoid=event.avoid,
                fence=case.fence + 1,
                history=noted(case, now, event.by, f"owner {event.owner or 'nobody'}", event.note),
            )
        case Tagged() | Untagged():
            return _tagged(case, event, now=now)
        case MessagesAnswered() | ReplyAdded() | ReplyMoved() | ReplyUnwanted() | ReplyPostponed() | EchoDropped():
            return apply_reply(case, event, now=now)
        case ClockMoved():
            return _clocked(case, event, now=now)
        case PolicyApplied():
            return replace(case, terms=event.terms, queue=event.queue)
        case CaseSettled():
            return replace(
                case,
                stage=event.stage,
                stage_at=now,
                disposition=event.disposition,
                disposition_reason=event.reason,
                settled_at=now,
                aside_until=None,
                aside_reason=None,
                history=noted(case, now, event.by, f"settled {event.disposition.value}", event.reason),
            )
        case SeverityRaised():
            return replace(
                case, severity=event.severity, history=noted(case, now, event.by, f"severity {event.severity}")
            )
        case Notified():
            notice = Notice(at=now, about=event.about, to=event.to, changed_in=case.version)
            told = f"notified {event.to or 'supervisors'}"
            return replace(case, notices=(*case.notices, notice), history=noted(case, now, event.by, told, event.about))
        case CaseAbsorbed() | MergedInto() | CaseSplit() | CaseRestored():
            later = apply_merge(case, event, now=now)
            return later if later.owner == case.owner else replace(later, fence=case.fence + 1)
        case _:
            assert_never(event)


def _staged(case: Case, event: StageChanged, *, now: datetime) -> Case:
    closes = event.stage is Stage.CLOSED
    return replace(
        case,
        stage=event.stage,
        stage_at=now,
        settled_at=case.settled_at if closes else None,
        disposition=case.disposition if closes else None,
        disposition_reason=case.disposition_reason if closes else None,
        aside_until=event.until,
        aside_reason=event.note if event.stage is Stage.INTERNAL_HOLD else None,
        history=noted(case, now, event.by, f"stage {event.stage.value}", event.note),
    )


def _tagged(case: Case, event: Tagged | Untagged, *, now: datetime) -> Case:
    is_on = isinstance(event, Tagged)
    tags = {*case.tags, event.tag} if is_on else {*case.tags} - {event.tag}
    told = noted(case, now, event.by, "tagged" if is_on else "untagged", event.tag)
    return replace(case, tags=tuple(sorted(tags)), history=told)


def _clocked(case: Case, event: ClockMoved, *, now: datetime) -> Case:
    key = (event.kind, event.cycle, event.origin)
    clocks = tuple(one.moved(*event.events) if (one.kind, one.cycle, one.origin) == key else one for one in case.clocks)
    if not any((one.kind, one.cycle, one.origin) == key for one in case.clocks):
        new = SlaClock(kind=event.kind, cycle=event.cycle, origin=event.origin, log=event.events)
        clocks = (*clocks, new)
    told = tuple(
        Entry(at=now, by="clock", what=f"{event.kind.value} {one.move.value}", note=one.at.isoformat())
        for one in event.events
        if one.move in _TOLD
    )
    return replace(case, clocks=clocks, history=case.history + told)
