"""What the world is told of a case."""

from dataclasses import replace

from shared.case.commands import Tick
from shared.case.kept.announce import announcement, announcement_record
from shared.case.reply_commands import ReportPosted, StartSending
from tests.builders import HOUR, NOON, a_book, a_case, a_message, after, an_answer


def test_the_same_version_is_announced_under_the_same_id_and_key() -> None:
    case = replace(a_case(), version=7)

    first = announcement_record(case, source="/earshot/respond", at=NOON)
    again = announcement_record(case, source="/earshot/respond", at=NOON + HOUR)

    assert first.key == again.key == case.id.encode()
    assert dict(first.headers)["ce_id"] == dict(again.headers)["ce_id"] == f"{case.id}:7".encode()


def test_an_announcement_tells_where_the_case_stands_and_when_an_answer_is_due() -> None:
    told = announcement(a_case())

    assert (told.stage, told.message_count, told.customer_handle) == ("new", 1, "joe")
    assert [(clock.kind, clock.due_at, clock.fulfilled_at) for clock in told.clocks] == [
        ("first_response", NOON + HOUR, None)
    ]


def test_an_announcement_tells_that_the_customer_was_answered() -> None:
    case = a_case()
    answered = after(
        case,
        an_answer(case),
        StartSending(reply_id="r-1", until=NOON),
        ReportPosted(reply_id="r-1", native_id="n", url=None, posted_at=NOON),
    )

    told = announcement(answered)

    assert told.stage == "awaiting_customer"
    assert told.clocks[0].fulfilled_at == NOON
    assert (told.answered_at, announcement(case).answered_at) == (NOON, None)


def test_an_announcement_tells_of_every_warning_and_breach_at_its_own_instant() -> None:
    """Also once another clock of that kind is the newest: who skips versions would never hear of it."""
    late = after(a_case(), Tick(book=a_book()), now=NOON + 2 * HOUR)

    told = announcement(late)

    assert [(one.kind, one.move, one.at) for one in told.passed] == [
        ("first_response", "warn", NOON + 0.75 * HOUR),
        ("first_response", "breach", NOON + HOUR),
    ]


def test_the_customers_words_are_never_announced() -> None:
    record = announcement_record(
        a_case(message=a_message(text="my secret number is 4711")), source="/earshot/respond", at=NOON
    )

    assert b"4711" not in (record.value or b"")
