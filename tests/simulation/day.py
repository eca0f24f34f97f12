"""The day itself: events in order of their second, and one look at the line in every second in which something happens.

Between two events nothing changes that a look could see, so no second is left out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from heapq import heappop, heappush
from itertools import count
from typing import Final, Protocol

from services.route.dispatch import Dispatcher
from services.route.giving_back import GivingBack
from shared.case.state.case import Case
from shared.case.state.stage import Stage
from shared.directory.at_work import PresenceState, Seen
from shared.levels.book import Levels
from tests.fakes.dispatching import KeptReasons, OnDuty, OneLease
from tests.simulation.agents import Agent
from tests.simulation.arrivals import Arrival
from tests.simulation.town import MIDNIGHT, OFFLINE_AFTER, SILENCE_AFTER, Town, at, case_id


class Dispatching(Protocol):
    """What looks at the line."""

    async def dispatch(self, fence: int) -> int: ...


class Watching(Protocol):
    """Who looks on, after each look at the line."""

    def look(self, day: "Day") -> None: ...


@dataclass(slots=True, kw_only=True)
class Told:
    """What is told of a case afterwards. Seconds; `hands`: who was given it, when; `lost`: who lost it."""

    arrival: Arrival
    hands: list[tuple[int, str]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    done: int | None = None

    @property
    def waited(self) -> int | None:
        """Seconds until whoever dealt with it had it; None where nobody did."""
        return None if self.done is None else self.hands[-1][0] - self.arrival.at


class Day:
    """Agents, customers, and the line between them."""

    def __init__(self, agents: Sequence[Agent], arrivals: Sequence[Arrival], levels: Levels) -> None:
        self.agents = {agent.worker.id: agent for agent in agents}
        self.town = Town(levels)
        self.staff = OnDuty()
        self.reasons = KeptReasons()
        self.told = {case_id(one.number): Told(arrival=one) for one in arrivals}
        self.second = 0
        self.freed: list[tuple[str, Case]] = []
        """Who no longer has which case, since the look before."""
        self._events: list[tuple[int, int, Callable[[], object]]] = []
        self._order: Final = count()
        self._somebody_may_lose = False
        for arrival in arrivals:
            self._at(arrival.at, partial(self.town.opens, arrival))
        for agent in agents:
            for begin, end in agent.at_work:
                self._at(begin, partial(self._is, agent, "online"))
                self._at(end, partial(self._is, agent, "offline"))

    async def run(self, watching: Watching, dispatching: Dispatching | None = None) -> None:
        """Go through the day until nothing happens any more. Without `dispatching` the real one looks at the line."""
        giving_back = GivingBack(
            line=self.town.line,
            presence=self.staff,
            cases=self.town,
            rules=lambda: self.town.levels.rules,
            every=1,
            clock=lambda: at(self.second),
        )
        looking = dispatching or self.dispatcher()
        while self._events:
            self.second = self._events[0][0]
            while self._events and self._events[0][0] == self.second:
                heappop(self._events)[2]()
            if self._somebody_may_lose:
                self._somebody_may_lose = False
                await self._give_back(giving_back)
            await looking.dispatch(1)
            for step in self.town.given:
                self._given(step.after)
            watching.look(self)
            self.town.given.clear()
            self.freed.clear()

    def is_silent(self, agent: str) -> bool:
        """Are they there and do nothing?"""
        return any(begin <= self.second < end for begin, end in self.agents[agent].silent)

    def dispatcher(self) -> Dispatcher:
        """Return the real one, over this day."""
        return Dispatcher(
            line=self.town.line,
            staff=self.staff,
            cases=self.town,
            writes=self.town,
            lease=OneLease(),
            reasons=self.reasons,
            levels=lambda: self.town.levels,
            every=1,
            clock=lambda: at(self.second),
        )

    async def _give_back(self, giving_back: GivingBack) -> None:
        had = {case: owner for owner, cases in self.town.line.owned.items() for case in cases}
        await giving_back.give_back()
        for case, owner in had.items():
            if self.town.cases[case].owner is None:
                self.told[case].lost.append(owner)
                self.freed.append((owner, self.town.cases[case]))

    def _at(self, second: int, happening: Callable[[], object]) -> None:
        heappush(self._events, (second, next(self._order), happening))

    def _is(self, agent: Agent, state: PresenceState) -> None:
        self.staff.seen[agent.worker.id] = Seen(state=state, since=at(self.second))
        online = [one for one, seen in self.staff.seen.items() if seen.state == "online"]
        self.staff.workers = tuple(self.agents[one].worker for one in sorted(online))
        if state == "offline":
            self._at(self.second + OFFLINE_AFTER + 1, self._may_lose)

    def _may_lose(self) -> None:
        self._somebody_may_lose = True

    def _given(self, case: Case) -> None:
        told = self.told[case.id]
        told.hands.append((self.second, case.owner or ""))
        self._at(self.second + told.arrival.handling, partial(self._done, case))

    def _done(self, given: Case) -> None:
        """Whoever was given it would be done by now, if it is still theirs, they are there and did not fall silent."""
        case, owner = self.town.cases[given.id], given.owner or ""
        if (case.stage, case.owner, case.owner_since) != (Stage.ASSIGNED, owner, given.owner_since):
            return
        seen = self.staff.seen.get(owner)
        if seen is not None and seen.state == "online" and not self.is_silent(owner):
            self.town.finishes(case, now=at(self.second))
            self.told[case.id].done = self.second
            self.freed.append((owner, case))
        elif self.is_silent(owner):
            since = (case.owner_since or MIDNIGHT) - MIDNIGHT
            self._at(int(since.total_seconds()) + SILENCE_AFTER + 1, self._may_lose)
