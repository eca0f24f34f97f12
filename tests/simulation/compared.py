"""The same day twice: dispatched as it was before, and as it is now under the eyes of a witness."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Final

from structlog.testing import capture_logs

from tests.simulation.agents import Agent, agents
from tests.simulation.arrivals import arrivals
from tests.simulation.day import Day
from tests.simulation.first_come import ONE_TARGET, FirstCome
from tests.simulation.town import TARGETS, service_levels
from tests.simulation.witness import Witness

SEED: Final = 2026


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """`witness` saw the day after."""

    agents: Sequence[Agent]
    before: Day
    after: Day
    witness: Witness


class Nobody:
    """Looks on without seeing anything."""

    def look(self, day: Day) -> None: ...


@cache
def compared() -> Compared:
    """Return both days; always the same. It takes some twenty seconds, once in a process."""
    people, customers = agents(Random(SEED)), arrivals(Random(SEED + 1))
    before = Day(people, customers, service_levels(ONE_TARGET))
    after = Day(people, customers, service_levels(TARGETS))
    witness = Witness(people)
    with capture_logs():
        asyncio.run(before.run(Nobody(), FirstCome(before)))
        asyncio.run(after.run(witness))
    return Compared(agents=people, before=before, after=after, witness=witness)
