"""A letter in the quarantine."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from shared.contracts.deadletter import DeadLetter

LetterState = Literal["waiting", "replayed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """Somebody put the record back."""

    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """Somebody sent a corrected record in its place: `value`, as they wrote it."""

    by: str
    at: datetime
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SameReason:
    """Waiting letters that one station set aside for one reason."""

    station: str
    reason: str
    letters: int
    oldest: datetime
    can_replay: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLetter:
    """A dead letter, and what became of it. `brand` is None where nothing tells whose it is."""

    letter: DeadLetter
    brand: str | None
    state: LetterState
    replays: tuple[Replay, ...] = ()
    fixes: tuple[Fix, ...] = ()
