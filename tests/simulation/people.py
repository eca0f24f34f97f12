"""Who can do what and has room for more, reckoned apart from the code that decides by it.

Agents are bits of a number, so that 'somebody who can, is there and has room' is one `and` for each kind of case.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from tests.simulation.agents import Agent
from tests.simulation.town import QUEUES, WEIGHTS


class People:
    """The agents, and how many places of each are taken."""

    def __init__(self, agents: Sequence[Agent]) -> None:
        self._workers = {agent.worker.id: agent.worker for agent in agents}
        self._bits = {one: 1 << index for index, one in enumerate(self._workers)}
        self._able: dict[str, int] = {}
        self._taken: Counter[str] = Counter()
        self._room = {size: self.bits(self._workers) for size in {1, *WEIGHTS.values()}}

    def bits(self, agents: Iterable[str | None]) -> int:
        """Return the bits of these agents; nobody has none."""
        return sum(self._bits[agent] for agent in agents if agent is not None)

    def able(self, demand: str) -> int:
        """Return who can take such a case, at work or not."""
        if demand not in self._able:
            brand, network, language, queue = demand.split("|")
            asked = next(one for one in QUEUES if one.id == queue)
            self._able[demand] = self.bits(
                worker.id
                for worker in self._workers.values()
                if (not worker.brands or brand in worker.brands)
                and (not worker.networks or network in worker.networks)
                and (not language or not worker.languages or language in worker.languages)
                and asked.skills <= worker.skills
                and asked.certifications <= worker.certifications
            )
        return self._able[demand]

    def with_room(self, size: int) -> int:
        """Return who has a free place of that size, at work or not."""
        return self._room[size]

    def taken(self, agent: str) -> int:
        """Return how many places of theirs are taken."""
        return self._taken[agent]

    def take(self, agent: str, places: int) -> None:
        """So many more are; negative: fewer."""
        self._taken[agent] += places
        taken, capacity = self._taken[agent], self._workers[agent].capacity
        for size, room in self._room.items():
            fits = taken == 0 or taken + size <= capacity
            self._room[size] = room | self._bits[agent] if fits else room & ~self._bits[agent]


@cache
def weight_of(demand: str) -> int:
    """Return how many places such a case takes."""
    return weight(demand.split("|")[1])


def weight(network: str) -> int:
    """Return how many places a case of this network takes."""
    return WEIGHTS.get(network, 1)
