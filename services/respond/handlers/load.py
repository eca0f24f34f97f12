"""Who works, with how much, out of how much they can take."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shared.directory.at_work import PresenceState, Seen
from shared.directory.profile import Profile
from shared.runtime.clock import Clock


class Everybody(Protocol):
    """The agents who are not gone."""

    def all(self) -> tuple[Profile, ...]: ...


class Present(Protocol):
    """Who is at work. Raises Unavailable."""

    async def states(self, *, now: datetime) -> dict[str, Seen]: ...


class Loaded(Protocol):
    """How many cases each agent has. Raises Unavailable."""

    async def loads(self) -> Mapping[str, int]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """An agent's. `cases`: theirs to do something about, in all brands; each counts as one, whatever its network."""

    agent: str
    name: str
    cases: int
    capacity: int
    presence: PresenceState
    since: datetime | None

    @property
    def share(self) -> float:
        """Return the part of their capacity that is taken: 1.0 is full, a supervisor can give more."""
        return self.cases / self.capacity if self.capacity else float(bool(self.cases))


class Team:
    """Those who serve a brand of whoever asks."""

    def __init__(self, *, roster: Everybody, presence: Present, loads: Loaded, clock: Clock) -> None:
        self._roster = roster
        self._presence = presence
        self._loads = loads
        self._clock = clock

    async def of(self, asker: Profile, *, brand: str | None) -> list[Load]:
        """Return them: who is at work first, the fullest leading. `brand`: those who serve it. Raises Unavailable."""
        states, loads = await self._presence.states(now=self._clock()), await self._loads.loads()
        found = [
            _load(one, states.get(one.id), loads.get(one.id, 0))
            for one in self._roster.all()
            if one.shares_a_brand_with(asker) and (brand is None or not one.brands or brand in one.brands)
        ]
        order = ("online", "away", "offline")
        return sorted(found, key=lambda one: (order.index(one.presence), -one.share, one.agent))


def _load(agent: Profile, seen: Seen | None, cases: int) -> Load:
    return Load(
        agent=agent.id,
        name=agent.name,
        cases=cases,
        capacity=agent.capacity,
        presence="offline" if seen is None else seen.state,
        since=None if seen is None else seen.since,
    )
