"""The clock of the resolution: when it stands still, how it goes on when a case comes back (SEMANTICS, section 3)."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.case.commands import Command, Hold, Reopen, Resolve, Resume, Snooze, Tick
from shared.case.state.case import Case
from shared.case.state.clock import ClockMove
from shared.case.state.stage import Disposition, Stage
from tests.builders import HOUR, NOON, a_book, a_case, a_message, after, hear
from tests.unit.shared.case.calendars import a_calendar, utc
from tests.unit.shared.case.posting import an_echo, following, posted, resolution

OFFICE = a_book(resolution=4 * 3600, hours=a_calendar(zone="UTC").text())
DAY = a_book(resolution=24 * 3600, next_response=3600)
MONDAY, FRIDAY = utc("2026-11-23 09:00"), utc("2026-11-27 09:00")
HOLD = Hold(by="mira", reason="the courier has to say")
DONE = Resolve(by="mira", disposition=Disposition.PEER_RESOLVED, reason="another customer knew")


def opened(at: datetime, **fields: object) -> Case:
    return a_case(message=a_message(at=at), **{"book": OFFICE, **fields})  # type: ignore[arg-type]


def test_a_target_of_four_hours_from_monday_nine_paused_from_ten_to_twelve_is_due_at_three() -> None:
    case = after(opened(MONDAY), HOLD, now=utc("2026-11-23 10:00"))
    case = after(case, Resume(by="mira"), now=utc("2026-11-23 12:00"))

    assert resolution(case).due_at == utc("2026-11-23 15:00")


def test_two_hours_left_on_friday_at_four_and_resumed_on_monday_at_ten_is_due_at_twelve() -> None:
    case = after(opened(FRIDAY + timedelta(hours=5)), HOLD, now=utc("2026-11-27 16:00"))
    case = after(case, Resume(by="mira"), now=utc("2026-11-30 10:00"))

    assert resolution(case).due_at == utc("2026-11-30 12:00")


@settings(deadline=None)
@given(pauses=st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 3000)), max_size=4))
def test_every_pause_of_the_case_extends_the_deadline_by_the_open_time_that_it_covered(
    pauses: list[tuple[int, int]],
) -> None:
    """Counted by the minute: the deadline is the end of the 240th minute that was open and not paused."""
    case, now, paused = opened(MONDAY), MONDAY, set[datetime]()
    for gap, length in pauses:
        now += timedelta(minutes=gap)
        case = after(case, HOLD, now=now)
        paused |= {now + timedelta(minutes=minute) for minute in range(length)}
        now += timedelta(minutes=length)
        case = after(case, Resume(by="mira"), now=now)

    counted, minute = 0, MONDAY
    while counted < 240:
        counted += minute.weekday() < 5 and 9 <= minute.hour < 17 and minute not in paused
        minute += timedelta(minutes=1)
    assert resolution(case).due_at == minute


@pytest.mark.parametrize("rest", [HOLD, Snooze(by="mira", until=NOON + 40 * HOUR)])
def test_it_pauses_while_the_case_is_put_aside(rest: Command) -> None:
    case = after(a_case(book=DAY), rest, now=NOON + HOUR)

    assert (resolution(case).paused_since, resolution(case).due_at) == (NOON + HOUR, None)


def test_it_pauses_from_the_answer_until_the_customer_is_back() -> None:
    """Both by the network's time, not by when we heard of it."""
    case = after(a_case(book=DAY), an_echo(at=NOON + HOUR), now=NOON + 3 * HOUR)
    assert (case.stage, resolution(case).paused_since) == (Stage.AWAITING_CUSTOMER, NOON + HOUR)

    case = after(case, hear(a_message("post-2", at=NOON + 11 * HOUR), book=DAY), now=NOON + 12 * HOUR)

    assert resolution(case).due_at == NOON + 34 * HOUR


def test_a_snooze_that_ended_while_nobody_looked_ended_at_its_own_time() -> None:
    case = after(a_case(book=DAY), Snooze(by="mira", until=NOON + 2 * HOUR))
    case = after(case, Tick(), now=NOON + 20 * HOUR)

    assert (case.stage, resolution(case).due_at) == (Stage.NEW, NOON + 26 * HOUR)


def test_settling_meets_it() -> None:
    case = after(a_case(book=DAY), DONE, now=NOON + HOUR)

    assert resolution(case).fulfilled_at == NOON + HOUR


@pytest.mark.parametrize(
    ("back", "since"),
    [
        (Reopen(by="mira"), NOON + 30 * HOUR),
        (hear(a_message("post-2", at=NOON + 29 * HOUR, received_at=NOON + 30 * HOUR), book=DAY), NOON + 29 * HOUR),
    ],
)
def test_a_settled_case_that_comes_back_goes_on_in_a_new_cycle(back: Command, since: datetime) -> None:
    case = after(posted(a_case(book=DAY)), DONE, now=NOON + HOUR)
    case = after(case, back, now=NOON + 30 * HOUR)

    assert resolution(case).fulfilled_at == NOON + HOUR
    assert resolution(case, cycle=2).first(ClockMove.ACTIVATE) == since
    assert resolution(case, cycle=2).due_at == since + 24 * HOUR


def test_what_comes_back_with_a_question_is_owed_the_next_response_too() -> None:
    case = after(posted(a_case(book=DAY)), DONE, now=NOON + HOUR)
    case = after(case, hear(a_message("post-2", at=NOON + 30 * HOUR), book=DAY), now=NOON + 30 * HOUR)

    assert following(case).due_at == NOON + 31 * HOUR


def test_an_answer_does_not_resolve() -> None:
    assert resolution(posted(a_case(book=DAY))).fulfilled_at is None


def test_a_target_that_comes_with_a_question_on_hold_counts_from_when_the_case_is_taken_up() -> None:
    """Praise has no deadline; the question does, and it came while the case was on hold."""
    held = after(a_case(message=a_message(needs_answer=False), book=a_book()), HOLD)
    asked = after(held, hear(a_message("post-2", at=NOON + HOUR), book=DAY), now=NOON + HOUR)
    case = after(asked, Resume(by="mira"), now=NOON + 2 * HOUR)

    assert resolution(case).due_at == NOON + 26 * HOUR
