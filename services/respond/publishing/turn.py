"""An account's turn to post: shared by all processes, so that together they are no faster than one may be."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from services.respond.publishing.pauses import Rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One post may begin at this time."""

    at: datetime


class Turns(Protocol):
    """Where turns are given out. Methods raise Unavailable."""

    async def take(self, account_id: str, *, now: datetime) -> Turn | Rest:
        """Return the account's next turn, or until when it rests."""
        ...

    async def rest(self, account_id: str, rest: Rest) -> None:
        """Let the account rest, in all processes."""
        ...
