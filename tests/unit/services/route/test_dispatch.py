"""Dispatch: only people at work, only free places, and a case that somebody took meanwhile stays theirs."""

from datetime import datetime

from services.route.dispatch import Dispatcher
from services.route.domain.assignment import Waiting, Worker
from shared.case.case import Case
from shared.case.commands import Assign
from shared.case.stage import Stage
from tests.builders import NOON, a_case, after
from tests.fakes.cases import InMemoryCases


class AQueue:
    def __init__(self, *cases: Case) -> None:
        self._cases = cases

    async def waiting(self, *, limit: int) -> list[Waiting]:
        return [Waiting(case_id=case.id, brand=case.brand) for case in self._cases[:limit]]

    async def load(self, agents: list[str]) -> dict[str, int]:
        return {}


class AtWork:
    def __init__(self, *agents: str) -> None:
        self._agents = set(agents)

    async def online(self, *, now: datetime) -> set[str]:
        return self._agents


def a_dispatcher(cases: InMemoryCases, queue: AQueue, present: AtWork) -> Dispatcher:
    workers = [Worker(id="mira", capacity=1), Worker(id="joris", capacity=1)]
    return Dispatcher(queue=queue, presence=present, cases=cases, workers=workers, every=1, clock=lambda: NOON)


async def test_a_waiting_case_goes_to_somebody_at_work_and_is_to_be_announced() -> None:
    case = a_case()
    cases = InMemoryCases(case)

    assert await a_dispatcher(cases, AQueue(case), AtWork("joris")).dispatch() == 1

    given = cases.cases[case.id]
    assert (given.owner, given.stage, given.announce_from) == ("joris", Stage.ASSIGNED, 2)


async def test_with_nobody_at_work_every_case_waits() -> None:
    case = a_case()
    cases = InMemoryCases(case)

    assert await a_dispatcher(cases, AQueue(case), AtWork()).dispatch() == 0
    assert cases.cases[case.id] is case


async def test_a_case_that_somebody_claimed_meanwhile_stays_theirs() -> None:
    waiting = a_case()
    cases = InMemoryCases(after(waiting, Assign(agent="mira", by="mira")))

    await a_dispatcher(cases, AQueue(waiting), AtWork("joris")).dispatch()

    assert cases.cases[waiting.id].owner == "mira"
