"""What of a case is searched."""

from dataclasses import replace

from services.respond.domain.search.texts import texts_of
from shared.case.state.case import CANARY
from shared.case.state.parts import Customer
from shared.case.state.stage import Stage
from tests.builders import HOUR, NOON, a_case, a_message, after, an_answer, hear
from tests.unit.shared.case.in_each_stage import CASES, merged, parted
from tests.unit.shared.case.posting import posted


def test_messages_and_posted_answers_with_whose_they_are() -> None:
    case = posted(a_case(message=a_message(handle="joe_now")))
    message, answer = texts_of(case)

    assert (message.kind, message.source, message.text, message.at) == (
        "message",
        case.messages[0].id,
        "Where is my parcel?",
        NOON,
    )
    assert (answer.kind, answer.source, answer.text) == ("answer", "r-1", case.replies[0].text)
    assert answer.at == case.replies[0].posted_at
    assert message.customer == answer.customer == case.customer
    assert (message.brand, message.network, message.case_id) == ("discus", "mastodon", case.id)
    assert message.id != answer.id


def test_an_answer_that_has_not_reached_the_customer_is_not_found() -> None:
    case = a_case()

    assert [one.kind for one in texts_of(after(case, an_answer(case)))] == ["message"]
    assert [one.kind for one in texts_of(after(case, an_answer(case, for_approval=True)))] == ["message"]


def test_what_its_author_deleted_is_found_no_more_and_of_what_was_edited_the_new_words() -> None:
    case = after(a_case(), hear(a_message("post-2", at=NOON + HOUR / 2, text="Hello?")), now=NOON + HOUR / 2)
    first, second = case.messages
    case = replace(case, messages=(replace(first, deleted_at=NOON), replace(second, text="Hello again?")))

    assert [one.text for one in texts_of(case)] == ["Hello again?"]


def test_what_says_nothing_is_not_kept() -> None:
    assert texts_of(a_case(message=a_message(text=" \n"))) == ()


def test_a_merged_case_has_nothing_and_the_one_that_goes_on_has_both_until_they_are_parted() -> None:
    hers = a_case(message=a_message("hers", text="And mine?", handle="ann"), author="ann")
    both, gone = merged(a_case(), hers)

    assert texts_of(gone) == ()
    assert [(one.case_id, one.text) for one in texts_of(both)] == [
        (both.id, "Where is my parcel?"),
        (both.id, "And mine?"),
    ]
    assert texts_of(both)[1].customer == Customer(handle="ann"), "no more than the handle came along"
    alone, apart = parted(both, gone)
    assert [one.text for one in texts_of(alone)] == ["Where is my parcel?"]
    assert [one.text for one in texts_of(apart)] == ["And mine?"]
    assert texts_of(apart)[0].id != texts_of(both)[1].id, "each case has documents of its own"


def test_the_watchdogs_cases_are_not_searched() -> None:
    assert texts_of(a_case(brand=CANARY)) == ()


def test_a_case_is_found_whatever_its_stage_unless_it_was_merged() -> None:
    assert {stage for stage, case in CASES.items() if not texts_of(case)} == {Stage.MERGED}
