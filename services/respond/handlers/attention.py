"""Saying and asking who is at a case."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from services.respond.domain.attention import LASTING, Doing, Looking
from services.respond.handlers.change import Asking, Cases, read
from shared.runtime.clock import Clock


class Kept(Protocol):
    """Where attention is kept. Methods raise Unavailable."""

    async def put(self, looking: Looking) -> None: ...

    async def drop(self, case_id: str, agent: str) -> None: ...

    async def at(self, case_id: str, *, now: datetime) -> Sequence[Looking]: ...


class CaseAttention:
    """What agents do with it. All raise NoSuchCase and Unavailable, and return who is at the case now."""

    def __init__(self, *, cases: Cases, attention: Kept, clock: Clock) -> None:
        self._cases = cases
        self._attention = attention
        self._clock = clock

    async def at(self, case_id: str, asking: Asking) -> Sequence[Looking]:
        """Return them by agent."""
        await read(self._cases, case_id, asking)
        return await self._attention.at(case_id, now=self._clock())

    async def pay(self, case_id: str, asking: Asking, doing: Doing) -> Sequence[Looking]:
        """The agent is at the case, for the next twenty seconds."""
        case = await read(self._cases, case_id, asking)
        now = self._clock()
        await self._attention.put(
            Looking(case_id=case.id, brand=case.brand, agent=asking.agent, doing=doing, until=now + LASTING)
        )
        return await self._attention.at(case_id, now=now)

    async def leave(self, case_id: str, asking: Asking) -> None:
        """The agent is at the case no longer."""
        await read(self._cases, case_id, asking)
        await self._attention.drop(case_id, asking.agent)
