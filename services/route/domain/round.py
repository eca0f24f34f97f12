"""One round of dispatch: whom the line is asked for, and who is given what, until nothing more can be given."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Final

from services.route.domain.assignment import Load, Waiting, assign, open_demands
from services.route.domain.eligible import Eligibility

KEPT: Final = "the place that is kept for it is still too small"
"""Why a case waits for which somebody has room, but not enough."""


class Round:
    """Asks for as little of the line as will do: `wanted` and `enough`, then `fresh`, `give`, `settle`, and again.

    Each time a case is given, has a place kept for it or turns out not to be written, so it ends. A kind of case that
    nobody can take now, however long its line, keeps no agent from the others.
    """

    def __init__(self, demands: Iterable[str], eligible: Eligibility, load: Load) -> None:
        self._demands = list(demands)
        self._eligible = eligible
        self._load = load
        self._wanted: list[str] = []
        self._unwritten: set[str] = set()
        self._given: list[tuple[Waiting, str]] = []

    def wanted(self) -> list[str]:
        """Return the demands that somebody can serve now; the round is over when there is none."""
        self._wanted = open_demands(self._demands, self._eligible, self._load)
        return self._wanted

    def enough(self, most: int) -> int:
        """Return how much of the line's head to ask for: a case for each free place, and those who had their turn."""
        return min(most, self._load.places(self._eligible.workers)) + len(self._unwritten) + len(self._load.kept)

    def fresh(self, head: Iterable[Waiting]) -> list[Waiting]:
        """Return those of the head of the line whose turn it is; the round is over when there is none."""
        done = self._unwritten.union(case.case_id for case in self._load.kept.values())
        return [case for case in head if case.case_id not in done]

    def give(self, head: Iterable[Waiting], *, now: datetime) -> dict[str, str]:
        """Return agent by case id. `settle` afterwards which of them hold."""
        fresh = list(head)
        given = assign(fresh, self._eligible, self._load, now=now)
        self._given = [(case, given[case.case_id]) for case in fresh if case.case_id in given]
        return given

    def settle(self, won: Collection[str]) -> None:
        """Of the cases given last, only these were written: the places of the others are free again.

        They have had their turn, or one that can never be written would take the same place again and again.
        """
        for case, agent in self._given:
            if case.case_id not in won:
                self._load.take_back(agent, case.weight)
                self._unwritten.add(case.case_id)
        self._given = []

    def why(self) -> dict[str, str]:
        """Return, for each demand that nobody can serve now, the reason."""
        kept = {case.demand for case in self._load.kept.values()}
        full = set(self._demands).difference(self._wanted, kept)
        return {demand: KEPT if demand in kept else self._eligible.why_nobody(demand) for demand in {*full, *kept}}
