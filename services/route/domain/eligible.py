"""Who may take which case, and why nobody can (SEMANTICS, section 4)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from shared.case.state.policy import Queue

ANY: Final[frozenset[str]] = frozenset()
"""No restriction: all brands, all networks, all languages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """An agent at work. `capacity` in weights of cases; a certification and a skill have to be named to be had."""

    id: str
    capacity: int
    brands: frozenset[str] = ANY
    networks: frozenset[str] = ANY
    languages: frozenset[str] = ANY
    skills: frozenset[str] = frozenset()
    certifications: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What a waiting case asks of an agent. Language None: it is not known, so anybody may look."""

    brand: str
    network: str
    language: str | None
    queue: str

    @classmethod
    def of(cls, text: str) -> "Demand":
        """Return what `Case.demand` says."""
        brand, network, language, queue = text.split("|")
        return cls(brand=brand, network=network, language=language or None, queue=queue)


class Eligibility:
    """Answers while these agents are at work; each kind of demand is worked out once."""

    def __init__(self, workers: Sequence[Worker], queues: Iterable[Queue]) -> None:
        self.workers = workers
        self._queues: Mapping[str, Queue] = {queue.id: queue for queue in queues}
        self._known: dict[str, tuple[Sequence[Worker], str]] = {}

    def of(self, demand: str) -> Sequence[Worker]:
        """Return the agents at work who may take such a case, whether they have a free place or not."""
        return self._worked_out(demand)[0]

    def why_nobody(self, demand: str) -> str:
        """Return the first thing that leaves nobody; where somebody is left, all of them are full."""
        return self._worked_out(demand)[1]

    def _worked_out(self, demand: str) -> tuple[Sequence[Worker], str]:
        if demand not in self._known:
            self._known[demand] = self._work_out(demand)
        return self._known[demand]

    def _work_out(self, demand: str) -> tuple[Sequence[Worker], str]:
        if not self.workers:
            return (), "nobody is at work"
        left: Sequence[Worker] = self.workers
        for reason, left in self._narrowed(Demand.of(demand)):
            if not left:
                return (), reason
        if len(left) == 1:
            return left, "the one who could take it is full"
        return left, f"all {len(left)} who could take it are full"

    def _narrowed(self, wants: Demand) -> Iterable[tuple[str, list[Worker]]]:
        """Give the agents who are left after each condition, with what to say when none is."""
        left = [one for one in self.workers if not one.brands or wants.brand in one.brands]
        yield f"nobody at work serves the brand {wants.brand}", left
        left = [one for one in left if not one.networks or wants.network in one.networks]
        yield f"nobody at work serves {wants.network}", left
        if wants.language is not None:
            left = [one for one in left if not one.languages or wants.language in one.languages]
            yield f"no speaker of {wants.language} is at work", left
        queue = self._queues.get(wants.queue)
        if queue is not None:
            left = [one for one in left if queue.certifications <= one.certifications]
            yield f"nobody at work is certified for {_and(queue.certifications)}", left
            left = [one for one in left if queue.skills <= one.skills]
            yield f"nobody at work has the skills {_and(queue.skills)}", left


def _and(names: Iterable[str]) -> str:
    return " and ".join(sorted(names))
