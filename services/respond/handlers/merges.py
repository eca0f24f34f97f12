"""Two cases become one, and two again: both written in one transaction, or neither."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final, Protocol

from services.respond.handlers.change import Asking, Cases, Stale, placed, read
from shared.case.apply import apply_all
from shared.case.events import Event
from shared.case.keeping import Step, announcing
from shared.case.merge import Both, merge, unmerge
from shared.case.refused import Refused
from shared.case.state.case import Case
from shared.case.state.stage import MERGEABLE
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable

_TRIES: Final = 10


class Together(Protocol):
    """Where several cases are written at once. Raises Unavailable."""

    async def all_or_none(self, steps: Sequence[Step]) -> bool: ...


class Decision(Protocol):
    """Merging, or its undoing."""

    def __call__(self, target: Case, source: Case, *, by: str, now: datetime) -> Both: ...


class Merges:
    """Merge and unmerge. Both raise NoSuchCase, Stale (of the case that stays), Refused and Unavailable."""

    def __init__(self, *, cases: Cases, together: Together, clock: Clock) -> None:
        self._cases = cases
        self._together = together
        self._clock = clock

    async def merge(self, target_id: str, source_id: str, asking: Asking) -> Case:
        """Merge the second case into the first, and return that."""
        return await self._both(target_id, source_id, asking, merge)

    async def unmerge(self, target_id: str, source_id: str, asking: Asking) -> Case:
        """Take the second case out of the first again, and return the first."""
        return await self._both(target_id, source_id, asking, unmerge)

    async def _both(self, target_id: str, source_id: str, asking: Asking, decide: Decision) -> Case:
        for _ in range(_TRIES):
            target = await read(self._cases, target_id, asking)
            source = await read(self._cases, source_id, asking)
            now = self._clock()
            try:
                for_target, for_source = decide(target, source, by=asking.agent, now=now)
            except Refused as refused:
                raise placed(refused, _meant(refused, target, source, decide)) from refused
            if not for_target and not for_source:
                return target
            if asking.versions is not None and target.version not in asking.versions:
                raise Stale(target.version)
            after = _after(for_target, now=now)(target)
            # The one that gives up a customer's key first: within a transaction too, a key stands in one case only.
            steps = [
                Step(before=source, after=_after(for_source, now=now)(source)),
                Step(before=target, after=after),
            ]
            if await self._together.all_or_none(steps if decide is merge else steps[::-1]):
                return after
        raise Unavailable(f"cases {target_id} and {source_id} kept changing under {_TRIES} tries")


def _meant(refused: Refused, target: Case, source: Case, decide: Decision) -> Case:
    """Which of the two stands in the way? Both have to be at a stage from which cases are merged."""
    is_source = decide is merge and target.stage in MERGEABLE and source.stage not in MERGEABLE
    about = source if is_source else target
    refused.detail.setdefault("case", about.id)
    return about


def _after(events: list[Event], *, now: datetime) -> Callable[[Case], Case]:
    return announcing(lambda case: apply_all(case, events, now=now))
