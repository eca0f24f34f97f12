"""An agent who goes offline or stays silent loses unanswered cases back to the line (SEMANTICS, section 4)."""

import asyncio
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final, Protocol

import structlog
from prometheus_client import Counter

from services.route.line import Held
from shared.case.apply import apply_all
from shared.case.commands import Release
from shared.case.decide import decide
from shared.case.keeping import Change, NoSuchCase, announcing
from shared.case.refused import Refused
from shared.case.state.case import Case
from shared.case.state.stage import Stage
from shared.directory.at_work import Seen
from shared.levels.book import DispatchRules
from shared.runtime.again import again
from shared.runtime.clock import Clock

log = structlog.get_logger()

_AT_ONCE: Final = 500

_given_back = Counter("earshot_dispatch_given_back_total", "Cases that went back to the line", ["why"])


class Assigned(Protocol):
    """Cases that somebody has."""

    async def owners(self) -> frozenset[str]: ...
    async def held(self, owners: Collection[str], *, before: datetime, limit: int) -> Sequence[Held]: ...


class Present(Protocol):
    """Who is at work, and since when."""

    async def states(self, *, now: datetime) -> Mapping[str, Seen]: ...


class Changes(Protocol):
    """Where a case is changed by compare-and-set."""

    async def update(self, case_id: str, change: Change) -> Case: ...


class GivingBack:
    """Looks at assigned cases again and again. Any number may: a case that went back already stays as it is."""

    def __init__(
        self,
        *,
        line: Assigned,
        presence: Present,
        cases: Changes,
        rules: Callable[[], DispatchRules],
        every: float,
        clock: Clock,
    ) -> None:
        """`every`: seconds between two looks."""
        self._line = line
        self._presence = presence
        self._cases = cases
        self._rules = rules
        self._every = every
        self._clock = clock

    async def run(self, stop: asyncio.Event) -> None:
        """Look until told to stop."""
        await again(self._look, stop=stop, every=self._every, name="giving back")

    async def _look(self) -> bool:
        return await self.give_back() >= _AT_ONCE

    async def give_back(self) -> int:
        """Put back what its owners have lost; return how many cases. Raises Unavailable."""
        now, rules = self._clock(), self._rules()
        states, owners = await self._presence.states(now=now), await self._line.owners()
        away = frozenset(one for one in owners if one not in states or states[one].state != "online")
        found = list(await self._line.held(away, before=now - rules.offline_after, limit=_AT_ONCE)) if away else []
        if rules.silence_after is not None and owners - away:
            found += await self._line.held(owners - away, before=now - rules.silence_after, limit=_AT_ONCE)
        count = 0
        for held in found:
            why = lost(held, states.get(held.owner), rules, now=now)
            if why is not None and await self._release(held, why):
                count += 1
        if count:
            log.info("cases given back", cases=count)
        return count

    async def _release(self, held: Held, why: str) -> bool:
        def change(case: Case) -> Case:
            if (case.stage, case.owner) != (Stage.ASSIGNED, held.owner) or turn_since(case) != held.since:
                return case
            now = self._clock()
            return apply_all(case, decide(case, Release(by="route", why=why, avoid=True), now=now), now=now)

        try:
            case = await self._cases.update(held.case_id, announcing(change))
        except (Refused, NoSuchCase):
            return False
        if case.stage is Stage.NEW:
            _given_back.labels(why).inc()
        return case.stage is Stage.NEW


def turn_since(case: Case) -> datetime | None:
    """Return since when it has been the owner's turn: since they have it, or since the customer came back to them."""
    return None if case.owner_since is None else max(case.owner_since, case.stage_at)


def lost(held: Held, seen: Seen | None, rules: DispatchRules, *, now: datetime) -> str | None:
    """Return why the owner loses the case, or None. Who took it while being away has as long as any from then on."""
    if seen is None or seen.state != "online":
        since = held.since if seen is None else max(held.since, seen.since)
        return "its owner is not at work" if _over(since, rules.offline_after, now) else None
    if rules.silence_after is not None and _over(held.since, rules.silence_after, now):
        return "its owner has been silent"
    return None


def _over(since: datetime, lasting: timedelta, now: datetime) -> bool:
    return now - since > lasting
