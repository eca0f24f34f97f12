"""Dispatch: only people at work, only free places, only under the lease; and the reason why the rest waits."""

import asyncio
from typing import Any

import pytest

from services.route.dispatch import Dispatcher
from services.route.domain.eligible import Worker
from shared.case.commands import Assign, Release
from shared.case.state.case import Case
from shared.case.state.stage import Stage
from shared.mongo.lease import LeaseLost
from tests.builders import HOUR, NOON, a_case, a_message, after
from tests.fakes.dispatching import CasesInLine, KeptReasons, OnDuty, OneLease
from tests.unit.services.route.dispatching import a_worker, some_levels

SOON, LATER = HOUR / 2, 2 * HOUR


class Desk:
    """A dispatcher over what is in memory, and what a test looks at afterwards."""

    def __init__(self, cases: CasesInLine, *at_work: Worker, reasons: KeptReasons | None = None, **rules: Any) -> None:
        self.cases = cases
        self.staff = OnDuty(*at_work)
        self.lease = OneLease()
        self.reasons = reasons or KeptReasons()
        self.now = NOON
        self.dispatcher = Dispatcher(
            line=cases.line,
            staff=self.staff,
            cases=cases,
            writes=cases,
            lease=self.lease,
            reasons=self.reasons,
            levels=lambda: some_levels(**rules),
            every=60,
            clock=lambda: self.now,
        )

    async def dispatch(self) -> int:
        return await self.dispatcher.dispatch(self.lease.fence)

    def owner(self, case: Case) -> str | None:
        return self.cases.cases[case.id].owner


def waiting(author: str = "joe", **fields: Any) -> Case:
    return a_case(author=author, message=a_message(f"post-of-{author}"), **fields)


async def test_a_waiting_case_goes_to_somebody_at_work_and_is_to_be_announced() -> None:
    case = waiting()
    desk = Desk(CasesInLine(case), a_worker("joris"))

    assert await desk.dispatch() == 1

    given = desk.cases.cases[case.id]
    assert (given.owner, given.stage, given.announce_from) == ("joris", Stage.ASSIGNED, 2)
    assert desk.reasons.why == {}


async def test_a_second_look_gives_nothing_more() -> None:
    desk = Desk(CasesInLine(waiting("joe"), waiting("ann"), waiting("bob")), a_worker(capacity=2))

    assert [await desk.dispatch(), await desk.dispatch()] == [2, 0]


async def test_with_nobody_at_work_every_case_waits_and_says_so() -> None:
    case = waiting()
    desk = Desk(CasesInLine(case))

    assert await desk.dispatch() == 0
    assert desk.cases.cases[case.id] is case
    assert desk.reasons.why == {case.demand: "nobody is at work"}


async def test_the_earliest_deadline_is_served_first_whoever_came_first() -> None:
    first, urgent = waiting("joe", target=LATER), waiting("ann", target=SOON)
    desk = Desk(CasesInLine(first, urgent), a_worker(capacity=1))

    await desk.dispatch()

    assert (desk.owner(urgent), desk.owner(first)) == ("mira", None)
    assert desk.reasons.why == {first.demand: "the one who could take it is full"}


async def test_a_case_that_somebody_claimed_meanwhile_stays_theirs_and_the_place_goes_to_the_next() -> None:
    claimed, other = waiting("joe", target=SOON), waiting("ann")
    cases = CasesInLine(claimed, other)
    cases.cases[claimed.id] = after(claimed, Assign(agent="mira", by="mira"))
    desk = Desk(cases, a_worker("joris", capacity=1))

    await desk.dispatch()

    assert (desk.owner(claimed), desk.owner(other)) == ("mira", "joris")


class Rivalled(CasesInLine):
    """Somebody claims a case between our decision and our write."""

    rivalled = ""

    async def some(self, case_ids: Any) -> list[Case]:
        found = await super().some(case_ids)
        if self.rivalled:
            self.put(after(self.cases[self.rivalled], Assign(agent="ann", by="ann")))
            self.rivalled = ""
        return found


async def test_who_claims_it_between_look_and_write_wins_and_the_place_goes_to_the_next() -> None:
    contested, other = waiting("joe", target=SOON), waiting("ann")
    cases = Rivalled(contested, other)
    cases.rivalled = contested.id
    desk = Desk(cases, a_worker("joris", capacity=1))

    assert await desk.dispatch() == 1
    assert (desk.owner(contested), desk.owner(other)) == ("ann", "joris")


