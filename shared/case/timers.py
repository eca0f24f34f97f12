"""What happens to a case's clocks: they are armed, stand still, go on, are met, and change their terms."""

from datetime import datetime
from math import ceil

from shared.case.case import Case
from shared.case.clock import ClockEvent, ClockKind, ClockMove, SlaClock
from shared.case.events import ClockMoved, PolicyApplied
from shared.case.policy import Book
from shared.case.stage import OURS, SETTLED
from shared.case.terms import Terms
from shared.case.unfolding import Unfolding


def armed(
    kind: ClockKind, terms: Terms, *, at: datetime, cycle: int = 1, origin: str | None = None
) -> list[ClockMoved]:
    """Return what starts a clock; nothing where the terms give that kind no target."""
    if terms.target(kind) is None:
        return []
    start = ClockEvent(move=ClockMove.ACTIVATE, at=at)
    return [ClockMoved(kind=kind, cycle=cycle, origin=origin, events=(start, _under(terms, kind, at=at)))]


def owe(turn: Unfolding) -> None:
    """Have a response clock run wherever a customer waits: from the oldest message that waits, never from a repeat."""
    case = turn.case
    if case.stage in SETTLED or not case.is_live:
        return
    for origin in dict.fromkeys(message.origin for message in case.messages if message.waits):
        if any(clock.is_response and clock.is_open and clock.origin == origin for clock in case.clocks):
            continue
        since = min(message.since for message in case.messages if message.waits and message.origin == origin)
        kind, cycle = ClockKind.FIRST_RESPONSE, 1
        if case.clock(kind, origin=origin) is not None:
            last = case.clock(ClockKind.NEXT_RESPONSE, origin=origin)
            kind, cycle = ClockKind.NEXT_RESPONSE, 1 if last is None else last.cycle + 1
        turn.add(*armed(kind, case.terms, at=since, cycle=cycle, origin=origin))


def follow(turn: Unfolding, *, at: datetime) -> None:
    """Let the clocks follow the stage that the case has come to.

    Resolution runs while it is our turn and is met by settling. What a customer waits for stands still only once the
    case is settled: then nothing is owed, but nothing was given either.
    """
    for clock in turn.case.clocks:
        if not clock.is_open:
            continue
        if turn.case.stage in SETTLED and not clock.is_response:
            turn.add(_moved(clock, ClockEvent(move=ClockMove.FULFIL, at=at)))
            continue
        still = turn.case.stage in SETTLED if clock.is_response else turn.case.stage not in OURS
        since = clock.paused_since
        if still and since is None:
            turn.add(_moved(clock, ClockEvent(move=ClockMove.PAUSE, at=at)))
        elif not still and since is not None:
            # A message that was long on its way may have come in before the pause began: then there was none.
            turn.add(_moved(clock, ClockEvent(move=ClockMove.RESUME, at=max(since, at))))


def start_over(turn: Unfolding, *, at: datetime) -> None:
    """A settled case came back: its resolution goes on in a new cycle. Call it after `follow`."""
    last = turn.case.clock(ClockKind.RESOLUTION)
    if last is None or not last.is_open:
        cycle = 1 if last is None else last.cycle + 1
        turn.add(*armed(ClockKind.RESOLUTION, turn.case.terms, at=at, cycle=cycle))


def meet(turn: Unfolding, *, at: datetime) -> None:
    """The customer has an answer: every response clock that runs is met."""
    for clock in turn.case.clocks:
        if clock.is_response and clock.is_open:
            turn.add(_moved(clock, ClockEvent(move=ClockMove.FULFIL, at=at)))


def judge_anew(turn: Unfolding, book: Book) -> None:
    """The case is another one than the policies were asked about: graver, or a question now.

    Its clocks run under the new terms from now on: what has gone by counts, and no deadline moves later or
    into the past.
    """
    if turn.case.facts == turn.before.facts:
        return
    terms = _apply(turn, book)
    for clock in turn.case.clocks:
        target, old = terms.target(clock.kind), clock.terms
        if not clock.is_open or target is None or old is None or old.policy == terms.ref:
            continue
        wanted = ceil(clock.used_seconds(now=turn.now)) + target
        if old.target_seconds is not None:
            wanted = min(wanted, old.target_seconds)
        turn.add(_moved(clock, _under(terms, clock.kind, at=turn.now, target=wanted)))


def recompute(case: Case, book: Book, *, now: datetime) -> Unfolding:
    """Policies or calendars have changed: every clock that runs is reckoned again from its start, its pauses kept."""
    turn = Unfolding(case, now=now)
    terms = _apply(turn, book)
    for clock in turn.case.clocks:
        if clock.is_open and (clock.terms is None or clock.terms.policy != terms.ref):
            turn.add(_moved(clock, _under(terms, clock.kind, at=now)))
    return turn


def _apply(turn: Unfolding, book: Book) -> Terms:
    facts = turn.case.facts
    terms, queue = book.terms(facts), book.queue(facts)
    if (terms, queue) != (turn.case.terms, turn.case.queue):
        turn.add(PolicyApplied(terms=terms, queue=queue))
    return terms


def _under(terms: Terms, kind: ClockKind, *, at: datetime, target: int | None = None) -> ClockEvent:
    return ClockEvent(
        move=ClockMove.APPLY_POLICY,
        at=at,
        target_seconds=terms.target(kind) if target is None else target,
        warn_share=terms.warn_share,
        hours=terms.hours,
        policy=terms.ref,
    )


def _moved(clock: SlaClock, *events: ClockEvent) -> ClockMoved:
    return ClockMoved(kind=clock.kind, cycle=clock.cycle, origin=clock.origin, events=events)
