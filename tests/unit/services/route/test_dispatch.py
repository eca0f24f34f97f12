"""Dispatch: only people at work, only free places, and a case that somebody took meanwhile stays theirs."""

from collections.abc import Callable, Collection
from datetime import datetime

from services.route.dispatch import Dispatcher
from services.route.domain.assignment import Waiting, Worker
from shared.case.case import Case
from shared.case.commands import Assign
from shared.case.stage import Stage
from tests.builders import NOON, a_case, a_message, after
from tests.fakes.cases import InMemoryCases


class AQueue:
    def __init__(self, *cases: Case) -> None:
        self._cases = cases

    async def waiting(self, brands: Collection[str], *, limit: int) -> list[Waiting]:
        wanted = [case for case in self._cases if not brands or case.brand in brands]
        return [Waiting(case_id=case.id, brand=case.brand) for case in wanted[:limit]]

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


async def test_cases_of_a_brand_whose_agents_are_full_do_not_keep_another_brands_waiting() -> None:
    """However many there are, and however much longer they have been waiting."""
    vinyl = [a_case(author=f"v-{n}", message=a_message(f"v-{n}"), brand="vinyl") for n in range(50)]
    discus = a_case()
    cases = InMemoryCases(*vinyl, discus)
    workers = [
        Worker(id="joris", capacity=1, brands=frozenset({"vinyl"})),
        Worker(id="mira", capacity=3, brands=frozenset({"discus"})),
    ]
    dispatcher = Dispatcher(
        queue=AQueue(*vinyl, discus),
        presence=AtWork("joris", "mira"),
        cases=cases,
        workers=workers,
        every=1,
        clock=lambda: NOON,
    )

    assert await dispatcher.dispatch() == 2

    assert [cases.cases[one.id].owner for one in (vinyl[0], vinyl[1], discus)] == ["joris", None, "mira"]


class OneUnreadable(InMemoryCases):
    unreadable = ""

    async def update(self, case_id: str, change: Callable[[Case], Case]) -> Case:
        if case_id == self.unreadable:
            raise ValueError("no case of ours")
        return await super().update(case_id, change)


async def test_a_case_that_meets_a_bug_does_not_hold_up_the_next() -> None:
    bad, good = a_case(), a_case(author="ann", message=a_message("post-2"))
    cases = OneUnreadable(bad, good)
    cases.unreadable = bad.id

    await a_dispatcher(cases, AQueue(bad, good), AtWork("mira", "joris")).dispatch()

    assert cases.cases[good.id].owner is not None
