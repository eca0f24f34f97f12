"""The agents who are at work, as dispatch and the cases need to know them."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from services.route.domain.eligible import Worker
from shared.directory.at_work import Seen
from shared.directory.profile import Profile
from shared.runtime.again import again
from shared.runtime.clock import Clock


class Listed(Protocol):
    """All agents."""

    def all(self) -> Sequence[Profile]: ...


class Present(Protocol):
    """Who is at work, and since when."""

    async def states(self, *, now: datetime) -> Mapping[str, Seen]: ...


class Staff:
    """Joins roster and presence. `online` is as fresh as the last look, so that a batch need not ask."""

    def __init__(self, *, roster: Listed, presence: Present, every: float, clock: Clock) -> None:
        """`every`: seconds between two looks."""
        self._roster = roster
        self._presence = presence
        self._every = every
        self._clock = clock
        self.online: frozenset[str] = frozenset()

    async def run(self, stop: asyncio.Event) -> None:
        """Keep `online` fresh until told to stop."""
        await again(self._look, stop=stop, every=self._every, name="staff")

    async def at_work(self, *, now: datetime) -> Sequence[Worker]:
        """Return those who are at work now. Raises Unavailable."""
        states = await self._presence.states(now=now)
        self.online = frozenset(one for one, seen in states.items() if seen.state == "online")
        return [_worker(profile) for profile in self._roster.all() if profile.id in self.online]

    async def _look(self) -> bool:
        await self.at_work(now=self._clock())
        return False


def _worker(profile: Profile) -> Worker:
    return Worker(
        id=profile.id,
        capacity=profile.capacity,
        brands=frozenset(profile.brands),
        networks=frozenset(profile.networks),
        languages=frozenset(profile.languages),
        skills=frozenset(profile.skills),
        certifications=frozenset(profile.certifications),
    )
