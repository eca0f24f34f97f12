"""Who gets which waiting case: the longest-due case first, to the agent with the smallest share of capacity in use."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """An agent at work. `brands` empty: all."""

    id: str
    capacity: int
    brands: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A case that nobody has yet."""

    case_id: str
    brand: str


def brands_of(workers: Iterable[Worker]) -> frozenset[str]:
    """Return the brands that these serve between them; none named means all."""
    brands = [worker.brands for worker in workers]
    return frozenset().union(*brands) if all(brands) else frozenset()


def assign(waiting: Iterable[Waiting], workers: Sequence[Worker], load: Mapping[str, int]) -> dict[str, str]:
    """Return agent by case id. `waiting` comes oldest due first; `load` is the number of cases each agent has.

    Ties go to the agent with the smaller load, then by id, so that the outcome does not depend on order of arrival.
    """
    taken = {worker.id: load.get(worker.id, 0) for worker in workers}
    given: dict[str, str] = {}
    for case in waiting:
        eligible = [
            worker
            for worker in workers
            if taken[worker.id] < worker.capacity and (not worker.brands or case.brand in worker.brands)
        ]
        if not eligible:
            continue
        best = min(eligible, key=lambda one: (taken[one.id] / one.capacity, taken[one.id], one.id))
        given[case.case_id] = best.id
        taken[best.id] += 1
    return given
