"""Managing the agents that live in the database: made, changed, given a new key, gone. The file's are left alone."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any, Protocol

import structlog

from services.respond.domain.reach import Reach, reach_of
from services.respond.handlers.roster_rules import NoSuchAgent, check_brands, check_role, why_not
from shared.case.refused import Refused
from shared.directory.abilities import Abilities
from shared.directory.profile import Profile
from shared.runtime.clock import Clock

log = structlog.get_logger()

NewKey = Callable[[], str]
"""Returns a key that nobody can guess."""


class Roster(Protocol):
    """Everybody, as this process knows them."""

    def get(self, agent_id: str) -> Profile | None: ...

    async def refresh(self) -> None: ...


class Records(Protocol):
    """Agents in the database. What is asked of one who is not within `reach` is not done, and answered None."""

    async def create(self, agent_id: str, abilities: Abilities, *, key: str, by: str, at: datetime) -> Profile: ...

    async def change(
        self, agent_id: str, changes: Mapping[str, Any], *, reach: Reach, by: str, at: datetime
    ) -> Profile | None: ...

    async def replace_key(self, agent_id: str, key: str, *, reach: Reach, by: str, at: datetime) -> Profile | None: ...

    async def remove(self, agent_id: str, *, reach: Reach, by: str, at: datetime) -> Profile | None: ...

    async def get(self, agent_id: str) -> Profile | None: ...


class Sessions(Protocol):
    """Browser sessions."""

    async def end_all(self, agent: str) -> None: ...


class Present(Protocol):
    """Who is at work."""

    async def leave(self, agent_id: str, *, now: datetime) -> None: ...


class Staff:
    """What supervisors do; to admins, and to make admins, what admins do.

    All raise Refused (in_file), AdminsOnly, Unavailable; all but `create` NoSuchAgent, NotWithinBrands.
    """

    def __init__(
        self,
        *,
        roster: Roster,
        records: Records,
        sessions: Sessions,
        presence: Present,
        brands: Collection[str],
        clock: Clock,
        new_key: NewKey,
    ) -> None:
        """`brands`: the ids of those that there are."""
        self._roster = roster
        self._records = records
        self._sessions = sessions
        self._presence = presence
        self._brands = frozenset(brands)
        self._clock = clock
        self._new_key = new_key

    async def create(self, agent_id: str, abilities: Abilities, *, by: Profile) -> tuple[Profile, str]:
        """Return the new agent and their key, which nobody can read again. Raises WrongBrands; Refused: id_taken."""
        check_role(abilities.role, by=by)
        check_brands(abilities.brands, by=by, known=self._brands)
        self._not_in_file(agent_id)
        key = self._new_key()
        made = await self._records.create(agent_id, abilities, key=key, by=by.id, at=self._clock())
        await self._roster.refresh()
        log.info("agent created", agent=agent_id, role=made.role, by=by.id)
        return made, key

    async def change(self, agent_id: str, changes: Mapping[str, Any], *, by: Profile) -> Profile:
        """Return the agent after it; `changes` holds values by the names that Abilities has. Raises WrongBrands."""
        self._not_in_file(agent_id, by=by)
        check_role(changes.get("role"), by=by)
        if "brands" in changes:
            check_brands(changes["brands"], by=by, known=self._brands)
        changed = await self._records.change(agent_id, changes, reach=reach_of(by), by=by.id, at=self._clock())
        if changed is None:
            raise await self._why_not(agent_id, by)
        await self._roster.refresh()
        log.info("agent changed", agent=agent_id, what=sorted(changes), by=by.id)
        return changed

    async def new_key(self, agent_id: str, *, by: Profile) -> tuple[Profile, str]:
        """Return the agent and a new key. The one before ends, and so do the sessions that it opened."""
        self._not_in_file(agent_id, by=by)
        key = self._new_key()
        given = await self._records.replace_key(agent_id, key, reach=reach_of(by), by=by.id, at=self._clock())
        if given is None:
            raise await self._why_not(agent_id, by)
        await self._roster.refresh()
        await self._sessions.end_all(agent_id)
        log.info("agent has a new key", agent=agent_id, by=by.id)
        return given, key

    async def remove(self, agent_id: str, *, by: Profile) -> None:
        """Let the agent be gone: no key, no session, not at work. Doing it twice is doing it once."""
        self._not_in_file(agent_id, by=by)
        now = self._clock()
        gone = await self._records.remove(agent_id, reach=reach_of(by), by=by.id, at=now)
        if gone is None:
            raise await self._why_not(agent_id, by)
        await self._roster.refresh()
        await self._sessions.end_all(agent_id)
        await self._presence.leave(agent_id, now=now)
        log.info("agent removed", agent=agent_id, by=by.id)

    def _not_in_file(self, agent_id: str, *, by: Profile | None = None) -> None:
        """What the database cannot know. For `by`, whom they do not see is not there."""
        known = self._roster.get(agent_id)
        if known is not None and known.source == "file":
            if by is not None and not known.shares_a_brand_with(by):
                raise NoSuchAgent(agent_id)
            raise Refused(
                "in_file",
                f"{agent_id} stands in earshot.yaml (EARSHOT_CONFIG names it), in the list `agents`, and is changed "
                "there only; then restart",
            )

    async def _why_not(self, agent_id: str, by: Profile) -> Exception:
        return why_not(agent_id, await self._records.get(agent_id), by=by)
