"""Faults armed at the stage door, and which of them strikes a request."""

import random
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count


class FaultKind(StrEnum):
    """The ways in which networks fail."""

    TIMEOUT_BEFORE_ACCEPT = "timeout_before_accept"
    TIMEOUT_AFTER_ACCEPT = "timeout_after_accept"
    ERROR_500_AFTER_POST = "error_500_after_post"
    RATE_LIMITED = "rate_limited"
    ERROR_503 = "error_503"
    DUPLICATE_NOTIFICATIONS = "duplicate_notifications"
    REORDER_NOTIFICATIONS = "reorder_notifications"
    SLOW = "slow"


@dataclass(eq=False)
class Fault:
    """One armed fault. `hold` is seconds; `times` None is without end; `probability` None is always."""

    id: int
    kind: FaultKind
    on: str
    times: int | None
    probability: float | None
    seed: int
    hold: float
    retry_after: int | None
    fired: int = 0
    dice: random.Random = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)  # noqa: S311 - chance to be repeated, not a secret

    def strikes(self, method: str, path: str) -> bool:
        """Whether this request is hit; a hit is counted and a throw of the dice is used up."""
        wanted, _, prefix = self.on.partition(" ")
        if wanted not in {"*", method} or not path.startswith(prefix):
            return False
        if self.times is not None and self.fired >= self.times:
            return False
        if self.probability is not None and self.dice.random() >= self.probability:
            return False
        self.fired += 1
        return True


class Faults:
    """All armed faults, in memory only: a restarted square is a healthy one."""

    def __init__(self) -> None:
        self._armed: list[Fault] = []
        self._ids = count(1)

    def arm(
        self,
        kind: FaultKind,
        *,
        on: str,
        times: int | None = 1,
        probability: float | None = None,
        seed: int = 0,
        hold: float = 5.0,
        retry_after: int | None = 1,
    ) -> Fault:
        fault = Fault(next(self._ids), kind, on, times, probability, seed, hold, retry_after)
        self._armed.append(fault)
        return fault

    def draw(self, method: str, path: str) -> Fault | None:
        """The first armed fault that strikes this request; never more than one."""
        return next((fault for fault in self._armed if fault.strikes(method, path)), None)

    def armed(self) -> list[Fault]:
        return list(self._armed)

    def disarm(self) -> None:
        self._armed.clear()
