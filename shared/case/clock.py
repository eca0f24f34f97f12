"""An SLA clock: a log of what happened to it, from which everything shown is derived (SEMANTICS, section 3).

The calendar is 24/7 so far: open time is elapsed time.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum


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
    """One line of the log. `target_seconds` and `warn_share` (0..1) stand on apply_policy only."""

    move: ClockMove
    at: datetime
    target_seconds: int | None = None
    warn_share: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlaClock:
    """A clock of one kind, and its log in order of happening."""

    kind: ClockKind
    log: tuple[ClockEvent, ...] = ()

    def moved(self, *events: ClockEvent) -> "SlaClock":
        """Return the clock with these lines added."""
        return replace(self, log=(*self.log, *events))

    def first(self, move: ClockMove) -> datetime | None:
        """Return when this first happened."""
        return next((event.at for event in self.log if event.move is move), None)

    @property
    def fulfilled_at(self) -> datetime | None:
        """When the customer had what was owed."""
        return self.first(ClockMove.FULFIL)

    @property
    def paused_since(self) -> datetime | None:
        """Since when time stands still; None while it runs."""
        last = next((event for event in reversed(self.log) if event.move in (ClockMove.PAUSE, ClockMove.RESUME)), None)
        return last.at if last is not None and last.move is ClockMove.PAUSE else None

    @property
    def is_paused(self) -> bool:
        """Is time standing still?"""
        return self.paused_since is not None

    @property
    def due_at(self) -> datetime | None:
        """The deadline: start, plus target, plus the pauses. None while paused, or before a policy was applied."""
        return self._instant(1.0)

    @property
    def warn_at(self) -> datetime | None:
        """When to warn: at the policy's share of the target."""
        share = self._policy().warn_share
        return None if share is None else self._instant(share)

    @property
    def breached_at(self) -> datetime | None:
        """The deadline that passed unmet. An answer that turns out to have been in time undoes it."""
        breach = self.first(ClockMove.BREACH)
        if breach is None:
            return None
        met = self.fulfilled_at
        return None if met is not None and met <= breach else breach

    @property
    def next_at(self) -> datetime | None:
        """When somebody has to look at this clock again; None when never."""
        if self.fulfilled_at is not None or self.first(ClockMove.BREACH) is not None:
            return None
        warned = self.first(ClockMove.WARN) is not None
        return self.due_at if warned else (self.warn_at or self.due_at)

    def _policy(self) -> ClockEvent:
        return next(
            (event for event in reversed(self.log) if event.move is ClockMove.APPLY_POLICY),
            ClockEvent(move=ClockMove.APPLY_POLICY, at=self.log[0].at),
        )

    def _instant(self, share: float) -> datetime | None:
        start = self.first(ClockMove.ACTIVATE)
        target = self._policy().target_seconds
        if start is None or target is None or self.is_paused:
            return None
        return start + timedelta(seconds=target * share) + self._paused()

    def _paused(self) -> timedelta:
        total, since = timedelta(), None
        for event in self.log:
            if event.move is ClockMove.PAUSE and since is None:
                since = event.at
            elif event.move is ClockMove.RESUME and since is not None:
                total, since = total + (event.at - since), None
        return total
