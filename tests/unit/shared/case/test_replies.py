"""An answer's way: one per message, nothing lost, nothing said twice (SEMANTICS, section 5)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from shared.case.commands import Assign, Command, Resolve, Tick
from shared.case.refused import Refused
from shared.case.reply_commands import (
    AskHuman,
    Postpone,
    ReportFailed,
    ReportNotSent,
    ReportPosted,
    ReportUnknown,
    Settle,
    StartSending,
    Withdraw,
)
from shared.case.state.case import Case
from shared.case.state.clock import ClockKind
from shared.case.state.reply import ReplyStatus
from shared.case.state.stage import ANSWERABLE, Disposition, Stage
from tests.builders import HOUR, NOON, a_case, a_message, after, an_answer, hear
from tests.unit.shared.case.in_each_stage import CASES

SENDING = StartSending(reply_id="r-1", until=NOON + timedelta(seconds=30))
POSTED = ReportPosted(reply_id="r-1", native_id="s-1", url="https://square.example/s-1", posted_at=NOON)


def answered(*commands: Command) -> Case:
    return after(a_case(), an_answer(a_case()), *commands)


def status(case: Case) -> ReplyStatus:
    return case.replies[0].status


def test_a_receipt_meets_the_clock_and_hands_the_word_to_the_customer() -> None:
    case = answered(SENDING, POSTED)

    assert (case.stage, status(case), case.publish_due_at) == (Stage.AWAITING_CUSTOMER, ReplyStatus.POSTED, None)
    clock = case.clock(ClockKind.FIRST_RESPONSE)
    assert clock is not None
    assert clock.fulfilled_at == NOON


def test_queueing_alone_meets_no_clock() -> None:
    assert answered(SENDING).clocks[0].fulfilled_at is None


def test_answering_a_case_that_nobody_has_makes_it_yours() -> None:
    assert answered().owner == "mira"


def test_a_second_answer_to_the_same_message_is_refused_even_after_the_first_was_posted() -> None:
    for case in (answered(), answered(SENDING), answered(SENDING, POSTED)):
        with pytest.raises(Refused) as refused:
            after(case, an_answer(case, reply_id="r-2", by="joris"))
        assert refused.value.code == "already_answered"


def test_the_same_answer_submitted_twice_is_one() -> None:
    case = answered()

    assert after(case, an_answer(a_case())) is case


def test_an_answer_written_without_seeing_the_newest_message_is_refused_with_what_is_new() -> None:
    newer = after(a_case(), hear(a_message("post-2", at=NOON + HOUR, text="Hello? Anybody?")))
    with pytest.raises(Refused) as refused:
        after(newer, an_answer(a_case()))

    assert refused.value.code == "newer_message"
    assert refused.value.detail["text"] == "Hello? Anybody?"


def test_the_newest_message_is_the_one_written_last_and_not_the_one_that_arrived_last() -> None:
    late_arrival = after(a_case(), hear(a_message("post-0", at=NOON - HOUR)))

    assert late_arrival.last_message == a_message()


def test_somebody_elses_case_cannot_be_answered() -> None:
    theirs = after(a_case(), Assign(agent="joris", by="route"))
    with pytest.raises(Refused, match="belongs to joris"):
        after(theirs, an_answer(theirs))


def test_a_message_that_its_author_deleted_cannot_be_answered() -> None:
    gone = a_message("post-1", id="e-delete", deleted_at=NOON)
    case = after(a_case(), hear(gone, kind="deleted"))
    with pytest.raises(Refused) as refused:
        after(case, an_answer(a_case()))

    assert refused.value.code == "message_gone"


def test_of_withdrawing_and_sending_one_wins() -> None:
    withdrawn = answered(Withdraw(reply_id="r-1", by="mira"))
    with pytest.raises(Refused):
        after(withdrawn, SENDING)
    asked = answered(SENDING, Withdraw(reply_id="r-1", by="mira"))
    assert (status(asked), asked.replies[0].unwanted_by) == (ReplyStatus.SENDING, "mira"), "nothing is promised"
    assert (withdrawn.stage, withdrawn.publish_due_at) == (Stage.ASSIGNED, None)


def test_a_receipt_for_a_withdrawn_answer_says_to_delete_it() -> None:
    with pytest.raises(Refused, match="delete it on the network"):
        after(answered(Withdraw(reply_id="r-1", by="mira")), POSTED)


@pytest.mark.parametrize(
    ("command", "reply", "stage"),
    [
        (ReportFailed(reply_id="r-1", attempt=1, reason="422"), ReplyStatus.FAILED, Stage.ASSIGNED),
        (ReportNotSent(reply_id="r-1", attempt=1, reason="429", again_at=NOON), ReplyStatus.QUEUED, Stage.PUBLISHING),
        (ReportUnknown(reply_id="r-1", attempt=1, reason="", look_at=NOON), ReplyStatus.UNKNOWN, Stage.PUBLISHING),
        (AskHuman(reply_id="r-1", attempt=1, reason="cannot tell"), ReplyStatus.NEEDS_HUMAN, Stage.ASSIGNED),
    ],
)
def test_what_an_attempt_reports_moves_the_answer_and_leaves_the_clock_running(
    command: Command, reply: ReplyStatus, stage: Stage
) -> None:
    case = answered(SENDING, command)

    assert (status(case), case.stage) == (reply, stage)
    assert case.clocks[0].fulfilled_at is None


def test_a_late_word_from_an_earlier_attempt_is_refused() -> None:
    again = answered(SENDING, ReportNotSent(reply_id="r-1", attempt=1, reason="429", again_at=NOON), SENDING)
    assert again.replies[0].attempt == 2
    with pytest.raises(Refused) as refused:
        after(again, ReportFailed(reply_id="r-1", attempt=1, reason="late"))

    assert refused.value.code == "stale_attempt"


def test_a_receipt_counts_whichever_attempt_it_is_of() -> None:
    requeued = answered(SENDING, ReportNotSent(reply_id="r-1", attempt=1, reason="absent", again_at=NOON))

    assert status(after(requeued, POSTED)) is ReplyStatus.POSTED


def test_a_person_may_say_that_an_answer_was_never_posted_and_answer_again() -> None:
    asked = answered(SENDING, AskHuman(reply_id="r-1", attempt=1, reason="cannot tell"))
    with pytest.raises(Refused):
        after(asked, an_answer(asked, reply_id="r-2"))
    settled = after(asked, Settle(reply_id="r-1", by="mira"))

    assert len(after(settled, an_answer(settled, reply_id="r-2")).replies) == 2


def test_a_customer_who_wrote_again_meanwhile_still_waits_after_the_receipt() -> None:
    meanwhile = answered(SENDING, hear(a_message("post-2", at=NOON + HOUR)))

    assert after(meanwhile, POSTED).stage is Stage.ASSIGNED


@pytest.mark.parametrize("stage", sorted(set(Stage) - ANSWERABLE - {Stage.MERGED}))
def test_an_answer_is_written_where_it_is_our_turn_and_nowhere_else(stage: Stage) -> None:
    asked = replace(CASES[stage], messages=(a_message("post-9"),))
    with pytest.raises(Refused) as refused:
        after(asked, an_answer(asked, reply_id="r-9"))

    assert (refused.value.code, refused.value.detail["stage"]) == ("illegal_transition", stage)


def test_a_closed_case_keeps_the_truth_about_its_answer_and_changes_in_nothing_else() -> None:
    """Nobody could tell whether it was posted, and the case was settled for another reason."""
    doubtful = answered(SENDING, AskHuman(reply_id="r-1", attempt=1, reason="cannot tell"))
    spam = Resolve(by="mira", disposition=Disposition.SPAM, reason="advertising")
    closed = after(after(doubtful, spam), Tick(), now=NOON + 80 * HOUR)
    told = after(closed, POSTED, now=NOON + 81 * HOUR)

    assert (closed.stage, status(told), told.replies[0].url) == (Stage.CLOSED, ReplyStatus.POSTED, POSTED.url)
    assert (told.standing, told.messages, told.clocks) == (closed.standing, closed.messages, closed.clocks)


@pytest.mark.parametrize(
    "command",
    [
        SENDING,
        POSTED,
        Withdraw(reply_id="r-1", by="mira"),
        Postpone(reply_id="r-1", until=NOON, reason="sending is off"),
    ],
)
def test_what_is_no_answer_here_is_not_moved(command: Command) -> None:
    with pytest.raises(Refused) as refused:
        after(a_case(), command)

    assert refused.value.code == "no_such_reply"
