"""Turns in memory: always at once, unless told to rest."""

from dataclasses import dataclass, field
from datetime import datetime

from services.respond.publishing.pauses import Rest
from services.respond.publishing.turn import Turn


@dataclass
class InMemoryTurns:
    """`rests`: of accounts. `taken`: whose turns were given out."""

    rests: dict[str, Rest] = field(default_factory=dict)
    taken: list[str] = field(default_factory=list)

    async def take(self, account_id: str, *, now: datetime) -> Turn | Rest:
        rest = self.rests.get(account_id)
        if rest is not None and rest.until > now:
            return rest
        self.taken.append(account_id)
        return Turn(at=now)

    async def rest(self, account_id: str, rest: Rest) -> None:
        known = self.rests.get(account_id)
        if known is None or known.until < rest.until:
            self.rests[account_id] = rest
