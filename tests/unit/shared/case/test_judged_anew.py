"""A case that turns out graver, or a question: its clocks run under the new terms from then on (SEMANTICS, 3)."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.case.commands import Hold, Tick
from shared.case.state.case import Case
from shared.case.state.clock import ClockMove
from shared.case.state.policy import SEVERITIES, Action, Book, Match, Policy, Queue
from shared.case.state.terms import Terms
from tests.builders import HOUR, NOON, a_book, a_case, a_message, after, hear
from tests.unit.shared.case.calendars import a_calendar, utc
from tests.unit.shared.case.posting import first, posted, resolution

OFFICE = a_calendar(zone="UTC").text()
ALL = Queue(id="all", match=Match())
PRAISE = Policy(id="praise", match=Match(needs_answer=False), terms=dict.fromkeys(SEVERITIES, Terms(policy="praise")))


def by_severity(**targets: int) -> Book:
    """Targets of the first response and of the resolution, in seconds, by severity."""
    terms = {
        severity: Terms(policy="graver", first_response=targets[severity], resolution=10 * targets[severity])
        for severity in SEVERITIES
    }
    return Book(policies=(Policy(id="graver", match=Match(), terms=terms),), queues=(ALL,))


BOOK = by_severity(low=36_000, normal=3600, high=600, critical=60)


def graver(case: Case, *, at: datetime, book: Book = BOOK, severity: str = "high") -> Case:
    return after(case, hear(a_message("post-2", at=at, severity=severity), book=book), now=at)


def test_a_graver_word_midway_gives_the_new_target_from_then_on() -> None:
    case = graver(a_case(book=BOOK), at=NOON + HOUR / 2)

    assert case.severity == "high"
    assert first(case).due_at == NOON + HOUR / 2 + timedelta(seconds=600)


def test_the_deadline_never_moves_later() -> None:
    """Ten minutes are left; the new target would give ten from now, and a second for rounding."""
    case = graver(a_case(book=BOOK), at=NOON + timedelta(minutes=55))

    assert first(case).due_at == NOON + HOUR
    assert first(case).terms is not None


@settings(deadline=None)
@given(used=st.integers(0, 7200), old=st.integers(1, 7200), new=st.integers(1, 7200))
def test_the_deadline_is_the_sooner_of_the_old_one_and_the_new_target_from_now(used: int, old: int, new: int) -> None:
    book = by_severity(low=old, normal=old, high=new, critical=new)
    now = NOON + timedelta(seconds=used)
    case = graver(a_case(book=book), at=now, book=book)

    assert first(case).due_at == min(NOON + timedelta(seconds=old), now + timedelta(seconds=new))


def test_what_is_less_grave_changes_nothing() -> None:
    case = a_case(book=BOOK, message=a_message(severity="high"))
    later = graver(case, at=NOON + HOUR, severity="low")

    assert (later.severity, first(later)) == ("high", first(case))


def test_a_graver_edit_counts_and_a_milder_one_does_not() -> None:
    edit = a_message("post-1", id="edit", revision="1", severity="critical")
    milder = a_message("post-1", id="milder", revision="2", severity="low")
    case = after(a_case(book=BOOK), hear(edit, kind="edited", book=BOOK), hear(milder, kind="edited", book=BOOK))

    assert (case.severity, case.messages[0].severity) == ("critical", "critical")


def test_a_paused_clock_is_given_the_new_target_on_top_of_what_it_has_used() -> None:
    held = after(a_case(book=BOOK), Hold(by="mira", reason="the courier has to say"), now=NOON + HOUR)
    case = graver(held, at=NOON + 5 * HOUR)
    assert resolution(case).due_at is None

    taken_up = resolution(case).moved(resolution(case).log[-2].__class__(move=ClockMove.RESUME, at=NOON + 6 * HOUR))

    assert taken_up.due_at == NOON + 6 * HOUR + timedelta(seconds=6000)


def test_other_opening_hours_are_counted_from_now_on_and_never_give_more_time() -> None:
    """Normal cases are always open, grave ones have an hour of office time; it is Friday, half past four."""
    terms = dict.fromkeys(SEVERITIES, Terms(policy="p", first_response=100 * 3600))
    office = {**terms, "high": Terms(policy="p", first_response=3600, hours=OFFICE)}
    book = Book(policies=(Policy(id="p", match=Match(), terms=office),), queues=(ALL,))
    asked, now = utc("2026-11-24 20:00"), utc("2026-11-27 16:30")
    case = graver(a_case(message=a_message(at=asked), book=book), at=now, book=book)
    assert first(case).due_at == asked + timedelta(hours=100), "sooner than Monday, 09:30"

    again = graver(a_case(message=a_message(at=asked), book=book), at=utc("2026-11-26 16:30"), book=book)
    assert first(again).due_at == utc("2026-11-27 09:30")


def test_praise_has_no_deadline_and_the_question_after_it_has_its_own_from_when_it_was_asked() -> None:
    book = a_book(PRAISE, resolution=4 * 3600)
    praise = a_case(message=a_message(needs_answer=False), book=book)
    assert (praise.clocks, praise.terms.policy) == ((), "praise")

    asked = after(praise, hear(a_message("post-2", at=NOON + 9 * HOUR), book=book), now=NOON + 9 * HOUR)

    assert asked.terms.policy == "standard"
    assert (first(asked).due_at, resolution(asked).due_at) == (NOON + 10 * HOUR, NOON + 13 * HOUR)


def test_praise_that_is_to_be_answered_some_day_is_to_be_answered_soon_once_it_is_a_question() -> None:
    some_day = Policy(
        id="praise",
        match=Match(needs_answer=False),
        terms=dict.fromkeys(SEVERITIES, Terms(policy="praise", first_response=48 * 3600)),
    )
    book = a_book(some_day)
    praise = a_case(message=a_message(needs_answer=False), book=book)
    asked = after(praise, hear(a_message("post-2", at=NOON + 9 * HOUR), book=book), now=NOON + 9 * HOUR)

    assert (first(praise).due_at, first(asked).due_at) == (NOON + 48 * HOUR, NOON + 10 * HOUR)


def test_a_clock_that_was_met_is_not_judged_again() -> None:
    answered = posted(a_case(book=BOOK), at=NOON + HOUR / 2)

    assert first(graver(answered, at=NOON + HOUR)) == first(answered)


def test_what_a_breach_makes_graver_is_owed_sooner_and_gets_what_had_no_target_before() -> None:
    """The resolution breaches; the graver terms have a target for the answer as well."""
    terms = {severity: Terms(policy="p", resolution=3600) for severity in SEVERITIES}
    terms["high"] = Terms(policy="p", resolution=3600, first_response=7200)
    policy = Policy(id="p", match=Match(), terms=terms, on_breach=(Action.RAISE,))
    book = Book(policies=(policy,), queues=(ALL,))
    case = after(a_case(book=book), Tick(book=book), now=NOON + HOUR + timedelta(seconds=1))

    assert (case.severity, first(case).due_at) == ("high", NOON + 2 * HOUR)


def test_a_word_in_another_language_brings_another_queue() -> None:
    book = a_book(queues=(Queue(id="dutch", match=Match(languages=frozenset({"nl"}))),))
    case = a_case(book=book)
    dutch = after(case, hear(a_message("post-2", at=NOON + HOUR, language="nl"), book=book), now=NOON + HOUR)

    assert (case.queue, dutch.queue, dutch.language) == ("all", "dutch", "nl")


@pytest.mark.parametrize("is_edit_first", [False, True])
def test_what_was_grave_in_the_first_form_is_so_whatever_came_first(is_edit_first: bool) -> None:
    """A milder edit takes nothing back; that must not depend on which of the two reached us sooner."""
    forms = [
        hear(a_message("post-2", id="created", severity="critical", needs_answer=True), book=BOOK),
        hear(
            a_message("post-2", id="edited", revision="1", severity="low", needs_answer=False), kind="edited", book=BOOK
        ),
    ]

    case = after(a_case(book=BOOK), *(reversed(forms) if is_edit_first else forms))

    assert (case.severity, case.messages[1].severity, case.messages[1].needs_answer) == ("critical", "critical", True)
