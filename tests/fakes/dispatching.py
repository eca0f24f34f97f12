"""What surrounds dispatch and giving back, in memory: who is at work, the writes, the lease, the reasons."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from services.route.domain.eligible import Worker
from shared.case.keeping import Change, Step
from shared.case.kept.together import Guard
from shared.case.state.case import Case
from shared.directory.at_work import Seen
from shared.mongo.lease import LeaseLost
from tests.fakes.cases import InMemoryCases
from tests.fakes.line import InMemoryLine


class OnDuty:
    """Staff and presence at once: `workers` are at work now, `seen` says how everybody is present."""

    def __init__(self, *workers: Worker, seen: Mapping[str, Seen] | None = None) -> None:
        self.workers: Sequence[Worker] = workers
        self.seen = dict(seen or {})

    async def at_work(self, *, now: datetime) -> Sequence[Worker]:
        return self.workers

    async def states(self, *, now: datetime) -> Mapping[str, Seen]:
        return self.seen


class CasesInLine(InMemoryCases):
    """Cases whose line follows every change, as it does where both are one collection. Writes under a lease, too."""

    def __init__(self, *cases: Case) -> None:
        super().__init__(*cases)
        self.line = InMemoryLine(*cases)

    def put(self, case: Case) -> None:
        self.cases[case.id] = case
        self.line.show(case)

    async def those_that_hold(self, steps: Sequence[Step], *, guard: Guard) -> frozenset[str]:
        await guard(None)
        return frozenset([step.after.id for step in steps if await self.save([step])])

    async def save(self, steps: Sequence[Step]) -> bool:
        won = await super().save(steps)
        self.line.show(*(self.cases[step.after.id] for step in steps))
        return won

    async def update(self, case_id: str, change: Change) -> Case:
        case = await super().update(case_id, change)
        self.line.show(case)
        return case


class OneLease:
    """A lease with this fence; `is_lost`: somebody else has it."""

    def __init__(self, fence: int = 1) -> None:
        self.fence = fence
        self.is_lost = False

    async def take(self) -> int | None:
        return None if self.is_lost else self.fence

    async def touch(self, session: Any, fence: int) -> None:
        if self.is_lost or fence != self.fence:
            raise LeaseLost("somebody else dispatches")

    async def give_back(self) -> None:
        self.is_lost = True


class KeptReasons:
    """Why cases wait, as dispatch last said."""

    def __init__(self) -> None:
        self.why: dict[str, str] = {}

    async def keep(self, why: Mapping[str, str], *, now: datetime) -> None:
        self.why = dict(why)
