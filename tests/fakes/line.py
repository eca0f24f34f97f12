"""The line in memory, with the promises of `services.route.line.Line`; one suite in tests/integration holds both."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from heapq import merge
from itertools import islice

from services.route.domain.assignment import Load, Waiting
from services.route.giving_back import turn_since
from services.route.line import BUSY, Held
from shared.case.state.case import Case
from shared.case.state.stage import Stage

Place = tuple[datetime, str]
"""When to be served, and the case's id."""


class InMemoryLine:
    """Knows the cases that it was shown: `show` each again whenever it has changed."""

    def __init__(self, *cases: Case) -> None:
        self.waiting: dict[str, list[Place]] = defaultdict(list)
        """By demand, in the order of the line."""
        self.owned: dict[str, dict[str, Case]] = defaultdict(dict)
        """What takes a place of its owner's, by owner and id."""
        self._has: dict[str, tuple[Counter[str], datetime]] = {}
        self._known: dict[str, Case] = {}
        self._in_line: dict[str, tuple[str, Place]] = {}
        self.show(*cases)

    def show(self, *cases: Case) -> None:
        for case in cases:
            before = self._known.get(case.id)
            if before is not None and before.owner is not None:
                self.owned[before.owner].pop(case.id, None)
                self._has.pop(before.owner, None)
            if case.id in self._in_line:
                demand, place = self._in_line.pop(case.id)
                del self.waiting[demand][bisect_left(self.waiting[demand], place)]
            self._known[case.id] = case
            demand_now, serve_by = case.demand, case.serve_by
            if demand_now is not None and serve_by is not None:
                insort(self.waiting[demand_now], (serve_by, case.id))
                self._in_line[case.id] = (demand_now, (serve_by, case.id))
            elif case.owner is not None and case.stage in BUSY:
                self.owned[case.owner][case.id] = case
                self._has.pop(case.owner, None)

    async def demands(self) -> list[str]:
        return sorted(demand for demand, places in self.waiting.items() if places)

    async def head(self, demands: Collection[str], *, limit: int, weights: Mapping[str, int]) -> list[Waiting]:
        places = merge(*(self.waiting[demand] for demand in demands if demand in self.waiting))
        return [self._glance(self._known[case_id], weights) for _, case_id in islice(places, limit)]

    async def load(self, weights: Mapping[str, int]) -> Load:
        load = Load()
        for owner in (owner for owner, cases in self.owned.items() if cases):
            if owner not in self._has:
                cases = self.owned[owner].values()
                since = [case.owner_since for case in cases if case.owner_since is not None]
                self._has[owner] = Counter(case.network for case in cases), max(since)
            networks, load.given_at[owner] = self._has[owner]
            load.taken[owner] = sum(weights.get(network, 1) * count for network, count in networks.items())
        return load

    async def owners(self) -> frozenset[str]:
        return frozenset(case.owner for case in self._known.values() if case.owner is not None)

    async def held(self, owners: Collection[str], *, before: datetime, limit: int) -> Sequence[Held]:
        found = [
            Held(case_id=case.id, owner=owner, since=since)
            for owner in owners
            for case in self.owned.get(owner, {}).values()
            if case.stage is Stage.ASSIGNED and (since := turn_since(case)) is not None and since < before
        ]
        return sorted(found, key=lambda one: (one.since, one.case_id))[:limit]

    def _glance(self, case: Case, weights: Mapping[str, int]) -> Waiting:
        demand, _ = self._in_line[case.id]
        return Waiting(
            case_id=case.id,
            demand=demand,
            weight=weights.get(case.network, 1),
            last_owner=case.last_owner,
            avoid=case.avoid,
        )
