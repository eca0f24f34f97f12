"""An SLA clock: a log of what happened to it, from which everything shown is derived (SEMANTICS, section 3).

The opening hours stand in the log as text, so that a clock needs nothing but itself to say when it is due.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from shared.case.hours.calendar import Pause, deadline, open_seconds


class ClockKind(StrEnum):
    """What is owed by the deadline."""

    FIRST_RESPONSE = "first_response"
    NEXT_RESPONSE = "next_response"
    RESOLUTION = "resolution"


class ClockMove(StrEnum):
    """What can happen to a clock."""

    ACTIVATE = "activate"
    APPLY_POLICY = "apply_policy"
    PAUSE = "pause"
    RESUME = "resume"
    WARN = "warn"
    BREACH = "breach"
    FULFIL = "fulfil"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockEvent:
    """One line of the log. What follows `at` stands on apply_policy only.

    `target_seconds`: of open time since the clock's start; None: no deadline. `granted_seconds`: how much of that is
    beyond the policy's own target, because these terms began to count when some time had gone by. `warn_share`: 0..1 of
    the target. `hours`: opening hours as `Calendar.text` writes them, None: always open. `policy`: the terms' name
    (`Terms.ref`).
    """

    move: ClockMove
    at: datetime
    target_seconds: int | None = None
    granted_seconds: int | None = None
    warn_share: float | None = None
    hours: str | None = None
    policy: str | None = None


@dataclass(frozen=True, kw_only=True)
class SlaClock:
    """A clock of one kind, and its log in order of happening. What is derived from the log is worked out once.

    A kind may come in several cycles, of which at most one runs. `origin` is the case that the clock came with when
    that was merged into this one; each origin keeps its own clocks, so that they can be taken apart again.
    """

    kind: ClockKind
    cycle: int = 1
    origin: str | None = None
    log: tuple[ClockEvent, ...] = ()

    def moved(self, *events: ClockEvent) -> "SlaClock":
        """Return the clock with these lines added."""
        return replace(self, log=(*self.log, *events))

    def first(self, move: ClockMove) -> datetime | None:
        """Return when this first happened."""
        return next((event.at for event in self.log if event.move is move), None)

    @property
    def is_response(self) -> bool:
        """Is it an answer that is owed?"""
        return self.kind is not ClockKind.RESOLUTION

    @cached_property
    def terms(self) -> ClockEvent | None:
        """The line of the policy that counts: the newest, from the clock's start on."""
        return next((event for event in reversed(self.log) if event.move is ClockMove.APPLY_POLICY), None)

    @property
    def fulfilled_at(self) -> datetime | None:
        """When the customer had what was owed."""
        return self.first(ClockMove.FULFIL)

    @property
    def is_open(self) -> bool:
        """Is it still owed?"""
        return self.fulfilled_at is None

    @property
    def paused_since(self) -> datetime | None:
        """Since when time stands still; None while it runs."""
        last = next((event for event in reversed(self.log) if event.move in (ClockMove.PAUSE, ClockMove.RESUME)), None)
        return last.at if last is not None and last.move is ClockMove.PAUSE else None

    @property
    def is_paused(self) -> bool:
        """Is time standing still?"""
        return self.paused_since is not None

    @cached_property
    def due_at(self) -> datetime | None:
        """The deadline: when the target's open, unpaused time is up. None while a pause or a policy keeps it away."""
        return self._instant(1.0)

    @cached_property
    def warn_at(self) -> datetime | None:
        """When to warn: at the policy's share of the target, and not before these terms began to count."""
        terms = self.terms
        at = None if terms is None or terms.warn_share is None else self._instant(terms.warn_share)
        return None if terms is None or at is None else max(at, terms.at)

    @property
    def breached_at(self) -> datetime | None:
        """The deadline that passed unmet. An answer that turns out to have been in time undoes it."""
        breach = self.first(ClockMove.BREACH)
        met = self.fulfilled_at
        return None if breach is None or (met is not None and met <= breach) else breach

    @cached_property
    def next_at(self) -> datetime | None:
        """When somebody has to look at this clock again; None when never.

        An answer after the deadline does not hide the breach: while it is not recorded, the clock stays due.
        """
        if self.first(ClockMove.BREACH) is not None:
            return None
        due, met = self.due_at, self.fulfilled_at
        if met is not None:
            return due if due is not None and met > due else None
        warned = self.first(ClockMove.WARN) is not None
        return due if warned else (self.warn_at or due)

    def owed(self, *, now: datetime) -> Iterator[ClockEvent]:
        """Give the warning and the breach that are to be recorded, each at its own instant, however late we look.

        At the deadline itself an answer is still in time.
        """
        until = now if self.fulfilled_at is None else min(now, self.fulfilled_at)
        if self.first(ClockMove.BREACH) is not None:
            return
        warn, due = self.warn_at, self.due_at
        if warn is not None and warn <= until and self.first(ClockMove.WARN) is None and self.is_open:
            yield ClockEvent(move=ClockMove.WARN, at=warn)
        if due is not None and due < until:
            yield ClockEvent(move=ClockMove.BREACH, at=due)

    def used_seconds(self, *, now: datetime) -> float:
        """Return the open, unpaused seconds that have gone by since the start."""
        start = self.first(ClockMove.ACTIVATE)
        hours = None if self.terms is None else self.terms.hours
        return 0.0 if start is None else open_seconds(hours, start, now, self._pauses())

    def _instant(self, share: float) -> datetime | None:
        start, terms = self.first(ClockMove.ACTIVATE), self.terms
        if start is None or terms is None or terms.target_seconds is None:
            return None
        return deadline(terms.hours, start, terms.target_seconds * share, self._pauses())

    def _pauses(self) -> list[Pause]:
        pauses: list[Pause] = []
        since: datetime | None = None
        for event in self.log:
            if event.move is ClockMove.PAUSE and since is None:
                since = event.at
            elif event.move is ClockMove.RESUME and since is not None:
                pauses.append((since, event.at))
                since = None
        return pauses if since is None else [*pauses, (since, None)]
