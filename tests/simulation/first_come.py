"""What was there before, to compare with: who came first is served first, by the first in the list with a free place.

The same agents with the same abilities, one line in order of coming. Every case has the same target, which makes the
order of deadlines the order of coming.
"""

from typing import Final

from services.route.domain.assignment import Load, Waiting, open_demands
from services.route.domain.eligible import Eligibility
from shared.case.state.policy import SEVERITIES
from tests.simulation.day import Day
from tests.simulation.town import QUEUES, WEIGHTS, at

ONE_TARGET: Final = dict.fromkeys(SEVERITIES, 3600)


class FirstCome:
    """Looks at the line in the place of the real dispatcher."""

    def __init__(self, day: Day) -> None:
        self._day = day
        self._eligible = Eligibility((), QUEUES)

    async def dispatch(self, fence: int) -> int:
        if self._eligible.workers is not self._day.staff.workers:
            self._eligible = Eligibility(self._day.staff.workers, QUEUES)
        line = self._day.town.line
        load, demands, total = await line.load(WEIGHTS), await line.demands(), 0
        while head := await line.head(
            open_demands(demands, self._eligible, load),
            limit=load.places(self._eligible.workers) or 1,
            weights=WEIGHTS,
        ):
            given = [case for case in head if self._give(case, load)]
            total += len(given)
            if not given:
                # Their places are too small for it: whoever comes behind it may have them.
                demands = [demand for demand in demands if demand not in {case.demand for case in head}]
        return total

    def _give(self, waiting: Waiting, load: Load) -> bool:
        able = self._eligible.of(waiting.demand)
        first = next((worker for worker in able if load.has_room(worker, waiting.weight)), None)
        if first is not None:
            load.give(first, waiting.weight, now=at(self._day.second))
            self._day.town.takes(waiting.case_id, first.id, now=at(self._day.second))
        return first is not None
