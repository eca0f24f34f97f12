"""A case that is full: another one goes on for it, and owes what it owed."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from shared.case.commands import Open, Resolve
from shared.case.opening import continue_case
from shared.case.state.case import Case
from shared.case.state.clock import ClockKind, ClockMove
from shared.case.state.parts import Customer
from shared.case.state.policy import Book
from shared.case.state.stage import Disposition, Stage
from tests.builders import HOUR, NOON, a_book, a_case, a_message, after, hear
from tests.unit.shared.case.in_each_stage import HOLD, merged
from tests.unit.shared.case.posting import first, following, posted, resolution

LATER = NOON + HOUR / 2
BOOK = a_book(next_response=7200, resolution=4 * 3600)


def going_on(full: Case, *, at: datetime = LATER, key: str | None = None, book: Book = BOOK, **fields: Any) -> Case:
    """The case that goes on for this one, with a message more."""
    message = a_message("post-9", at=at, **fields)
    return continue_case(
        full,
        Open(
            case_id="c-next",
            brand=full.brand,
            network=full.network,
            account_id=full.account_id,
            customer_key=key or full.customer_key,
            customer=Customer(handle="joe"),
            hear=hear(message, book=book),
            previous=full.id,
        ),
        now=at,
    )


def test_what_was_owed_is_owed_with_the_time_that_has_gone_by() -> None:
    case = going_on(a_case(book=BOOK))

    assert (case.stage, case.version, case.previous) == (Stage.NEW, 1, a_case().id)
    assert (first(case).due_at, resolution(case).due_at) == (NOON + HOUR, NOON + 4 * HOUR)
    assert len(case.clocks) == 2


def test_a_customer_who_was_answered_there_is_owed_the_next_response_here_under_its_own_target() -> None:
    case = going_on(posted(a_case(book=BOOK)))

    assert following(case).due_at == LATER + 2 * HOUR
    assert [clock.kind for clock in case.clocks if clock.is_response] == [ClockKind.NEXT_RESPONSE]


def test_where_only_the_next_response_has_a_target_there_is_one_too() -> None:
    book = a_book(first_response=None, next_response=3600)

    assert following(going_on(posted(a_case(book=book)), book=book)).due_at == LATER + HOUR


def test_what_stood_still_there_goes_on_here() -> None:
    """The resolution paused while the case was on hold; the new case is nobody's yet, and our turn."""
    held = after(a_case(book=BOOK), HOLD)
    case = going_on(held)

    assert (resolution(case).paused_since, resolution(case).due_at) == (None, NOON + 4.5 * HOUR)


def test_what_was_settled_there_starts_anew_here() -> None:
    settled = after(posted(a_case(book=BOOK)), Resolve(by="mira", disposition=Disposition.ANSWERED))
    case = going_on(settled)

    assert resolution(case).first(ClockMove.ACTIVATE) == LATER
    assert following(case).first(ClockMove.ACTIVATE) == LATER


def test_of_several_customers_each_is_owed_what_they_were_owed_themselves() -> None:
    ann = posted(a_case(message=a_message("hers", at=NOON), author="ann", book=BOOK))
    both, _ = merged(a_case(book=BOOK), ann)
    case, hers = going_on(both), going_on(both, key=ann.customer_key)

    assert (first(case).due_at, len(case.clocks)) == (NOON + HOUR, 2)
    assert (following(hers).first(ClockMove.ACTIVATE), len(hers.clocks)) == (LATER, 2)


def test_who_was_never_answered_is_owed_a_first_response_though_another_was() -> None:
    hers = replace(a_case(message=a_message("hers"), author="ann", book=BOOK), clocks=())
    both, _ = merged(posted(a_case(book=BOOK)), hers)

    assert first(going_on(both, key=hers.customer_key)).due_at == LATER + HOUR


def test_a_deletion_that_goes_on_for_a_case_that_owed_nothing_opens_nothing_to_do() -> None:
    case = going_on(posted(a_case(book=BOOK)), deleted_at=LATER, needs_answer=False)

    assert (case.stage, case.clocks) == (Stage.NO_RESPONSE_NEEDED, ())


def test_a_deletion_does_not_lose_the_customer_who_waits() -> None:
    case = going_on(a_case(book=BOOK), deleted_at=LATER, needs_answer=False)

    assert (case.stage, case.disposition, first(case).due_at) == (Stage.NEW, None, NOON + HOUR)