async def test_cases_of_a_brand_whose_agents_are_full_do_not_keep_another_brands_waiting() -> None:
    """However many there are, and however much longer they have been waiting."""
    vinyl = [waiting(f"v-{n}", brand="vinyl", target=SOON) for n in range(300)]
    discus = waiting()
    desk = Desk(
        CasesInLine(*vinyl, discus),
        a_worker("joris", 1, brands={"vinyl"}),
        a_worker("mira", 3, brands={"discus"}),
    )

    assert await desk.dispatch() == 2

    assert desk.owner(discus) == "mira"
    assert desk.reasons.why == {vinyl[0].demand: "the one who could take it is full"}


async def test_what_agents_have_is_counted_from_the_cases_by_the_weight_of_their_network() -> None:
    has = after(waiting("joe", network="helpdesk"), Assign(agent="mira", by="route"))
    light, heavy = waiting("ann"), waiting("bob", network="helpdesk", target=LATER)
    desk = Desk(CasesInLine(has, light, heavy), a_worker(capacity=4), weights={"helpdesk": 2})

    await desk.dispatch()

    assert (desk.owner(light), desk.owner(heavy)) == ("mira", None)


async def test_a_case_given_back_goes_to_another_agent() -> None:
    lost = after(waiting(), Assign(agent="mira", by="route"), Release(by="route", avoid=True))
    desk = Desk(CasesInLine(lost), a_worker("mira"), a_worker("joris"))

    await desk.dispatch()

    assert desk.owner(lost) == "joris"


async def test_agents_with_nothing_to_do_take_turns() -> None:
    """Their cases are done before the next one comes, so the cases no longer tell whose turn it is."""
    desk = Desk(CasesInLine(), a_worker("mira"), a_worker("joris"), a_worker("ann"))
    given_to = []
    for number in range(6):
        case = waiting(f"customer-{number}")
        desk.cases.put(case)
        desk.now = NOON + number * HOUR
        await desk.dispatch()
        given_to.append(desk.owner(case))
        desk.cases.put(waiting(f"customer-{number}", stage=Stage.CLOSED))

    assert given_to == ["ann", "joris", "mira"] * 2


class OneUnreadable(CasesInLine):
    """A case that the collection has and nobody can read."""

    unreadable = ""

    async def some(self, case_ids: Any) -> list[Case]:
        return [case for case in await super().some(case_ids) if case.id != self.unreadable]


async def test_a_case_that_cannot_be_read_takes_nobodys_place() -> None:
    bad, good = waiting("joe", target=SOON), waiting("ann")
    cases = OneUnreadable(bad, good)
    cases.unreadable = bad.id
    desk = Desk(cases, a_worker(capacity=1))

    await desk.dispatch()

    assert (desk.owner(bad), desk.owner(good)) == (None, "mira")


async def test_a_case_that_meets_a_bug_takes_nobodys_place() -> None:
    bad, good = waiting("joe", target=SOON), waiting("ann")
    cases = CasesInLine(bad, good)
    cases.cases[bad.id] = Broken(good, bad.id)  # type: ignore[assignment]
    desk = Desk(cases, a_worker(capacity=1))

    await desk.dispatch()

    assert desk.owner(good) == "mira"


class Broken:
    """No case at all, as far as deciding goes."""

    owner = None

    def __init__(self, like: Case, case_id: str) -> None:
        self.id = case_id


async def test_nothing_is_given_without_the_lease() -> None:
    case = waiting()
    desk = Desk(CasesInLine(case), a_worker())
    desk.lease.is_lost = True

    with pytest.raises(LeaseLost):
        await desk.dispatcher.dispatch(1)
    assert desk.cases.cases[case.id] is case


class Stopping(KeptReasons):
    """Ends the loop after the first look."""

    def __init__(self, stop: asyncio.Event) -> None:
        super().__init__()
        self.stop = stop

    async def keep(self, why: Any, *, now: Any) -> None:
        self.stop.set()


async def test_only_the_holder_looks_and_it_gives_the_lease_back_when_told_to_stop() -> None:
    stop = asyncio.Event()
    case = waiting()
    desk = Desk(CasesInLine(case), a_worker(), reasons=Stopping(stop))

    await desk.dispatcher.run(stop)

    assert desk.owner(case) == "mira"
    assert desk.lease.is_lost
