"""What other service levels make of a case."""

from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from shared.case.apply import apply_all
from shared.case.commands import ApplyPolicies
from shared.case.decide import decide
from shared.case.keeping import Change
from shared.case.state.case import Case
from shared.case.state.clock import ClockKind, SlaClock
from shared.case.state.policy import Book, Facts, Match

_ANY: Final = Match()


class Move(StrEnum):
    """What happens to a deadline. One that stands still has none now and gets its new one when time goes on."""

    EARLIER = "earlier"
    LATER = "later"
    APPEARS = "appears"
    VANISHES = "vanishes"
    STANDS_STILL = "stands still"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A deadline that would change. `passes`: it would lie in the past, and does not now."""

    case_id: str
    kind: ClockKind
    cycle: int
    origin: str | None
    move: Move
    due_now: datetime | None
    due_then: datetime | None
    passes: bool

    @property
    def by(self) -> timedelta | None:
        """How much later it would be; below zero: earlier."""
        return None if self.due_now is None or self.due_then is None else self.due_then - self.due_now


@dataclass(frozen=True, slots=True, kw_only=True)
class Foresight:
    """A case as it is, as it would be, and the deadlines that would differ."""

    now: Case
    then: Case
    shifts: tuple[Shift, ...]


def recomputed(book: Book, *, now: datetime) -> Change:
    """Return the change that these service levels make to a case; none where it has its terms already."""

    def change(case: Case) -> Case:
        return apply_all(case, decide(case, ApplyPolicies(book=book), now=now), now=now)

    return change


def foresee(case: Case, book: Book, *, now: datetime) -> Foresight:
    """Return what these service levels would make of a case."""
    then = recomputed(book, now=now)(case)
    before = {(clock.kind, clock.cycle, clock.origin): clock for clock in case.clocks}
    shifts = (
        _shift(case.id, before.get((clock.kind, clock.cycle, clock.origin)), clock, now=now)
        for clock in then.clocks
        if clock.is_open
    )
    return Foresight(now=case, then=then, shifts=tuple(shift for shift in shifts if shift is not None))


def misses(match: Match, facts: Facts) -> tuple[str, ...]:
    """Return the names of the conditions that these facts do not meet; none: it matches."""
    each = ((field.name, getattr(match, field.name)) for field in fields(Match))
    return tuple(name for name, condition in each if not replace(_ANY, **{name: condition})(facts))


def _shift(case_id: str, before: SlaClock | None, after: SlaClock, *, now: datetime) -> Shift | None:
    was, will_be = None if before is None else before.due_at, after.due_at
    if was == will_be:
        stands_still = before is not None and before.terms != after.terms and after.is_paused
        move = Move.STANDS_STILL if stands_still else None
    elif was is None:
        move = Move.APPEARS
    elif will_be is None:
        move = Move.VANISHES
    else:
        move = Move.EARLIER if will_be < was else Move.LATER
    if move is None:
        return None
    return Shift(
        case_id=case_id,
        kind=after.kind,
        cycle=after.cycle,
        origin=after.origin,
        move=move,
        due_now=was,
        due_then=will_be,
        passes=will_be is not None and will_be < now and not (was is not None and was < now),
    )
