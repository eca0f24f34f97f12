"""Cases in memory, with the promises of the real `CaseStore`; one suite in tests/integration holds both."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from shared.case.keeping import Change, Due, NoSuchCase, Past, Step
from shared.case.state.case import BUCKETS, Case
from shared.case.state.stage import Disposition
from shared.runtime.errors import Unavailable


class InMemoryCases:
    """Where cases are kept in a test. `is_down` makes every method raise Unavailable."""

    def __init__(self, *cases: Case) -> None:
        self.cases = {case.id: case for case in cases}
        self.is_down = False

    async def get(self, case_id: str) -> Case:
        self._up()
        if case_id not in self.cases:
            raise NoSuchCase(case_id)
        return self.cases[case_id]

    async def some(self, case_ids: Iterable[str]) -> list[Case]:
        self._up()
        return [self.cases[case_id] for case_id in case_ids if case_id in self.cases]

    async def live(self, keys: Iterable[str]) -> dict[str, Case]:
        self._up()
        wanted = set(keys)
        return {key: case for case in self.cases.values() for key in case.live_keys if key in wanted}

    async def past(self, keys: Iterable[str]) -> list[Past]:
        self._up()
        wanted = set(keys)
        closed = [case for case in self.cases.values() if not case.is_live and wanted & set(case.keys)]
        return [
            Past(
                case_id=case.id,
                keys=case.keys,
                last_owner=case.owner or case.last_owner,
                is_continued=case.disposition is Disposition.CONTINUED,
                events=frozenset(event for message in case.messages for event in message.events),
            )
            for case in sorted(closed, key=lambda case: case.opened_at)
        ]

    async def save(self, steps: Sequence[Step]) -> bool:
        self._up()
        won = [self._take(step) for step in steps]
        return all(won)

    async def update(self, case_id: str, change: Change) -> Case:
        before = await self.get(case_id)
        after = change(before)
        self.cases[case_id] = after
        return after

    async def due(
        self,
        kind: Due,
        *,
        now: datetime,
        limit: int,
        buckets: Collection[int] = range(BUCKETS),
        but_of: Collection[str] = (),
    ) -> list[Case]:
        self._up()
        found = [
            (at, case)
            for case in self.cases.values()
            if case.bucket in buckets
            and case.account_id not in but_of
            and (at := getattr(case, kind)) is not None
            and at <= now
        ]
        return [case for _, case in sorted(found, key=lambda pair: pair[0])[:limit]]

    async def unannounced(self, *, limit: int, buckets: Collection[int] = range(BUCKETS)) -> list[Case]:
        self._up()
        marked = [case for case in self.cases.values() if case.announce_from is not None and case.bucket in buckets]
        return marked[:limit]

    async def mark_announced(self, cases: Sequence[Case]) -> None:
        self._up()
        for case in cases:
            if self.cases[case.id].version == case.version:
                self.cases[case.id] = replace(self.cases[case.id], announce_from=None)

    def _take(self, step: Step) -> bool:
        stored = self.cases.get(step.after.id)
        if step.before is None:
            taken = {key for case in self.cases.values() for key in case.live_keys}
            if stored is not None or taken & set(step.after.live_keys):
                return False
        elif stored is None or stored.version != step.before.version:
            return False
        self.cases[step.after.id] = step.after
        return True

    def _up(self) -> None:
        if self.is_down:
            raise Unavailable("told to be down")
