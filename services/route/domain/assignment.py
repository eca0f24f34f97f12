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
    """What the agents have: weights of the cases that are theirs, and when each was last given one.

    `kept`: the case by agent, where a free place is too small for it and is kept until it is large enough. Else newer
    and lighter cases would take every place as it came free, and the heavy one would wait for ever.
    """

    taken: dict[str, int] = field(default_factory=dict)
    given_at: dict[str, datetime] = field(default_factory=dict)
    kept: dict[str, Waiting] = field(default_factory=dict)

    def has_room(self, worker: Worker, weight: int) -> bool:
        """Is there a free place? Whoever has nothing can take anything, or what is too heavy would wait for ever."""
        taken = self.taken.get(worker.id, 0)
        return (taken + weight <= worker.capacity or taken == 0) and worker.id not in self.kept

    def give(self, worker: Worker, weight: int, *, now: datetime) -> None:
        """Count a case as theirs."""
        self.taken[worker.id] = self.taken.get(worker.id, 0) + weight
        self.given_at[worker.id] = now

    def take_back(self, agent: str, weight: int) -> None:
        """The case did not become theirs."""
        self.taken[agent] -= weight

    def keep_place(self, workers: Iterable[Worker], case: Waiting) -> bool:
        """None of these has room for the case: keep for it the free place that lacks least. False: there is none."""
        with_some = (worker for worker in workers if self.has_room(worker, 1))
        nearest = min(with_some, key=lambda one: (self._lacking(one, case.weight), one.id), default=None)
        if nearest is not None:
            self.kept[nearest.id] = case
        return nearest is not None

    def places(self, workers: Iterable[Worker]) -> int:
        """Return how many places they have free."""
        free = (one.capacity - self.taken.get(one.id, 0) for one in workers if one.id not in self.kept)
        return sum(places for places in free if places > 0)

    def remember(self, given_at: Mapping[str, datetime]) -> None:
        """Add when agents were given cases that they no longer have."""
        for agent, at in given_at.items():
            self.given_at[agent] = max(at, self.given_at.get(agent, at))

    def _lacking(self, worker: Worker, weight: int) -> int:
        return self.taken.get(worker.id, 0) + min(weight, worker.capacity) - worker.capacity


def assign(waiting: Iterable[Waiting], eligible: Eligibility, load: Load, *, now: datetime) -> dict[str, str]:
    """Return agent by case id, and count the cases as theirs. `waiting` comes in the order of the line.

    The customer's last agent comes first, then the smallest share of capacity in use, then who has been given nothing
    for longest, then the id, so that the outcome does not depend on the order of anything else. Who lost a case by
    silence gets it again only where nobody else can take it.
    """
    given: dict[str, str] = {}
    closed: set[tuple[str, int]] = set()
    for case in waiting:
        kind = (case.demand, case.weight)
        if kind in closed:
            continue
        able = eligible.of(case.demand)
        free = [worker for worker in able if load.has_room(worker, case.weight)]
        others = [worker for worker in free if worker.id != case.avoid]
        best = _best(others or free, case, load)
        if best is not None:
            given[case.case_id] = best.id
            load.give(best, case.weight, now=now)
        elif not load.keep_place(able, case):
            closed.add(kind)
    return given


def open_demands(demands: Iterable[str], eligible: Eligibility, load: Load) -> list[str]:
    """Return the demands that somebody with a free place, however small, can serve now."""
    free = {worker.id for worker in eligible.workers if load.has_room(worker, 1)}
    return [demand for demand in demands if free and any(worker.id in free for worker in eligible.of(demand))]


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
