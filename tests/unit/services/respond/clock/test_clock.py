"""Deadlines are recorded at their own instant, once, however late anybody looks."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from services.respond.clock import Clock
from shared.case.commands import Assign, Release, Resolve
from shared.case.keeping import Step
from shared.case.reply_commands import ReportPosted, StartSending
from shared.case.state.case import Case
from shared.case.state.clock import ClockKind, ClockMove, SlaClock
from shared.case.state.stage import Disposition, Stage
from shared.case.state.terms import QUIET
from tests.builders import HOUR, NOON, a_book, a_case, a_message, after, an_answer
from tests.fakes.cases import InMemoryCases
from tests.unit.services.respond.publisher.bench import Hands

MILLISECOND = timedelta(milliseconds=1)
DEADLINE = NOON + HOUR
WARNING = NOON + 0.75 * HOUR


def first_response(case: Case) -> SlaClock:
    clock = case.clock(ClockKind.FIRST_RESPONSE)
    assert clock is not None
    return clock


def moves(case: Case) -> list[tuple[ClockMove, datetime]]:
    """What the clock recorded besides its start."""
    return [
        (line.move, line.at)
        for line in first_response(case).log
        if line.move not in (ClockMove.ACTIVATE, ClockMove.APPLY_POLICY)
    ]


def answered(case: Case, *, at: datetime) -> Case:
    queued = after(case, an_answer(case), StartSending(reply_id="r-1", until=NOON))
    posted = ReportPosted(reply_id="r-1", native_id="n", url=None, posted_at=at)
    return after(queued, posted)


async def fired(*cases: Case, now: datetime, times: int = 1) -> list[Case]:
    store = InMemoryCases(*cases)
    clock = Clock(cases=store, book=a_book, time=lambda: now)
    for _ in range(times):
        await clock.fire_due()
    return list(store.cases.values())


async def test_down_for_two_hours_both_instants_are_recorded_as_they_were_once() -> None:
    [case] = await fired(a_case(), now=NOON + 2 * HOUR, times=3)

    assert moves(case) == [(ClockMove.WARN, WARNING), (ClockMove.BREACH, DEADLINE)]
    assert first_response(case).breached_at == DEADLINE


async def test_the_warning_comes_alone_when_it_is_its_time() -> None:
    [case] = await fired(a_case(), now=WARNING)

    assert moves(case) == [(ClockMove.WARN, WARNING)]


async def test_at_the_deadline_itself_an_answer_is_still_in_time() -> None:
    [case] = await fired(a_case(), now=DEADLINE)
    assert first_response(case).breached_at is None

    met = answered(case, at=DEADLINE)

    assert first_response(met).fulfilled_at == DEADLINE
    [later] = await fired(met, now=DEADLINE + HOUR)
    assert first_response(later).breached_at is None


async def test_a_millisecond_after_the_deadline_it_is_breached() -> None:
    [case] = await fired(a_case(), now=DEADLINE + MILLISECOND)

    assert first_response(case).breached_at == DEADLINE


async def test_a_receipt_from_before_the_deadline_undoes_a_breach_that_was_noticed_first() -> None:
    [case] = await fired(a_case(), now=DEADLINE + HOUR)

    assert first_response(answered(case, at=DEADLINE)).breached_at is None
    assert first_response(answered(case, at=DEADLINE + MILLISECOND)).breached_at == DEADLINE


@given(
    target=st.integers(1, 100_000).map(lambda seconds: timedelta(seconds=seconds)),
    late=st.timedeltas(-2 * HOUR, 50 * HOUR).map(lambda span: span // MILLISECOND * MILLISECOND),
)
async def test_breached_exactly_when_now_is_past_the_deadline(target: timedelta, late: timedelta) -> None:
    deadline = NOON + target
    [case] = await fired(a_case(target=target), now=deadline + late, times=2)

    assert first_response(case).breached_at == (deadline if late > timedelta() else None)
    assert [line.move for line in first_response(case).log].count(ClockMove.BREACH) == (late > timedelta())


@given(st.integers(0, 7_200_000).map(lambda number: NOON + number * MILLISECOND))
async def test_an_answer_meets_the_deadline_exactly_up_to_and_with_it(at: datetime) -> None:
    [case] = await fired(answered(a_case(), at=at), now=NOON + 3 * HOUR)
    clock = first_response(case)

    assert clock.fulfilled_at == at
    assert clock.breached_at == (DEADLINE if at > DEADLINE else None), "a late answer hides no breach"
    assert clock.next_at is None


async def test_a_settled_case_closes_after_the_quiet_period_and_not_before() -> None:
    settled = after(
        a_case(),
        Assign(agent="mira", by="mira"),
        Resolve(by="mira", disposition=Disposition.NO_RESPONSE_NEEDED, reason="thanks only"),
    )

    [waits] = await fired(settled, now=NOON + QUIET - MILLISECOND)
    assert waits.stage is Stage.NO_RESPONSE_NEEDED
    [closed] = await fired(settled, now=NOON + QUIET)
    assert closed.stage is Stage.CLOSED


async def test_what_fired_waits_to_be_announced() -> None:
    [case] = await fired(a_case(), now=NOON + 2 * HOUR)

    assert case.announce_from == case.version == 2


class Contested(InMemoryCases):
    """Another writer changes one of the cases between the look-up and the write, a few times."""

    def __init__(self, *cases: Case, rival: str, times: int) -> None:
        super().__init__(*cases)
        self._rival = rival
        self._times = times
        self.saves = 0

    async def save(self, steps: Sequence[Step]) -> bool:
        self.saves += 1
        if self._times:
            self._times -= 1
            # The rival's own clocks are as they were, so that the case is still due.
            other = self.cases[self._rival]
            self.cases[self._rival] = replace(other, version=other.version + 1, language="nl")
        return await super().save(steps)


async def test_a_case_that_somebody_else_changed_meanwhile_is_done_singly_and_the_others_at_once() -> None:
    cases = [a_case(message=a_message(f"post-{number}"), author=f"joe-{number}") for number in range(5)]
    store = Contested(*cases, rival=cases[2].id, times=1)

    await Clock(cases=store, book=a_book, time=lambda: NOON + 2 * HOUR).fire_due()

    assert store.saves == 1
    assert all(first_response(case).breached_at == DEADLINE for case in store.cases.values())
    assert store.cases[cases[2].id].language == "nl"


async def test_two_clocks_record_a_deadline_once() -> None:
    store = InMemoryCases(a_case())
    clocks = [Clock(cases=store, book=a_book, time=lambda: NOON + 2 * HOUR) for _ in range(2)]

    await asyncio.gather(*(clock.fire_due() for clock in clocks))

    [case] = store.cases.values()
    assert [line.move for line in first_response(case).log].count(ClockMove.BREACH) == 1


async def test_the_oldest_deadlines_come_first_and_a_full_batch_is_followed_by_the_next() -> None:
    cases = [
        a_case(message=a_message(f"p-{number}"), author=f"joe-{number}", target=number * HOUR) for number in (3, 1, 2)
    ]
    store = InMemoryCases(*cases)
    clock = Clock(cases=store, book=a_book, time=lambda: NOON + 5 * HOUR, batch=2)

    assert await clock.fire_due() == 2
    assert first_response(store.cases[cases[0].id]).breached_at is None
    assert await clock.fire_due() == 1
    assert await clock.fire_due() == 0


async def test_one_case_that_meets_a_bug_does_not_keep_the_others_waiting() -> None:
    broken = a_case(message=a_message("post-0"), author="joe-0")
    nameless = replace(broken, clocks=(replace(broken.clocks[0], kind=object()),), history=())  # type: ignore[arg-type]
    [_, case] = await fired(nameless, a_case(), now=NOON + 2 * HOUR)

    assert first_response(case).breached_at == DEADLINE


async def test_a_database_that_goes_away_only_delays_and_the_breach_keeps_its_instant() -> None:
    store = InMemoryCases(a_case())
    store.is_down = True
    time, stop = Hands(NOON + 2 * HOUR), asyncio.Event()
    running = asyncio.create_task(Clock(cases=store, book=a_book, time=time, poll_seconds=0.001).run(stop))
    await asyncio.sleep(0.01)
    store.is_down = False
    time.pass_by(hours=1)
    async with asyncio.timeout(10):
        while first_response(next(iter(store.cases.values()))).breached_at is None:
            await asyncio.sleep(0.005)
    stop.set()
    await running

    assert first_response(next(iter(store.cases.values()))).breached_at == DEADLINE


async def test_nothing_due_costs_one_look_up() -> None:
    store = Contested(a_case(), rival="", times=0)
    clock = Clock(cases=store, book=a_book, time=lambda: NOON)

    assert await clock.fire_due() == 0
    assert store.saves == 0


async def test_a_case_taken_and_given_back_keeps_its_deadline() -> None:
    case = after(a_case(), Assign(agent="mira", by="mira"), Release(by="mira"), now=NOON + 0.5 * HOUR)

    [breached] = await fired(case, now=NOON + 2 * HOUR)

    assert first_response(breached).breached_at == DEADLINE
