"""A circuit breaker: an endpoint in trouble is left alone for a while, then tried with a single question."""

from collections import deque
from enum import StrEnum
from typing import Final

import structlog

from services.classify.cascade.numbers import BREAKER

log = structlog.get_logger()

_IN_A_ROW: Final = 5
_LOOKED_AT: Final = 20
_SHARE: Final = 0.5
_REST: Final = 30.0
LONGEST_REST: Final = 3_600.0
"""Seconds. An endpoint that asks for more is tried again after an hour."""


class State(StrEnum):
    """Closed: asks. Open: rests. Half open: one question is under way, and decides."""

    CLOSED = "closed"
    HALF_OPEN = "half open"
    OPEN = "open"


class Breaker:
    """Opens after five failures in a row, or when more than half of the last twenty failed. Times are seconds of any
    clock that never goes back."""

    def __init__(self) -> None:
        self._state = State.CLOSED
        self._until = 0.0
        self._in_a_row = 0
        self._last: deque[bool] = deque(maxlen=_LOOKED_AT)
        self._tell(State.CLOSED)

    @property
    def state(self) -> State:
        """What it does at present."""
        return self._state

    def rests(self, now: float) -> bool:
        """Is it of no use to prepare a question?"""
        return self._state is State.HALF_OPEN or (self._state is State.OPEN and now < self._until)

    def admits(self, now: float) -> bool:
        """May a question be asked? Whoever is told so has to report what came of it: `succeeded`, `failed` or
        `cut_short`.
        """
        if self.rests(now):
            return False
        if self._state is State.OPEN:
            self._become(State.HALF_OPEN)
        return True

    def succeeded(self) -> None:
        """A usable answer came. While it rests this is a late one, and changes nothing."""
        if self._state is State.OPEN:
            return
        self._in_a_row = 0
        self._last.append(True)
        if self._state is State.HALF_OPEN:
            self._last.clear()
            self._become(State.CLOSED)

    def failed(self, now: float, *, rest: float | None = None) -> None:
        """None came. `rest`: for how many seconds the endpoint asked to be left alone."""
        self._in_a_row += 1
        self._last.append(False)
        bad = self._last.count(False)
        worn = self._in_a_row >= _IN_A_ROW or (len(self._last) == _LOOKED_AT and bad > _LOOKED_AT * _SHARE)
        if rest is None and not worn and self._state is State.CLOSED:
            return
        asked = _REST if rest is None else min(max(rest, 0.0), LONGEST_REST)
        if self._state is State.OPEN:
            # Others failed beside it: they lengthen the rest only if the endpoint says so.
            self._until = max(self._until, now + asked) if rest is not None else self._until
            return
        self._until = now + asked
        self._become(State.OPEN)

    def cut_short(self, now: float) -> None:
        """Whoever asked did not wait long enough to tell. After a trial that was cut short another one may be made."""
        if self._state is State.HALF_OPEN:
            self._until = now
            self._become(State.OPEN)

    def _become(self, state: State) -> None:
        log.warning("second opinions", breaker=str(state), before=str(self._state), failures_in_a_row=self._in_a_row)
        self._state = state
        self._tell(state)

    def _tell(self, state: State) -> None:
        for one in State:
            BREAKER.labels(str(one)).set(one is state)
