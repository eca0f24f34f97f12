"""An SLA clock's shown values, derived from its log alone."""

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from shared.case.commands import Resolve, Tick
from shared.case.reply_commands import ReportPosted, StartSending
from shared.case.state.clock import ClockEvent, ClockKind, ClockMove, SlaClock
from shared.case.state.stage import Disposition
from tests.builders import HOUR, NOON, a_case, a_message, after, an_answer, hear

DUE = NOON + HOUR
MS = timedelta(milliseconds=1)


def a_clock(*moves: tuple[ClockMove, datetime], target: timedelta = HOUR) -> SlaClock:
    seconds = int(target.total_seconds())
    return SlaClock(
        kind=ClockKind.FIRST_RESPONSE,
        log=(
            ClockEvent(move=ClockMove.ACTIVATE, at=NOON),
            ClockEvent(move=ClockMove.APPLY_POLICY, at=NOON, target_seconds=seconds, warn_share=0.75),
            *(ClockEvent(move=move, at=at) for move, at in moves),
        ),
    )


def test_a_pause_extends_the_deadline_by_what_it_covered() -> None:
    paused = a_clock((ClockMove.PAUSE, NOON + 0.25 * HOUR), (ClockMove.RESUME, NOON + 3.25 * HOUR))

    assert paused.due_at == NOON + 4 * HOUR


def test_a_paused_clock_is_never_due() -> None:
    paused = a_clock((ClockMove.PAUSE, NOON + 0.25 * HOUR))

    assert (paused.due_at, paused.next_at) == (None, None)


@settings(deadline=None)
@given(cut=st.integers(1, 3599), start=st.integers(0, 3600))
def test_splitting_a_pause_in_two_changes_nothing(cut: int, start: int) -> None:
    begin = NOON + timedelta(seconds=start)
    middle, end = begin + timedelta(seconds=cut), begin + HOUR
    whole = a_clock((ClockMove.PAUSE, begin), (ClockMove.RESUME, end))
    split = a_clock(
        (ClockMove.PAUSE, begin), (ClockMove.RESUME, middle), (ClockMove.PAUSE, middle), (ClockMove.RESUME, end)
    )

    assert whole.due_at == split.due_at


@settings(deadline=None)
@given(shorter=st.integers(1, 10**6), longer=st.integers(1, 10**6))
def test_a_longer_target_is_never_due_sooner(shorter: int, longer: int) -> None:
    low, high = sorted((shorter, longer))
    first, second = a_clock(target=timedelta(seconds=low)).due_at, a_clock(target=timedelta(seconds=high)).due_at

    assert first is not None
    assert second is not None
    assert first <= second


def test_a_warning_comes_at_its_share_of_the_target_and_a_breach_after_the_deadline() -> None:
    case = a_case()
    assert after(case, Tick(), now=NOON + 0.75 * HOUR - MS) is case

    warned = after(case, Tick(), now=NOON + 0.75 * HOUR)
    assert warned.clocks[0].first(ClockMove.WARN) == NOON + 0.75 * HOUR
    assert after(warned, Tick(), now=DUE) is warned

    breached = after(warned, Tick(), now=DUE + MS)
    assert breached.clocks[0].breached_at == DUE
    assert breached.clock_due_at is None


def test_a_breach_found_two_hours_late_carries_the_deadlines_instant_once() -> None:
    late = after(a_case(), Tick(), now=DUE + 2 * HOUR)

    assert late.clocks[0].breached_at == DUE
    assert after(late, Tick(), now=DUE + 3 * HOUR) is late


def test_an_answer_at_exactly_the_deadline_is_met() -> None:
    queued = after(a_case(), an_answer(a_case()), StartSending(reply_id="r-1", until=DUE + HOUR))
    posted = after(queued, ReportPosted(reply_id="r-1", native_id="s-1", url=None, posted_at=DUE), now=DUE)

    assert posted.clocks[0].fulfilled_at == DUE
    assert after(posted, Tick(), now=DUE + HOUR) is posted


def test_an_answer_that_proves_to_have_been_in_time_undoes_the_breach_recorded_meanwhile() -> None:
    breached = after(
        a_case(), an_answer(a_case()), StartSending(reply_id="r-1", until=DUE), Tick(), now=DUE + timedelta(seconds=5)
    )
    assert breached.clocks[0].breached_at == DUE

    found = after(breached, ReportPosted(reply_id="r-1", native_id="s-1", url=None, posted_at=DUE - MS))

    assert found.clocks[0].breached_at is None


def test_settling_a_case_does_not_meet_its_deadline_and_stops_it_from_running() -> None:
    settled = after(a_case(), Resolve(by="mira", disposition=Disposition.SPAM, reason="advert"), now=NOON + 0.5 * HOUR)

    assert settled.clocks[0].fulfilled_at is None
    assert after(settled, Tick(), now=NOON + 20 * HOUR) is settled

    back = after(settled, hear(a_message("post-2", at=NOON + 20 * HOUR)), now=NOON + 20 * HOUR)
    assert back.clocks[0].due_at == NOON + 20.5 * HOUR


def test_a_message_that_came_in_before_the_case_was_settled_gives_back_no_time_that_was_not_paused() -> None:
    """It was long on its way to us; the deadline may move back by the pause, never forward."""
    settled = after(
        a_case(), Resolve(by="mira", disposition=Disposition.SPAM, reason="advertising"), now=NOON + HOUR / 2
    )
    late = after(settled, hear(a_message("post-2", at=NOON + HOUR / 4)), now=NOON + HOUR)

    assert [clock.due_at for clock in late.clocks] == [DUE]
