"""Giving a case to a colleague by name."""

from typing import Protocol

from services.respond.domain.refusals import NotTaken
from services.respond.handlers.change import Asking, Cases, change
from shared.case.commands import Command, Transfer
from shared.case.refused import Refused
from shared.case.state.case import Case
from shared.directory.profile import Profile
from shared.runtime.clock import Clock


class Roster(Protocol):
    """Everybody, as this process knows them."""

    def get(self, agent_id: str) -> Profile | None: ...


class Transfers:
    """The owner of a case gives it away, or a supervisor does, also where nobody has it."""

    def __init__(self, *, cases: Cases, roster: Roster, clock: Clock) -> None:
        self._cases = cases
        self._roster = roster
        self._clock = clock

    async def transfer(self, case_id: str, asking: Asking, *, to: str, note: str | None) -> Case:
        """Give the case to that agent, also beyond their capacity. Again to the same one, it changes nothing.

        Raises NotTaken (no_such_agent, not_their_brand), NoSuchCase, Stale, Refused and Unavailable.
        """

        def given(case: Case) -> Command:
            # Who has given it away already is no owner any more, and may ask again.
            if case.owner not in (asking.agent, to) and not asking.is_supervisor:
                raise _not_yours(case)
            self._check(to, case, asking)
            return Transfer(to=to, by=asking.agent, note=note)

        return await change(self._cases, case_id, asking, given, clock=self._clock)

    def _check(self, to: str, case: Case, asking: Asking) -> None:
        found, seen = self._roster.get(to), asking.scope
        if found is None or not (seen.is_all or not found.brands or found.brands & seen.brands):
            raise NotTaken("no_such_agent", "there is no agent of that id among those you see; GET /v1/agents has them")
        if found.brands and case.brand not in found.brands:
            raise NotTaken("not_their_brand", f"{to} does not serve the brand {case.brand}; choose somebody who does")


def _not_yours(case: Case) -> Refused:
    if case.owner is None:
        return Refused("not_yours", "nobody has the case; claim it first, or ask a supervisor", owner=None)
    return Refused("not_yours", f"it is {case.owner}'s case: they, or a supervisor, can give it away", owner=case.owner)
