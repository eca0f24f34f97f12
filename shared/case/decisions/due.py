"""What time does to a case: warnings, breaches and what they set off, the end of a rest, closing."""

from datetime import datetime

from shared.case.decisions.timers import judge_anew, owe
from shared.case.decisions.unfolding import Unfolding
from shared.case.decisions.working import settle, take_up
from shared.case.events import ClockMoved, Event, Notified, OwnerChanged, SeverityRaised, StageChanged
from shared.case.state.case import Case
from shared.case.state.clock import ClockMove, SlaClock
from shared.case.state.policy import Action, Book, raised
from shared.case.state.stage import SET_ASIDE, SETTLED, Disposition, Stage


def decide(case: Case, book: Book, *, now: datetime) -> list[Event]:
    """Return what has fallen due. Every warning and breach carries its own instant, however late we look."""
    if case.stage is Stage.MERGED:
        return []
    turn = Unfolding(case, now=now)
    fired = [(clock, moves) for clock in case.clocks if case.runs(clock) and (moves := tuple(clock.owed(now=now)))]
    for clock, moves in fired:
        turn.add(ClockMoved(kind=clock.kind, cycle=clock.cycle, origin=clock.origin, events=moves))
    for clock, moves in fired:
        if clock.is_open and case.is_live:
            # Where both are overdue at once, the breach speaks for the warning too.
            _act(turn, clock, moves[-1].move, book)
    _end_of_rest(turn)
    return turn.events


def _act(turn: Unfolding, clock: SlaClock, move: ClockMove, book: Book) -> None:
    about = f"{clock.kind.value} {move.value}"
    for action in book.actions(clock.terms.policy if clock.terms else None, move):
        case = turn.case
        match action:
            case Action.NOTIFY_OWNER:
                turn.add(Notified(about=about, to=case.owner))
            case Action.NOTIFY_SUPERVISORS:
                turn.add(Notified(about=about, to=None))
            case Action.RAISE:
                graver = raised(case.severity)
                if graver != case.severity:
                    turn.add(SeverityRaised(severity=graver, by="clock"))
                    judge_anew(turn, book)
                    owe(turn)
            case Action.REASSIGN:
                if case.stage is Stage.ASSIGNED:
                    turn.add(
                        OwnerChanged(owner=None, by="clock", note=about, avoid=case.owner),
                        StageChanged(stage=Stage.NEW, by="clock"),
                    )


def _end_of_rest(turn: Unfolding) -> None:
    case = turn.case
    until = case.rests_until
    if until is None or until > turn.now:
        return
    if case.stage in SET_ASIDE:
        take_up(turn, by="clock", note=f"{case.stage.value} is over", at=until)
    elif case.stage is Stage.AWAITING_CUSTOMER:
        settle(turn, Disposition.ANSWERED, "the customer did not come back", by="clock")
    elif case.stage in SETTLED:
        turn.add(StageChanged(stage=Stage.CLOSED, by="clock", note="quiet period over"))
