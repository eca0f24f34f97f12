"""Deadlines that nobody looked at in time (SEMANTICS, section 3): each carries its own instant, once."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.case.commands import Resolve, Tick
from shared.case.state.clock import ClockMove
from shared.case.state.policy import SEVERITIES, Action, Book, Match, Policy, Queue
from shared.case.state.stage import Disposition, Stage
from shared.case.state.terms import Terms
from tests.builders import HOUR, NOON, a_book, a_case, a_message, after
from tests.unit.shared.case.posting import an_echo, first, posted, resolution

DUE = NOON + HOUR
SECOND = timedelta(seconds=1)


def acting(*, on_warn: tuple[Action, ...] = (), on_breach: tuple[Action, ...] = ()) -> Book:
    """Graver cases have less time: an hour, then a quarter of it."""
    terms = {
        severity: Terms(policy="acting", first_response=3600 if severity in ("low", "normal") else 900, resolution=7200)
        for severity in SEVERITIES
    }
    policy = Policy(id="acting", match=Match(), terms=terms, on_warn=on_warn, on_breach=on_breach)
    return Book(policies=(policy,), queues=(Queue(id="all", match=Match()),))


def test_down_for_two_hours_every_warning_and_breach_carries_its_own_instant() -> None:
    case = after(a_case(book=a_book(resolution=2 * 3600)), Tick(), now=NOON + 3 * HOUR)

    assert (first(case).first(ClockMove.WARN), first(case).breached_at) == (NOON + HOUR * 3 / 4, DUE)
    assert (resolution(case).first(ClockMove.WARN), resolution(case).breached_at) == (
        NOON + 1.5 * HOUR,
        NOON + 2 * HOUR,
    )
    assert case.clock_due_at is None


@settings(deadline=None)
@given(looks=st.lists(st.integers(0, 20_000), max_size=12))
def test_however_often_and_late_the_clocks_are_looked_at_the_record_is_the_same(looks: list[int]) -> None:
    case = a_case(book=a_book(resolution=4 * 3600))
    for seconds in (*sorted(looks), 20_001):
        case = after(case, Tick(), now=NOON + seconds * SECOND)

    assert [clock.log for clock in case.clocks] == [
        clock.log for clock in after(a_case(book=a_book(resolution=4 * 3600)), Tick(), now=NOON + 6 * HOUR).clocks
    ]


def test_a_clock_armed_in_the_past_breaches_with_its_own_instant() -> None:
    """The network told us a day late."""
    case = after(a_case(message=a_message(received_at=NOON + 24 * HOUR)), Tick(), now=NOON + 24 * HOUR)

    assert first(case).breached_at == DUE


def test_an_answer_after_the_deadline_does_not_hide_the_breach() -> None:
    answered = posted(a_case(), at=DUE + SECOND)
    assert answered.clock_due_at == DUE

    case = after(answered, Tick(), now=NOON + 9 * HOUR)

    assert (first(case).breached_at, first(case).fulfilled_at) == (DUE, DUE + SECOND)
    assert first(case).first(ClockMove.WARN) is None, "it is too late to warn of what is over"


def test_an_answer_before_the_deadline_leaves_nothing_to_look_at() -> None:
    answered = posted(a_case(), at=DUE - SECOND)

    assert first(after(answered, Tick(), now=NOON + 9 * HOUR)).breached_at is None


def test_a_closed_case_still_records_the_breach_that_happened_before_and_nothing_else() -> None:
    late = posted(a_case(), at=DUE + SECOND)
    for days in (3, 6):
        late = after(late, Tick(), now=NOON + timedelta(days=days, hours=1 + days))
    unnoticed = posted(a_case(), at=DUE + SECOND)
    unnoticed = after(unnoticed, Resolve(by="mira", disposition=Disposition.ANSWERED), now=DUE + 2 * SECOND)

    assert (late.stage, first(late).breached_at, late.clock_due_at) == (Stage.CLOSED, DUE, None)
    assert first(after(unnoticed, Tick(), now=NOON + 2 * HOUR)).breached_at == DUE


def test_what_a_closed_case_owes_it_does_not_breach() -> None:
    spam = Resolve(by="mira", disposition=Disposition.SPAM, reason="advertising")
    case = after(a_case(), spam)
    closed = after(case, Tick(), now=NOON + 80 * HOUR)

    assert closed.stage is Stage.CLOSED
    assert after(closed, Tick(), now=NOON + 800 * HOUR) is closed


@pytest.mark.parametrize(
    ("at", "told"), [(NOON + HOUR * 3 / 4, "first_response warn"), (2 * HOUR + NOON, "first_response breach")]
)
def test_where_both_are_overdue_the_breach_speaks_for_the_warning(at: object, told: str) -> None:
    book = acting(on_warn=(Action.NOTIFY_OWNER,), on_breach=(Action.NOTIFY_SUPERVISORS,))
    case = after(a_case(book=book, owner="mira", stage=Stage.ASSIGNED), Tick(book=book), now=at)  # type: ignore[arg-type]

    assert [notice.about for notice in case.notices if notice.about.startswith("first")] == [told]


def test_a_breach_may_raise_and_reassign_and_whoever_lost_the_case_is_avoided() -> None:
    book = acting(on_breach=(Action.RAISE, Action.REASSIGN))
    owned = a_case(book=book, owner="mira", stage=Stage.ASSIGNED)
    case = after(owned, Tick(book=book), now=NOON + 1.5 * HOUR)

    assert (case.stage, case.owner, case.last_owner, case.avoid) == (Stage.NEW, None, "mira", "mira")
    assert case.severity == "high"


def test_nothing_is_graver_than_critical_and_without_an_owner_the_supervisors_are_told() -> None:
    book = acting(on_breach=(Action.RAISE, Action.NOTIFY_OWNER, Action.REASSIGN))
    case = after(a_case(message=a_message(severity="critical"), book=book), Tick(book=book), now=NOON + 1.5 * HOUR)

    assert (case.severity, case.stage) == ("critical", Stage.NEW)
    assert [(notice.about, notice.to) for notice in case.notices] == [("first_response breach", None)]


def test_a_late_answer_sets_nothing_off() -> None:
    book = acting(on_breach=(Action.NOTIFY_SUPERVISORS, Action.RAISE))
    case = after(posted(a_case(book=book), at=DUE + SECOND), Tick(book=book), now=NOON + 90 * SECOND + HOUR)

    assert (case.notices, case.severity) == ((), "normal")


def test_an_answer_that_the_network_shows_late_meets_the_deadline_that_was_breached_meanwhile() -> None:
    breached = after(a_case(), Tick(), now=DUE + SECOND)
    found = after(breached, an_echo(at=DUE), now=DUE + HOUR)

    assert (first(breached).breached_at, first(found).breached_at) == (DUE, None)
    assert first(found).first(ClockMove.BREACH) == DUE, "the log keeps what was believed"
