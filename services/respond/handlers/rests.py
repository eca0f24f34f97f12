"""Putting a case aside, taking it up again, and a second person's word on an answer."""

from datetime import datetime
from typing import Protocol

from services.respond.handlers.change import Asking, Cases, change
from shared.case.commands import Command, Hold, Reopen, Resume, Snooze
from shared.case.refused import Refused
from shared.case.reply_commands import Approve, RefuseAnswer
from shared.case.state.case import Case
from shared.runtime.clock import Clock


class Approvals(Protocol):
    """Who may approve what."""

    def demand(self, case: Case, reply_id: str, *, approver: str) -> None:
        """Raise Refused where the answer asks more of its approver than they have."""
        ...


class Rests:
    """Each may be asked again; the second time changes nothing. All raise NoSuchCase, Stale, Refused, Unavailable."""

    def __init__(self, *, cases: Cases, clock: Clock, approvals: Approvals | None = None) -> None:
        """Without `approvals` every colleague may approve every answer."""
        self._cases = cases
        self._clock = clock
        self._approvals = approvals

    async def snooze(self, case_id: str, asking: Asking, *, until: datetime) -> Case:
        """Put the case aside until a time, or until the customer writes."""
        return await self._own(case_id, asking, Snooze(by=asking.agent, until=until))

    async def hold(self, case_id: str, asking: Asking, *, reason: str, until: datetime | None) -> Case:
        """Put the case on hold for something that is not the customer's doing."""
        return await self._own(case_id, asking, Hold(by=asking.agent, reason=reason, until=until))

    async def resume(self, case_id: str, asking: Asking) -> Case:
        """Take up a case that was put aside. Nothing else ends a hold whose owner is gone, so supervisors may too."""
        command = Resume(by=asking.agent)
        return await (self._any if asking.is_supervisor else self._own)(case_id, asking, command)

    async def reopen(self, case_id: str, asking: Asking) -> Case:
        """Take up a case that was settled."""
        return await self._any(case_id, asking, Reopen(by=asking.agent))

    async def approve(self, case_id: str, reply_id: str, asking: Asking, *, seen: str) -> Case:
        """Let a colleague's answer go out. Who may is judged on the case as it is when it is approved."""

        def suiting(case: Case) -> Command:
            if self._approvals is not None:
                self._approvals.demand(case, reply_id, approver=asking.agent)
            return Approve(reply_id=reply_id, by=asking.agent, seen=seen)

        return await change(self._cases, case_id, asking, suiting, clock=self._clock)

    async def refuse(self, case_id: str, reply_id: str, asking: Asking, *, reason: str) -> Case:
        """Give a colleague's answer back."""
        return await self._any(case_id, asking, RefuseAnswer(reply_id=reply_id, by=asking.agent, reason=reason))

    async def _own(self, case_id: str, asking: Asking, command: Command) -> Case:
        """Not with a case that somebody else has."""

        def suiting(case: Case) -> Command:
            if case.owner not in (None, asking.agent):
                raise Refused("not_yours", f"the case belongs to {case.owner}; claim it first", owner=case.owner)
            return command

        return await change(self._cases, case_id, asking, suiting, clock=self._clock)

    async def _any(self, case_id: str, asking: Asking, command: Command) -> Case:
        return await change(self._cases, case_id, asking, lambda _: command, clock=self._clock)
