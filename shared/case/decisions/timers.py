"""What happens to a case's clocks: they are armed, stand still, go on, are met, and change their terms."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from math import ceil

from shared.case.decisions.unfolding import Unfolding
from shared.case.events import ClockMoved, PolicyApplied
from shared.case.state.case import Case
from shared.case.state.clock import ClockEvent, ClockKind, ClockMove, SlaClock
from shared.case.state.policy import Book
from shared.case.state.stage import OURS, SETTLED
from shared.case.state.terms import Terms


def armed(
    kind: ClockKind, terms: Terms, *, at: datetime, cycle: int = 1, origin: str | None = None
) -> list[ClockMoved]:
    """Return what starts a clock; nothing where the terms give that kind no target."""
    if terms.target(kind) is None:
        return []
    start = ClockEvent(move=ClockMove.ACTIVATE, at=at)
    return [ClockMoved(kind=kind, cycle=cycle, origin=origin, events=(start, _under(terms, kind, at=at)))]


def owe(turn: Unfolding) -> None:
    """Have a clock run for whatever is owed and has none, wherever the terms give a target.

    A response runs from the oldest message that waits, never from a repeat.
    """
    case = turn.case
    if case.stage in SETTLED or not case.is_live:
        return
    if case.is_ours and not any(clock.is_open and not clock.is_response for clock in case.clocks):
        start_over(turn, at=case.waits_from or turn.now)
    for origin in dict.fromkeys(message.origin for message in case.messages if message.waits):
        if any(clock.is_response and clock.is_open and clock.origin == origin for clock in case.clocks):
            continue
        since = min(message.since for message in case.messages if message.waits and message.origin == origin)
        kind, last = ClockKind.FIRST_RESPONSE, None
        # Answered or not is for the messages to say: where only the next response has a target, the first has no clock.
        if any(message.answered_by is not None and message.origin == origin for message in case.messages):
            kind, last = ClockKind.NEXT_RESPONSE, case.clock(ClockKind.NEXT_RESPONSE, origin=origin)
        turn.add(*armed(kind, case.terms, at=since, cycle=1 if last is None else last.cycle + 1, origin=origin))


def follow(turn: Unfolding, *, at: datetime, origins: Collection[str | None] | None = None) -> None:
    """Let the clocks (of these origins; None: all) follow the stage that the case has come to.

    Resolution runs while it is our turn and is met by settling. What a customer waits for stands still only once the
    case is settled: then nothing is owed, but nothing was given either.
    """
    for clock in turn.case.clocks:
        if not clock.is_open or (origins is not None and clock.origin not in origins):
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


def start_over(turn: Unfolding, *, at: datetime, origin: str | None = None) -> None:
    """What was settled came back: its resolution goes on in a new cycle. Call it after `follow`."""
    last = turn.case.clock(ClockKind.RESOLUTION, origin=origin)
    if last is None or not last.is_open:
        cycle = 1 if last is None else last.cycle + 1
        turn.add(*armed(ClockKind.RESOLUTION, turn.case.terms, at=at, cycle=cycle, origin=origin))


def meet(turn: Unfolding, *, at: datetime, origins: Collection[str | None]) -> None:
    """The customers of these origins have an answer: what they were owed is met."""
    for clock in turn.case.clocks:
        if clock.is_response and clock.is_open and clock.origin in origins:
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
        if clock.is_open and target is not None and (old is None or old.policy != terms.ref):
            turn.add(_moved(clock, _from_now_on(clock, terms, target, now=turn.now)))


def recompute(case: Case, book: Book, *, now: datetime) -> Unfolding:
    """Policies or calendars have changed: every clock that runs is reckoned again from its start.

    Its pauses are kept, and what it was granted when its case became graver: nobody is late for what was not known yet.
    """
    turn = Unfolding(case, now=now)
    terms = _apply(turn, book)
    for clock in turn.case.clocks:
        if clock.is_open and (clock.terms is None or clock.terms.policy != terms.ref):
            granted = None if clock.terms is None else clock.terms.granted_seconds
            turn.add(_moved(clock, _granted(_under(terms, clock.kind, at=now), granted)))
    owe(turn)
    return turn


def _apply(turn: Unfolding, book: Book) -> Terms:
    facts = turn.case.facts
    terms, queue = book.terms(facts), book.queue(facts)
    if (terms, queue) != (turn.case.terms, turn.case.queue):
        turn.add(PolicyApplied(terms=terms, queue=queue))
    return terms


def _from_now_on(clock: SlaClock, terms: Terms, target: int, *, now: datetime) -> ClockEvent:
    """The whole target on top of what has gone by; or the old deadline, where that comes first."""
    running = clock.moved(ClockEvent(move=ClockMove.RESUME, at=now)) if clock.is_paused else clock
    under = _under(terms, clock.kind, at=now)
    gone_by = ceil(running.moved(under).used_seconds(now=now))
    anew, old = replace(under, target_seconds=gone_by + target), running.terms
    due, due_anew = running.due_at, running.moved(anew).due_at
    if old is None or old.target_seconds is None or due is None or (due_anew is not None and due_anew < due):
        return _granted(under, gone_by)
    return replace(_granted(under, old.target_seconds - target), hours=old.hours)


def _granted(under: ClockEvent, seconds: int | None) -> ClockEvent:
    if not seconds or under.target_seconds is None:
        return under
    return replace(under, target_seconds=max(1, under.target_seconds + seconds), granted_seconds=seconds)


def _under(terms: Terms, kind: ClockKind, *, at: datetime) -> ClockEvent:
    return ClockEvent(
        move=ClockMove.APPLY_POLICY,
        at=at,
        target_seconds=terms.target(kind),
        warn_share=terms.warn_share,
        hours=terms.hours,
        policy=terms.ref,
    )


def _moved(clock: SlaClock, *events: ClockEvent) -> ClockMoved:
    return ClockMoved(kind=clock.kind, cycle=clock.cycle, origin=clock.origin, events=events)
