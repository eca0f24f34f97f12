"""What happens when people, or route on their behalf, work a case: who has it, where it rests, how it ends."""

from datetime import datetime
from typing import TypeAlias, assert_never

from shared.case.commands import Assign, Hold, Release, Reopen, Resolve, Resume, Snooze, Transfer
from shared.case.decisions.timers import follow, owe, start_over
from shared.case.decisions.unfolding import Unfolding
from shared.case.events import CaseSettled, Event, Notified, OwnerChanged, StageChanged
from shared.case.refused import Refused, illegal
from shared.case.state.case import Case
from shared.case.state.reply import ReplyStatus
from shared.case.state.stage import (
    ASSIGNABLE,
    CHOSEN,
    PUTTABLE_ASIDE,
    RESOLVABLE,
    SET_ASIDE,
    SETTLED,
    TRANSFERABLE,
    Disposition,
    Stage,
)

Working: TypeAlias = Assign | Transfer | Release | Snooze | Hold | Resume | Reopen | Resolve


def decide(case: Case, command: Working, *, now: datetime) -> list[Event]:
    """Return what happens to the case. Raises Refused."""
    turn = Unfolding(case, now=now)
    match command:
        case Assign():
            _assign(turn, command)
        case Transfer():
            _transfer(turn, command)
        case Release():
            _release(turn, command)
        case Snooze():
            _snooze(turn, command)
        case Hold():
            _hold(turn, command)
        case Resume():
            if case.stage not in ASSIGNABLE:
                _expect(case, "resume", SET_ASIDE)
                take_up(turn, by=command.by, note=None, at=now)
        case Reopen():
            if case.stage not in ASSIGNABLE:
                _expect(case, "reopen", SETTLED)
                take_up(turn, by=command.by, note="reopened", at=now)
        case Resolve():
            _resolve(turn, command)
        case _:
            assert_never(command)
    return turn.events


def take_up(turn: Unfolding, *, by: str, note: str | None, at: datetime) -> None:
    """It is our turn again: its owner's, or the queue's where it has none."""
    back = Stage.NEW if turn.case.owner is None else Stage.ASSIGNED
    turn.add(StageChanged(stage=back, by=by, note=note))
    follow(turn, at=at)
    start_over(turn, at=at)
    owe(turn)


def _assign(turn: Unfolding, command: Assign) -> None:
    case = turn.case
    if case.owner == command.agent and case.stage is not Stage.NEW:
        return
    _expect(case, "assign", ASSIGNABLE)
    turn.add(OwnerChanged(owner=command.agent, by=command.by))
    if case.stage is Stage.NEW:
        turn.add(StageChanged(stage=Stage.ASSIGNED, by=command.by))


def _transfer(turn: Unfolding, command: Transfer) -> None:
    """Also what waits for the customer or rests: it comes back to whom it was given."""
    if turn.case.owner == command.to:
        return
    _expect(turn.case, "transfer", TRANSFERABLE)
    turn.add(OwnerChanged(owner=command.to, by=command.by, note=command.note))
    if turn.case.stage is Stage.NEW:
        turn.add(StageChanged(stage=Stage.ASSIGNED, by=command.by))
    turn.add(Notified(about=f"transfer {command.by}", to=command.to, by=command.by))


def _release(turn: Unfolding, command: Release) -> None:
    case = turn.case
    if case.stage is Stage.NEW:
        return
    _expect(case, "release", {Stage.ASSIGNED})
    avoid = case.owner if command.avoid else None
    turn.add(
        OwnerChanged(owner=None, by=command.by, note=command.why, avoid=avoid),
        StageChanged(stage=Stage.NEW, by=command.by),
    )


def _snooze(turn: Unfolding, command: Snooze) -> None:
    if (turn.case.stage, turn.case.aside_until) != (Stage.SNOOZED, command.until):
        _put_aside(turn, Stage.SNOOZED, "snooze", by=command.by, until=command.until, reason=None)


def _hold(turn: Unfolding, command: Hold) -> None:
    if not command.reason.strip():
        raise Refused("reason_missing", "a hold needs its reason: what do we wait for?")
    held = (turn.case.stage, turn.case.aside_until, turn.case.aside_reason)
    if held != (Stage.INTERNAL_HOLD, command.until, command.reason):
        _put_aside(turn, Stage.INTERNAL_HOLD, "hold", by=command.by, until=command.until, reason=command.reason)


def _put_aside(
    turn: Unfolding, stage: Stage, what: str, *, by: str, until: datetime | None, reason: str | None
) -> None:
    _expect(turn.case, what, PUTTABLE_ASIDE | SET_ASIDE)
    if until is not None and until <= turn.now:
        raise Refused("in_the_past", f"cannot {what} a case until {until.isoformat()}: that has gone by")
    turn.add(StageChanged(stage=stage, by=by, note=reason, until=until))
    follow(turn, at=turn.now)


def _resolve(turn: Unfolding, command: Resolve) -> None:
    case = turn.case
    if case.stage in SETTLED and case.disposition is command.disposition:
        return
    _expect(case, "resolve", RESOLVABLE)
    if command.disposition not in CHOSEN:
        raise Refused("not_yours_to_give", f"{command.disposition} comes about by itself; give one of: {_chosen()}")
    # The answer itself may be on a case that this one was once merged with.
    answered = any(reply.status is ReplyStatus.POSTED for reply in case.replies)
    answered = answered or any(message.answered_by is not None for message in case.messages)
    if command.disposition is Disposition.ANSWERED and not answered:
        raise Refused("not_answered", "no answer of ours has reached the customer; give the disposition that is true")
    if command.disposition is not Disposition.ANSWERED and not (command.reason or "").strip():
        raise Refused("reason_missing", f"the disposition {command.disposition} needs a reason")
    settle(turn, command.disposition, command.reason, by=command.by)


def settle(turn: Unfolding, disposition: Disposition, reason: str | None, *, by: str) -> None:
    """Nothing is owed any more. That does not meet a response's deadline (SEMANTICS 3); it stops it from running."""
    silent = disposition in (Disposition.NO_RESPONSE_NEEDED, Disposition.SPAM)
    stage = Stage.NO_RESPONSE_NEEDED if silent else Stage.RESOLVED
    turn.add(CaseSettled(disposition=disposition, reason=reason, stage=stage, by=by))
    follow(turn, at=turn.now)


def _chosen() -> str:
    return ", ".join(sorted(CHOSEN))


def _expect(case: Case, what: str, legal: frozenset[Stage] | set[Stage]) -> None:
    if case.stage not in legal:
        raise illegal(what, case.stage, legal)
