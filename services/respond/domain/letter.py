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
class KeptLetter:
    """A dead letter, and what became of it. `brand` is None where nothing tells whose it is."""

    letter: DeadLetter
    brand: str | None
    state: LetterState
    replays: tuple[Replay, ...] = ()
