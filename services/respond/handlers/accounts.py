"""Agents' passwords: checked, changed by themselves, given by those who manage them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

import structlog

from services.respond.domain.reach import Reach, reach_of
from services.respond.domain.refusals import NotTaken
from services.respond.handlers.proof import Proof
from services.respond.handlers.roster_rules import NoSuchAgent, why_not
from shared.case.refused import Refused
from shared.directory.profile import Profile
from shared.runtime.clock import Clock

log = structlog.get_logger()


class Roster(Protocol):
    """Everybody, as this process knows them."""

    def get(self, agent_id: str) -> Profile | None: ...


class Records(Protocol):
    """Agents in the database. All raise Unavailable."""

    async def get(self, agent_id: str) -> Profile | None: ...


class Kept(Protocol):
    """What is kept of passwords in the database. All raise Unavailable."""

    async def of(self, agent_id: str) -> str | None: ...

    async def change(self, agent_id: str, kept: str, *, was: str | None, at: datetime) -> bool: ...

    async def give(self, agent_id: str, kept: str, *, reach: Reach, by: str, at: datetime) -> bool: ...


class Passwords(Protocol):
    """Hashing and comparing. Both raise Unavailable."""

    async def hash(self, password: str) -> str: ...

    async def is_right(self, password: str, kept: str | None) -> bool: ...


class Sessions(Protocol):
    """Browser sessions."""

    async def end_all(self, agent: str, *, but: str | None = None) -> None: ...


class Accounts:
    """The passwords of all agents. Those of earshot.yaml have theirs there. All raise Unavailable."""

    def __init__(
        self,
        *,
        roster: Roster,
        records: Records,
        in_file: Mapping[str, str],
        kept: Kept,
        passwords: Passwords,
        sessions: Sessions,
        clock: Clock,
    ) -> None:
        """`in_file`: what earshot.yaml keeps of passwords, by agent."""
        self._roster = roster
        self._records = records
        self._in_file = in_file
        self._kept = kept
        self._passwords = passwords
        self._sessions = sessions
        self._clock = clock

    async def prove(self, agent_id: str, password: str) -> Proof | None:
        """Return the proof that it is them; None: it is not, or there is no such agent, or they have no password.

        The same is done in each of these cases.
        """
        agent = self._roster.get(agent_id)
        in_database = await self._kept.of(agent_id)
        is_in_file = agent is not None and agent.source == "file"
        kept = self._in_file.get(agent_id) if is_in_file else in_database
        if not await self._passwords.is_right(password, kept) or agent is None:
            return None

        async def holds() -> bool:
            return is_in_file or await self._kept.of(agent_id) == kept

        return Proof(agent=agent, holds=holds)

    async def change_own(self, agent: Profile, *, old: str | None, new: str, token: str | None) -> None:
        """Change one's own password; other sessions than that of `token` end. `old` is None where there is none yet.

        Raises Refused (in_file), NotTaken (wrong_password).
        """
        _not_in_file(agent)
        kept = await self._kept.of(agent.id)
        is_first = kept is None and old is None
        is_right = is_first or await self._passwords.is_right(old or "", kept)
        # Where somebody else has given them another one meanwhile, the old one is no longer the old one.
        if not is_right or not await self._kept.change(
            agent.id, await self._passwords.hash(new), was=kept, at=self._clock()
        ):
            raise NotTaken(
                "wrong_password",
                "that is not your password; if you have lost it, ask a supervisor for a new one",
                errors=[{"where": "body:/old", "what": "that is not your password"}],
            )
        await self._sessions.end_all(agent.id, but=token)
        log.info("agent changed their password", agent=agent.id)

    async def give(self, agent_id: str, password: str, *, by: Profile) -> None:
        """Give an agent a new password; all their sessions end.

        Raises Refused (in_file, own_password), NoSuchAgent, NotWithinBrands, AdminsOnly.
        """
        known = self._roster.get(agent_id)
        if agent_id == by.id:
            raise Refused("own_password", "your own password is changed with PUT /v1/me/password, by the old one")
        if known is not None and known.source == "file":
            if not known.shares_a_brand_with(by):
                raise NoSuchAgent(agent_id)
            _not_in_file(known)
        kept = await self._passwords.hash(password)
        if not await self._kept.give(agent_id, kept, reach=reach_of(by), by=by.id, at=self._clock()):
            raise why_not(agent_id, await self._records.get(agent_id), by=by)
        await self._sessions.end_all(agent_id)
        log.info("agent was given a password", agent=agent_id, by=by.id)


def _not_in_file(agent: Profile) -> None:
    if agent.source == "file":
        raise Refused(
            "in_file",
            f"{agent.id} stands in earshot.yaml (EARSHOT_CONFIG names it), in the list `agents`; their password is "
            "changed there only (password_hash); then restart",
        )
