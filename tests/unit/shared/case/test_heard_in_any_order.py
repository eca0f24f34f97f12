"""What the customer wrote, edited and deleted, in whatever order it reached us (SEMANTICS, section 2)."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.case.commands import Hear, Resolve
from shared.case.reply_commands import Withdraw
from shared.case.state.case import Case
from shared.case.state.reply import ReplyStatus
from shared.case.state.stage import Disposition, Stage
from tests.builders import HOUR, NOON, a_case, a_message, after, hear
from tests.unit.shared.case.in_each_stage import HOLD, SNOOZE
from tests.unit.shared.case.posting import first, posted, sending

CREATED = hear(a_message("post-2", id="created", text="first form"))
EDITED = hear(a_message("post-2", id="edited", revision="1", text="second form"), kind="edited")
AGAIN = hear(a_message("post-2", id="again", revision="2", text="third form"), kind="edited")
DELETED = hear(a_message("post-2", id="deleted", text="", needs_answer=False, deleted_at=NOON + HOUR), kind="deleted")


def told(*commands: Hear) -> Case:
    return after(a_case(), *commands)


@pytest.mark.parametrize("order", list(permutations([CREATED, EDITED, AGAIN])))
def test_the_newest_form_counts_and_the_earlier_ones_are_shown_whatever_came_first(order: tuple[Hear, ...]) -> None:
    message = told(*order).messages[1]

    assert message.text == "third form"
    assert {form.text for form in message.earlier} == {"first form", "second form"}
    assert set(message.events) == {"created", "edited", "again"}


@pytest.mark.parametrize("order", list(permutations([CREATED, EDITED, DELETED])))
def test_what_was_deleted_asks_nothing_of_anybody_whatever_came_first(order: tuple[Hear, ...]) -> None:
    message = told(*order).messages[1]

    assert (message.deleted_at, message.waits) == (NOON + HOUR, False)
    assert set(message.events) == {"created", "edited", "deleted"}


@settings(deadline=None)
@given(order=st.lists(st.sampled_from([CREATED, EDITED, AGAIN, DELETED]), max_size=12))
def test_heard_twice_is_heard_once(order: list[Hear]) -> None:
    seen: list[Hear] = []
    for command in order:
        if command not in seen:
            seen.append(command)

    assert told(*order) == told(*seen)


def test_revisions_are_in_order_as_numbers_and_as_times() -> None:
    texts = {"9": "ninth", "10": "tenth", "2026-11-21T12:00:00Z": "dated", "2026-11-22T12:00:00Z": "dated later"}
    edits = [
        hear(a_message("post-1", id=f"e-{revision}", revision=revision, text=text), kind="edited")
        for revision, text in reversed(texts.items())
    ]

    assert told(*edits).messages[0].text == "dated later"
    assert told(*edits[2:]).messages[0].text == "tenth"


def test_deleting_the_last_thing_that_waits_settles_the_case() -> None:
    gone = hear(a_message("post-1", id="gone", deleted_at=NOON), kind="deleted")
    for case in (a_case(), after(a_case(), HOLD), after(a_case(), SNOOZE)):
        settled = after(case, gone, now=NOON + HOUR / 4)

        assert (settled.stage, settled.disposition) == (Stage.NO_RESPONSE_NEEDED, Disposition.NO_RESPONSE_NEEDED)
        assert (settled.disposition_reason, first(settled).paused_since) == ("deleted by its author", NOON + HOUR / 4)


def test_while_something_else_waits_deleting_settles_nothing() -> None:
    gone = hear(a_message("post-1", id="gone", deleted_at=NOON), kind="deleted")

    assert told(CREATED, gone).stage is Stage.NEW


def test_deleting_what_was_answered_long_ago_settles_nothing() -> None:
    """The case rests for a call back; its customer tidies up."""
    gone = hear(a_message("post-1", id="gone", deleted_at=NOON), kind="deleted")
    asleep = after(posted(a_case()), SNOOZE)

    assert after(asleep, gone).stage is Stage.SNOOZED
    assert after(posted(a_case()), gone).stage is Stage.AWAITING_CUSTOMER


def test_what_is_deleted_while_its_answer_is_on_the_way_is_the_publishers_to_notice() -> None:
    gone = hear(a_message("post-1", id="gone", deleted_at=NOON), kind="deleted")
    case = after(sending(a_case()), gone)

    assert (case.stage, case.replies[0].status) == (Stage.PUBLISHING, ReplyStatus.SENDING)
    assert after(case, Withdraw(reply_id="r-1", by="mira")).replies[0].status is ReplyStatus.SENDING


def test_the_newest_word_says_what_it_is_about_and_not_the_one_that_came_last() -> None:
    later = hear(a_message("post-3", at=NOON + HOUR, intent="refund", language="nl"))
    case = told(later, CREATED, hear(a_message("post-0", at=NOON - HOUR, intent="praise", language="de")))
    assert (case.intent, case.language) == ("refund", "nl")

    gone = hear(a_message("post-3", id="gone", deleted_at=NOON), kind="deleted")
    assert after(case, gone).intent == "delivery"


def test_a_question_written_before_the_case_was_settled_brings_it_back_too() -> None:
    """It was on its way; nobody has read it."""
    spam = Resolve(by="mira", disposition=Disposition.SPAM, reason="advertising")
    settled = after(a_case(), spam, now=NOON + HOUR)
    late = hear(a_message("post-2", at=NOON + HOUR / 2, received_at=NOON + 2 * HOUR))

    assert after(settled, late, now=NOON + 2 * HOUR).stage is Stage.NEW
