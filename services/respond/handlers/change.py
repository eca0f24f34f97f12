"""One change of a case on behalf of an agent: in their brands, on the version they saw, and announced."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from services.respond.domain.scope import Scope
from services.respond.domain.ways import ways
from shared.case.apply import apply_all
from shared.case.commands import Command
from shared.case.decide import decide
from shared.case.keeping import Change, NoSuchCase, announcing
from shared.case.refused import Refused
from shared.case.state.case import Case
from shared.runtime.clock import Clock


class Cases(Protocol):
    """Where cases are kept, one writer at a time. Methods raise NoSuchCase and Unavailable."""

    async def get(self, case_id: str) -> Case: ...

    async def update(self, case_id: str, change: Change) -> Case: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who asks. `versions`: the case must be one of these (If-Match); None: whichever it is."""

    agent: str
    scope: Scope
    is_supervisor: bool = False
    versions: frozenset[int] | None = None


class Stale(Exception):
    """The case is not the version that the agent saw."""

    def __init__(self, version: int) -> None:
        super().__init__(f"the case has changed since you looked: it is at version {version} now")
        self.version = version


async def read(cases: Cases, case_id: str, asking: Asking) -> Case:
    """Return a case. Raises NoSuchCase, also where it is of a brand that the agent does not see."""
    case = await cases.get(case_id)
    if not asking.scope.sees(case.brand):
        raise NoSuchCase(case_id)
    return case


async def change(
    cases: Cases, case_id: str, asking: Asking, command: Callable[[Case], Command | None], *, clock: Clock
) -> Case:
    """Carry out the command that suits the case as it is (None: nothing to do) and return the case after it.

    Raises NoSuchCase, Stale, and Refused with the stage, the version and what `can` be asked instead.
    """

    def changed(case: Case) -> Case:
        if not asking.scope.sees(case.brand):
            raise NoSuchCase(case_id)
        try:
            wanted = command(case)
            if wanted is None:
                return case
            if asking.versions is not None and case.version not in asking.versions:
                raise Stale(case.version)
            now = clock()
            return apply_all(case, decide(case, wanted, now=now), now=now)
        except Refused as refused:
            raise placed(refused, case) from refused

    return await cases.update(case_id, announcing(changed))


def placed(refused: Refused, case: Case) -> Refused:
    """Return the refusal with where the case stands, and what can be asked of it instead."""
    where = {"stage": case.stage.value, "case_version": case.version, "can": ways(case)}
    return Refused(refused.code, str(refused), **{**where, **refused.detail})
