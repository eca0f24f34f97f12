"""What was answered in private can be said in public too, once (SEMANTICS, section 5)."""

from datetime import timedelta

import pytest

from shared.case.refused import Refused
from shared.case.reply_commands import ReportPosted, StartSending, Withdraw
from shared.case.state.case import Case
from shared.case.state.clock import ClockKind
from shared.case.state.reply import ReplyStatus
from shared.case.state.stage import Stage
from tests.builders import NOON, a_book, a_case, after, an_answer

SOON = NOON + timedelta(seconds=30)


def landed(case: Case, reply_id: str) -> Case:
    posted = ReportPosted(reply_id=reply_id, native_id=f"s-{reply_id}", url=None, posted_at=NOON)
    return after(case, StartSending(reply_id=reply_id, until=SOON), posted)


def answered_in_private() -> Case:
    case = a_case(book=a_book(resolution=4 * 3600))
    return landed(after(case, an_answer(case, private=True)), "r-1")


def test_after_a_private_answer_one_in_public_goes_out_and_the_customer_has_the_word_again() -> None:
    case = answered_in_private()

    closing = after(case, an_answer(case, reply_id="r-2"))

    assert (closing.stage, closing.replies[1].status) == (Stage.PUBLISHING, ReplyStatus.QUEUED)
    assert is_paused(case)
    assert not is_paused(closing), "it is our turn while it goes out"
    closed = landed(closing, "r-2")
    assert closed.stage is Stage.AWAITING_CUSTOMER
    assert is_paused(closed)
    assert closed.clock(ClockKind.FIRST_RESPONSE) == case.clock(ClockKind.FIRST_RESPONSE), "met by the private one"


def is_paused(case: Case) -> bool:
    """Does the clock of its resolution stand still?"""
    clock = case.clock(ClockKind.RESOLUTION)
    assert clock is not None
    return clock.is_paused


@pytest.mark.parametrize("private", [True, False])
def test_there_is_one_in_private_and_one_in_public_and_no_third(private: bool) -> None:
    case = answered_in_private()
    both = landed(after(case, an_answer(case, reply_id="r-2")), "r-2")

    with pytest.raises(Refused) as refused:
        after(both, an_answer(both, reply_id="r-3", private=private))

    assert refused.value.code == "already_answered"


def test_a_private_answer_that_is_still_on_its_way_stands_in_the_way() -> None:
    case = after(a_case(), an_answer(a_case(), private=True))

    with pytest.raises(Refused) as refused:
        after(case, an_answer(case, reply_id="r-2"))

    assert refused.value.code == "already_answered"


def test_a_public_answer_leaves_nothing_to_say_in_private() -> None:
    case = landed(after(a_case(), an_answer(a_case())), "r-1")

    with pytest.raises(Refused) as refused:
        after(case, an_answer(case, reply_id="r-2", private=True))

    assert refused.value.code == "already_answered"


def test_what_was_to_be_said_in_public_can_be_taken_back() -> None:
    case = answered_in_private()

    back = after(case, an_answer(case, reply_id="r-2"), Withdraw(reply_id="r-2", by="mira"))

    assert (back.stage, back.replies[1].status) == (Stage.ASSIGNED, ReplyStatus.WITHDRAWN)
