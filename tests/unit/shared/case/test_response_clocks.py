"""What a customer waits for: from when, what ends it, and what does not (SEMANTICS, section 3)."""

from datetime import timedelta

import pytest

from shared.case.commands import Command, Hold, Reopen, Resolve, Snooze, Tick
from shared.case.reply_commands import ReportFailed
from shared.case.state.clock import ClockKind, ClockMove
from shared.case.state.stage import Disposition, Stage
from tests.builders import HOUR, NOON, a_book, a_case, a_message, after, hear
from tests.unit.shared.case.posting import an_echo, first, following, posted, receipt, sending

BOOK = a_book(next_response=7200)
LATER = NOON + 24 * HOUR


def test_the_next_response_runs_from_the_oldest_unanswered_message_and_repeats_do_not_restart_it() -> None:
    asked = hear(a_message("post-2", at=LATER), book=BOOK)
    again = hear(a_message("post-3", at=LATER + HOUR), book=BOOK)
    case = after(posted(a_case(book=BOOK)), asked, again, now=LATER + HOUR)

    assert following(case).due_at == LATER + 2 * HOUR
    assert [clock.kind for clock in case.clocks] == [ClockKind.FIRST_RESPONSE, ClockKind.NEXT_RESPONSE]


def test_the_first_response_stays_as_it_was() -> None:
    answered = posted(a_case(book=BOOK))
    case = after(answered, hear(a_message("post-2", at=LATER), book=BOOK), now=LATER)

    assert first(case) == first(answered)


def test_each_answer_ends_one_wait_and_each_wait_has_its_own_clock() -> None:
    case = posted(a_case(book=BOOK))
    for number in (1, 2, 3):
        asked = NOON + number * 24 * HOUR
        case = after(case, hear(a_message(f"post-1{number}", at=asked), book=BOOK), now=asked)
        case = posted(case, at=asked + HOUR, reply_id=f"r-1{number}")
        assert following(case, cycle=number).fulfilled_at == asked + HOUR

    assert len(case.clocks) == 4


@pytest.mark.parametrize(
    "rest",
    [
        Snooze(by="mira", until=NOON + 48 * HOUR),
        Hold(by="mira", reason="the courier has to say", until=NOON + 48 * HOUR),
    ],
)
def test_the_customers_wait_never_pauses_while_we_do(rest: Command) -> None:
    case = after(a_case(), rest)

    assert first(case).due_at == NOON + HOUR
    assert first(after(case, Tick(), now=NOON + 2 * HOUR)).breached_at == NOON + HOUR


def test_settling_meets_nothing_and_reopening_goes_on_where_it_stood() -> None:
    spam = Resolve(by="mira", disposition=Disposition.SPAM, reason="advertising")
    settled = after(a_case(), spam, now=NOON + HOUR / 4)
    assert first(settled).fulfilled_at is None

    case = after(settled, Reopen(by="mira"), now=LATER)

    assert first(case).due_at == LATER + HOUR * 3 / 4


def test_a_failed_answer_meets_nothing_and_nothing_stood_still() -> None:
    case = after(sending(a_case()), ReportFailed(reply_id="r-1", attempt=1, reason="too long"))

    assert (case.stage, first(case).due_at, first(case).fulfilled_at) == (Stage.ASSIGNED, NOON + HOUR, None)


def test_an_answer_meets_the_wait_of_those_whom_it_answers_and_of_nobody_else() -> None:
    """The customer wrote again while the answer was on its way; it was read by nobody."""
    on_its_way = after(
        sending(a_case(book=BOOK)), hear(a_message("post-2", at=NOON + HOUR / 4), book=BOOK), now=NOON + HOUR / 4
    )
    case = after(on_its_way, receipt(at=NOON + HOUR / 2), now=NOON + HOUR / 2)

    assert first(case).fulfilled_at == NOON + HOUR / 2
    assert (following(case).first(ClockMove.ACTIVATE), following(case).fulfilled_at) == (NOON + HOUR / 4, None)


def test_an_answer_to_what_was_answered_already_does_not_meet_the_wait_for_the_next_one() -> None:
    """Answered in the network's own app while ours was on its way; then the customer asks something new."""
    twice = after(sending(a_case(book=BOOK)), an_echo(at=NOON + HOUR / 4), now=NOON + HOUR / 4)
    asked = after(twice, hear(a_message("post-2", at=NOON + HOUR / 2), book=BOOK), now=NOON + HOUR / 2)
    case = after(asked, receipt(at=NOON + HOUR), now=NOON + HOUR)

    assert first(case).fulfilled_at == NOON + HOUR / 4
    assert following(case).fulfilled_at is None
    assert case.stage is Stage.ASSIGNED


def test_an_old_answer_heard_of_late_does_not_meet_the_wait_that_began_after_it() -> None:
    case = after(a_case(), an_echo(at=NOON - HOUR), now=NOON + HOUR / 2)

    assert first(case).fulfilled_at is None
    assert case.waits_from == NOON


def test_a_next_response_has_its_clock_also_where_the_first_has_no_target() -> None:
    book = a_book(first_response=None, next_response=3600)
    case = after(posted(a_case(book=book)), hear(a_message("post-2", at=LATER), book=book), now=LATER)

    assert following(case).due_at == LATER + HOUR


def test_a_message_heard_late_waits_since_it_was_written() -> None:
    late = a_message("post-2", at=NOON + HOUR, received_at=NOON + 5 * HOUR)
    case = after(posted(a_case(book=BOOK)), hear(late, book=BOOK), now=NOON + 5 * HOUR)

    assert following(case).due_at == NOON + 3 * HOUR


def test_a_message_waits_from_the_instant_that_is_trusted() -> None:
    """A sender's clock that says last year is not believed; route says from when."""
    heard = a_message(at=NOON - 365 * 24 * HOUR, waits_from=NOON)

    assert first(a_case(message=heard)).due_at == NOON + HOUR


def test_an_edit_that_makes_a_question_of_it_waits_from_the_edit() -> None:
    praise = posted(a_case(message=a_message(needs_answer=False)))
    thanks = after(praise, hear(a_message("post-2", at=LATER, needs_answer=False), book=BOOK), now=LATER)
    edit = a_message("post-2", id="edit", revision="1", at=LATER, waits_from=LATER + HOUR, text="And my parcel?")
    case = after(thanks, hear(edit, kind="edited", book=BOOK), now=LATER + HOUR)

    assert case.stage is Stage.NEW
    assert following(case).due_at == LATER + 3 * HOUR
    assert case.waits_from == LATER + HOUR
    assert case.messages[1].since - case.messages[1].occurred_at == timedelta(hours=1)
