"""Policies and calendars change under open cases: reckoned again from the start, pauses kept (SEMANTICS, 3)."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from shared.case.commands import ApplyPolicies, Hold, Reopen, Resolve, Resume, Tick
from shared.case.state.clock import ClockMove
from shared.case.state.stage import Disposition, Stage
from tests.builders import HOUR, NOON, a_book, a_case, after
from tests.unit.shared.case.calendars import a_calendar, utc
from tests.unit.shared.case.posting import first, posted, resolution

NONE = a_book(policy="none", first_response=None)
ONE, FOUR = a_book(), a_book(first_response=4 * 3600)
SPAM = Resolve(by="mira", disposition=Disposition.SPAM, reason="advertising")


def test_a_new_target_counts_from_the_start_and_not_from_the_change() -> None:
    case = after(a_case(), ApplyPolicies(book=FOUR), now=NOON + HOUR / 2)

    assert (first(case).due_at, first(case).first(ClockMove.ACTIVATE)) == (NOON + 4 * HOUR, NOON)


def test_a_change_that_changes_nothing_is_none() -> None:
    case = a_case()

    assert after(case, ApplyPolicies(book=ONE), now=NOON + HOUR) is case


def test_earlier_pauses_are_kept() -> None:
    """GLPI loses them: glpi-project/glpi#6902."""
    case = after(a_case(book=a_book(resolution=3600)), Hold(by="mira", reason="the courier has to say"))
    case = after(case, Resume(by="mira"), now=NOON + 10 * HOUR)
    case = after(case, ApplyPolicies(book=a_book(resolution=2 * 3600)), now=NOON + 10.5 * HOUR)

    assert resolution(case).due_at == NOON + 12 * HOUR


@settings(deadline=None)
@given(
    pauses=st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), max_size=4),
    changes=st.lists(st.tuples(st.integers(0, 4000), st.sampled_from([1800, 3600, 90_000])), max_size=3),
)
def test_the_last_change_counts_as_if_there_had_never_been_another(
    pauses: list[tuple[int, int]], changes: list[tuple[int, int]]
) -> None:
    last = a_book(resolution=5 * 3600)
    changed = plain = a_case(book=a_book(resolution=60))
    plain = after(plain, ApplyPolicies(book=last))
    waiting, now = sorted(changes), NOON
    for gap, length in pauses:
        while waiting and NOON + timedelta(minutes=waiting[0][0]) <= now:
            changed = after(changed, ApplyPolicies(book=a_book(resolution=waiting.pop(0)[1])), now=now)
        changed, plain = (
            after(
                after(case, Hold(by="mira", reason="courier"), now=now + timedelta(minutes=gap)),
                Resume(by="mira"),
                now=now + timedelta(minutes=gap + length),
            )
            for case in (changed, plain)
        )
        now += timedelta(minutes=gap + length)
    changed = after(changed, ApplyPolicies(book=last), now=now)

    assert resolution(changed).due_at == resolution(plain).due_at


def test_a_new_calendar_moves_the_deadline_of_a_case_that_is_open() -> None:
    """Opened on Friday at four with two hours to go; from now on the office is closed at the weekend."""
    asked = utc("2026-11-27 16:00")
    case = replace(a_case(book=a_book(first_response=7200)), opened_at=asked)
    case = replace(
        case, clocks=tuple(replace(one, log=tuple(replace(line, at=asked) for line in one.log)) for one in case.clocks)
    )
    closed = a_book(first_response=7200, hours=a_calendar(zone="UTC").text())

    assert first(after(case, ApplyPolicies(book=closed), now=asked)).due_at == utc("2026-11-30 10:00")


def test_a_deadline_that_lies_in_the_past_now_is_breached_at_its_own_instant() -> None:
    case = after(a_case(book=FOUR), ApplyPolicies(book=ONE), now=NOON + 2 * HOUR)

    assert first(after(case, Tick(), now=NOON + 2 * HOUR)).breached_at == NOON + HOUR


def test_a_breach_that_was_recorded_stays_recorded() -> None:
    breached = after(a_case(), Tick(), now=NOON + 2 * HOUR)
    case = after(breached, ApplyPolicies(book=FOUR), now=NOON + 2 * HOUR)

    assert (first(case).breached_at, first(case).next_at) == (NOON + HOUR, None)


def test_a_target_that_is_gone_takes_the_deadline_with_it_and_a_new_one_brings_it_back() -> None:
    case = after(a_case(), ApplyPolicies(book=NONE))
    assert (first(case).due_at, case.answer_by, case.clock_due_at) == (None, None, None)

    assert first(after(case, ApplyPolicies(book=FOUR), now=NOON + HOUR)).due_at == NOON + 4 * HOUR


def test_what_had_no_target_has_a_clock_from_its_start_once_there_is_one() -> None:
    case = after(a_case(book=NONE), ApplyPolicies(book=a_book(resolution=7200)), now=NOON + HOUR / 2)

    assert (first(case).due_at, resolution(case).due_at) == (NOON + HOUR, NOON + 2 * HOUR)


def test_what_was_met_is_met_under_the_terms_of_its_time() -> None:
    answered = posted(a_case())

    assert first(after(answered, ApplyPolicies(book=FOUR))) == first(answered)


def test_a_settled_case_that_comes_back_is_owed_what_policies_ask_for_by_then() -> None:
    settled = after(a_case(book=NONE), SPAM, ApplyPolicies(book=ONE))
    assert settled.clocks == ()

    case = after(settled, Reopen(by="mira"), now=NOON + HOUR / 4)

    assert first(case).due_at == NOON + HOUR


def test_a_closed_case_is_left_alone() -> None:
    closed = after(after(a_case(), SPAM), Tick(), now=NOON + 80 * HOUR)

    assert closed.stage is Stage.CLOSED
    assert after(closed, ApplyPolicies(book=FOUR), now=NOON + 80 * HOUR) is closed
