"""How often the same address, or the same account, has tried: in this process's memory, and never more than so many.

Each process counts for itself, so two of them allow twice as much.
"""

from collections import OrderedDict
from datetime import datetime, timedelta
from typing import Final

from services.respond.domain.allowance import Allowance, Rate, as_of, full, given_back, taken, wait

_MOST: Final = 10_000


class TooMany(Exception):
    """Tried too often. `wait`: after which time the next try counts."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__(f"tried too often; wait {wait}")
        self.wait = wait


class Attempts:
    """Allowances by name. Where there are too many names, the one that was not heard of for longest is forgotten."""

    def __init__(self, rate: Rate, *, most: int = _MOST) -> None:
        self._rate = rate
        self._most = most
        self._known: OrderedDict[str, Allowance] = OrderedDict()

    def take(self, name: str, *, now: datetime) -> None:
        """Count one try. Raises TooMany; then nothing is counted."""
        allowance = self._left(name, now)
        if allowance.left < 1:
            raise TooMany(wait(allowance, self._rate))
        self._put(name, taken(allowance))

    def give_back(self, name: str, *, now: datetime) -> None:
        """That try was none: it was right."""
        self._put(name, given_back(self._left(name, now), self._rate))

    @property
    def names(self) -> int:
        """How many names are known?"""
        return len(self._known)

    def _left(self, name: str, now: datetime) -> Allowance:
        return as_of(self._known.get(name) or full(self._rate, now=now), self._rate, now=now)

    def _put(self, name: str, allowance: Allowance) -> None:
        self._known[name] = allowance
        self._known.move_to_end(name)
        while len(self._known) > self._most:
            self._known.popitem(last=False)
