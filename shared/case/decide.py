"""What a command makes happen, given the case as it is. Pure: time and ids come as arguments."""

from datetime import datetime
from typing import assert_never

from shared.case import aside, hear, publishing
from shared.case.case import QUIET_PERIOD, Case
from shared.case.clock import ClockEvent, ClockMove, SlaClock
from shared.case.commands import (
    Answer,
    AskHuman,
    Assign,
    Command,
    Hear,
    Postpone,
    Release,
    ReportDeleted,
    ReportFailed,
    ReportNotSent,
    ReportPosted,
    ReportUnknown,
    Resolve,
    Retract,
    Settle,
    StartSending,
    Tick,
    Withdraw,
)
from shared.case.events import CaseSettled, ClockMoved, Event, OwnerChanged, StageChanged
from shared.case.parts import ReplyStatus
from shared.case.refused import Refused, illegal
from shared.case.stage import ASSIGNABLE, RESOLVABLE, SETTLED, Disposition, Stage


def decide(case: Case, command: Command, *, now: datetime) -> list[Event]:
    """Return what happens; nothing when it has happened already. Raises Refused when the case does not allow it."""
    match command:
        case Hear():
            return hear.decide(case, command)
        case Assign():
            return _assign(case, command)
        case Release():
            return _release(case, command)
        case Resolve():
            return _resolve(case, command, now=now)
        case Tick():
            return _tick(case, now=now)
        case (
            Answer()
            | Withdraw()
            | StartSending()
            | ReportPosted()
            | ReportUnknown()
            | ReportNotSent()
            | ReportFailed()
            | AskHuman()
            | Settle()
        ):
            return publishing.decide(case, command, now=now)
        case Postpone() | Retract() | ReportDeleted():
            return aside.decide(case, command)
        case _:
            assert_never(command)


def _assign(case: Case, command: Assign) -> list[Event]:
    if case.owner == command.agent and case.stage is not Stage.NEW:
        return []
    if case.stage not in ASSIGNABLE:
        raise illegal("assign", case.stage, ASSIGNABLE)
    events: list[Event] = [OwnerChanged(owner=command.agent, by=command.by)]
    if case.stage is Stage.NEW:
        events.append(StageChanged(stage=Stage.ASSIGNED, by=command.by))
    return events


def _release(case: Case, command: Release) -> list[Event]:
    if case.stage is Stage.NEW:
        return []
    if case.stage is not Stage.ASSIGNED:
        raise illegal("release", case.stage, {Stage.ASSIGNED})
    return [OwnerChanged(owner=None, by=command.by), StageChanged(stage=Stage.NEW, by=command.by)]


def _resolve(case: Case, command: Resolve, *, now: datetime) -> list[Event]:
    if case.stage in SETTLED and case.disposition is command.disposition:
        return []
    if case.stage not in RESOLVABLE:
        raise illegal("resolve", case.stage, RESOLVABLE)
    answered = any(reply.status is ReplyStatus.POSTED for reply in case.replies)
    if command.disposition is Disposition.ANSWERED and not answered:
        raise Refused("not_answered", "no answer of ours has reached the customer; give the disposition that is true")
    if command.disposition is not Disposition.ANSWERED and not (command.reason or "").strip():
        raise Refused("reason_missing", f"the disposition {command.disposition} needs a reason")
    settled = command.disposition in (Disposition.NO_RESPONSE_NEEDED, Disposition.SPAM)
    return [
        CaseSettled(
            disposition=command.disposition,
            reason=command.reason,
            stage=Stage.NO_RESPONSE_NEEDED if settled else Stage.RESOLVED,
            by=command.by,
        ),
        # Settling does not meet a deadline (SEMANTICS 3); it stops one from running while nothing is owed.
        *(_paused(clock, now) for clock in case.clocks if clock.fulfilled_at is None and not clock.is_paused),
    ]


def _paused(clock: SlaClock, now: datetime) -> ClockMoved:
    return ClockMoved(kind=clock.kind, events=(ClockEvent(move=ClockMove.PAUSE, at=now),))


def _tick(case: Case, *, now: datetime) -> list[Event]:
    events: list[Event] = []
    for clock in case.clocks:
        moves = _due_moves(clock, now=now)
        if moves:
            events.append(ClockMoved(kind=clock.kind, events=tuple(moves)))
    if case.stage in SETTLED and case.settled_at is not None and now >= case.settled_at + QUIET_PERIOD:
        events.append(StageChanged(stage=Stage.CLOSED, by="clock", note="quiet period over"))
    return events


def _due_moves(clock: SlaClock, *, now: datetime) -> list[ClockEvent]:
    """Each stamped with its own instant, however late we look. At the deadline itself an answer is still in time."""
    due, warn = clock.due_at, clock.warn_at
    if clock.next_at is None or due is None:
        return []
    moves = []
    if warn is not None and warn <= now and clock.first(ClockMove.WARN) is None:
        moves.append(ClockEvent(move=ClockMove.WARN, at=warn))
    if due < now:
        moves.append(ClockEvent(move=ClockMove.BREACH, at=due))
    return moves
