"""What an agent does with a case besides answering it."""

from services.respond.handlers.change import Asking, Cases, change, read
from shared.case.commands import Assign, Command, Release, Resolve
from shared.case.refused import Refused
from shared.case.reply_commands import Settle, Withdraw
from shared.case.state.case import Case
from shared.case.state.stage import Disposition
from shared.runtime.clock import Clock


class Desk:
    """Claim, release, withdraw, settle, resolve. Each may be asked again; the second time changes nothing.

    All raise NoSuchCase, Stale, Refused and Unavailable.
    """

    def __init__(self, *, cases: Cases, clock: Clock) -> None:
        self._cases = cases
        self._clock = clock

    async def read(self, case_id: str, asking: Asking) -> Case:
        """Return the case."""
        return await read(self._cases, case_id, asking)

    async def claim(self, case_id: str, asking: Asking, *, take_over: bool) -> Case:
        """Make the case the agent's own; out of another agent's hands only with `take_over`."""

        def assign(case: Case) -> Command:
            if case.owner not in (None, asking.agent) and not take_over:
                raise Refused("owned", f"the case belongs to {case.owner}; take it over knowingly", owner=case.owner)
            return Assign(agent=asking.agent, by=asking.agent)

        return await change(self._cases, case_id, asking, assign, clock=self._clock)

    async def release(self, case_id: str, asking: Asking) -> Case:
        """Put the agent's case back into the queue."""

        def release(case: Case) -> Command:
            _not_anothers(case, asking)
            return Release(by=asking.agent)

        return await change(self._cases, case_id, asking, release, clock=self._clock)

    async def withdraw(self, case_id: str, reply_id: str, asking: Asking) -> Case:
        """Take a queued answer back. When this returns, it will not be posted."""
        command = Withdraw(reply_id=reply_id, by=asking.agent)
        return await change(self._cases, case_id, asking, lambda _: command, clock=self._clock)

    async def settle(self, case_id: str, reply_id: str, asking: Asking) -> Case:
        """Say that an answer of unknown fate was never posted: the agent has looked."""
        command = Settle(reply_id=reply_id, by=asking.agent)
        return await change(self._cases, case_id, asking, lambda _: command, clock=self._clock)

    async def resolve(self, case_id: str, asking: Asking, *, disposition: Disposition, reason: str | None) -> Case:
        """Settle the case."""

        def resolve(case: Case) -> Command:
            _not_anothers(case, asking)
            return Resolve(by=asking.agent, disposition=disposition, reason=reason)

        return await change(self._cases, case_id, asking, resolve, clock=self._clock)


def _not_anothers(case: Case, asking: Asking) -> None:
    if case.owner not in (None, asking.agent):
        raise Refused("not_yours", f"the case belongs to {case.owner}; claim it first", owner=case.owner)
