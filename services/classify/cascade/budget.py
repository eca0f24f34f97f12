"""How much may be asked: a share of the traffic, calls per minute, characters per day. Counted by each process."""

from collections import deque
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal

_MINUTE: Final = timedelta(minutes=1)
_SAVED_AT_MOST: Final = 100.0

Exceeded = Literal["share", "minute", "day"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """`share`: of the mentions with words, 0..1. `characters_per_day`: bytes of whole requests
    (in our languages about as many characters), by the UTC day."""

    share: float = 0.2
    calls_per_minute: int = 120
    characters_per_day: int = 5_000_000


class Budget:
    """What is left of the limits. A restart forgets it, and several processes have one each."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._saved = 0.0
        self._calls: deque[datetime] = deque()
        self._day: date | None = None
        self._characters = 0

    def saw(self, mentions: int) -> None:
        """Take note of traffic. What a quiet hour saves is bounded, so that a storm is not all asked about at once."""
        self._saved = min(self._saved + mentions * self._limits.share, max(_SAVED_AT_MOST, mentions))

    def exceeded(self, characters: int, now: datetime) -> Exceeded | None:
        """Return which limit forbids a question of that size; None if it may be asked."""
        self._turn(now)
        if self._saved < 1.0:
            return "share"
        if len(self._calls) >= self._limits.calls_per_minute:
            return "minute"
        if self._characters + characters > self._limits.characters_per_day:
            return "day"
        return None

    def take(self, characters: int, now: datetime) -> None:
        """Count a question that is asked."""
        self._turn(now)
        self._saved -= 1.0
        self._calls.append(now)
        self._characters += characters

    def _turn(self, now: datetime) -> None:
        while self._calls and now - self._calls[0] >= _MINUTE:
            self._calls.popleft()
        if self._day != now.date():
            self._day, self._characters = now.date(), 0
