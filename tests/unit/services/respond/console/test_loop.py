"""Saying in public what was answered in private: when it is offered, and to which message."""

from datetime import timedelta

from services.respond.console.answering import closes_loop, silent_because, to_answer
from services.respond.domain.loop import open_loop
from services.respond.domain.ways import ways
from shared.case.reply_commands import ReportPosted, StartSending
from shared.case.state.case import Case
from tests.builders import NOON, a_case, a_message, after, an_answer, hear


def posted(case: Case, reply_id: str, private: bool = False) -> Case:
    sending = StartSending(reply_id=reply_id, until=NOON + timedelta(seconds=30))
    receipt = ReportPosted(reply_id=reply_id, native_id=f"s-{reply_id}", url=None, posted_at=NOON)
    return after(case, an_answer(case, reply_id=reply_id, private=private), sending, receipt)


def test_after_a_private_answer_it_is_offered_for_that_message_and_after_a_public_one_it_is_not() -> None:
    private, public = posted(a_case(), "r-1", private=True), posted(a_case(), "r-1")

    assert "close_loop" in ways(private)
    assert to_answer(private) == open_loop(private) == private.messages[0]
    assert closes_loop(private)
    assert silent_because(private, agent="mira") is None
    assert "close_loop" not in ways(public)
    assert silent_because(public, agent="mira") is not None


def test_it_is_offered_once() -> None:
    both = posted(posted(a_case(), "r-1", private=True), "r-2")

    assert "close_loop" not in ways(both)
    assert to_answer(both) is None


def test_what_waits_for_an_answer_comes_first() -> None:
    case = posted(a_case(), "r-1", private=True)
    newer = a_message("m-2", at=NOON + timedelta(minutes=1))
    heard = after(case, hear(newer), now=NOON + timedelta(minutes=1))

    assert to_answer(heard) == heard.messages[1]
    assert not closes_loop(heard)
