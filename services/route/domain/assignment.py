"""Who gets which waiting case: the longest-due case first, to the customer's last agent, else to the least loaded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from services.route.domain.eligible import Eligibility, Worker

_NEVER: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A case that nobody has. `weight`: how much of a capacity it takes; `avoid`: who lost it by silence."""

    case_id: str
    demand: str
    weight: int = 1
    last_owner: str | None = None
    avoid: str | None = None


@dataclass(slots=True, kw_only=True)
class Load:
    """What the agents have: weights of the cases that are theirs, and since when they were given nothing."""

    taken: dict[str, int] = field(default_factory=dict)
    given_at: dict[str, datetime] = field(default_factory=dict)

    def has_room(self, worker: Worker, weight: int) -> bool:
        """Is there a free place? Whoever has nothing can take anything, or a heavy case would wait for ever."""
        taken = self.taken.get(worker.id, 0)
        return taken == 0 or taken + weight <= worker.capacity

    def give(self, worker: Worker, weight: int, *, now: datetime) -> None:
        """Count a case as theirs."""
        self.taken[worker.id] = self.taken.get(worker.id, 0) + weight
        self.given_at[worker.id] = now


def assign(waiting: Iterable[Waiting], eligible: Eligibility, load: Load, *, now: datetime) -> dict[str, str]:
    """Return agent by case id, and count the cases as theirs. `waiting` comes in the order of the line.

    The customer's last agent comes first, then the smallest share of capacity in use, then who has been given nothing
    for longest, then the id, so that the outcome does not depend on the order of anything else. Who lost a case by
    silence gets it again only where nobody else can take it.
    """
    given: dict[str, str] = {}
    for case in waiting:
        free = [worker for worker in eligible.of(case.demand) if load.has_room(worker, case.weight)]
        others = [worker for worker in free if worker.id != case.avoid]
        best = _best(others or free, case, load)
        if best is not None:
            given[case.case_id] = best.id
            load.give(best, case.weight, now=now)
    return given


def open_demands(demands: Iterable[str], eligible: Eligibility, load: Load, weights: Mapping[str, int]) -> list[str]:
    """Return the demands that somebody with a free place can serve now. `weights` by demand."""
    return [
        demand
        for demand in demands
        if any(load.has_room(worker, weights.get(demand, 1)) for worker in eligible.of(demand))
    ]


def _best(workers: list[Worker], case: Waiting, load: Load) -> Worker | None:
    last = next((worker for worker in workers if worker.id == case.last_owner), None)
    if last is not None:
        return last
    return min(
        workers,
        key=lambda one: (
            load.taken.get(one.id, 0) / one.capacity,
            load.given_at.get(one.id, _NEVER),
            one.id,
        ),
        default=None,
    )
