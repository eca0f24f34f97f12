"""Answers that a second person has to see, and answers of which there is more than one (SEMANTICS, section 5)."""

import pytest

from shared.case.refused import Refused
from shared.case.reply_commands import Approve, AskHuman, RefuseAnswer, ReportFailed, Settle, Withdraw
from shared.case.state.case import Case
from shared.case.state.reply import Reply, ReplyStatus
from shared.case.state.stage import Stage
from tests.builders import HOUR, NOON, a_case, a_message, after, an_answer, hear
from tests.unit.shared.case.posting import an_echo, first, following, posted, receipt, sending

LATER = NOON + HOUR / 2
WAITING = after(a_case(), an_answer(a_case(), for_approval=True))
APPROVE = Approve(reply_id="r-1", by="joris", seen=a_message().id)
REFUSE = RefuseAnswer(reply_id="r-1", by="joris", reason="too cold")


def reply(case: Case, name: str = "r-1") -> Reply:
    found = case.reply(name)
    assert found is not None
    return found


def test_an_answer_for_approval_waits_and_nothing_is_sent() -> None:
    assert (WAITING.stage, reply(WAITING).status) == (Stage.AWAITING_APPROVAL, ReplyStatus.AWAITING_APPROVAL)
    assert (WAITING.publish_due_at, WAITING.owner, first(WAITING).due_at) == (None, "mira", NOON + HOUR)


def test_approving_queues_it_as_of_then_and_says_who_did() -> None:
    case = after(WAITING, APPROVE, now=LATER)

    assert (case.stage, case.publish_due_at) == (Stage.PUBLISHING, LATER)
    assert (reply(case).approved_by, reply(case).queued_at, reply(case).author) == ("joris", LATER, "mira")
    assert after(case, APPROVE, now=LATER) is case


def test_an_author_approves_nothing_of_their_own() -> None:
    with pytest.raises(Refused) as refused:
        after(WAITING, Approve(reply_id="r-1", by="mira", seen=a_message().id))

    assert refused.value.code == "own_answer"


def test_an_approver_has_read_what_came_meanwhile() -> None:
    asked = after(WAITING, hear(a_message("post-2", at=LATER, text="Hello?")), now=LATER)
    with pytest.raises(Refused) as refused:
        after(asked, APPROVE, now=LATER)
    assert (refused.value.code, refused.value.detail["text"]) == ("newer_message", "Hello?")

    newest = asked.messages[-1].id
    assert after(asked, Approve(reply_id="r-1", by="joris", seen=newest), now=LATER).stage is Stage.PUBLISHING


def test_refusing_hands_it_back_with_the_reason_and_another_may_be_written() -> None:
    case = after(WAITING, REFUSE)
    assert (case.stage, case.owner, reply(case).status, reply(case).reason) == (
        Stage.ASSIGNED,
        "mira",
        ReplyStatus.REFUSED,
        "too cold",
    )
    assert after(case, REFUSE) is case

    assert after(case, an_answer(case, reply_id="r-2")).stage is Stage.PUBLISHING


def test_a_refusal_says_why() -> None:
    with pytest.raises(Refused) as refused:
        after(WAITING, RefuseAnswer(reply_id="r-1", by="joris", reason=" "))

    assert refused.value.code == "reason_missing"


def test_its_author_may_take_it_back() -> None:
    case = after(WAITING, Withdraw(reply_id="r-1", by="mira"))

    assert (case.stage, reply(case).status) == (Stage.ASSIGNED, ReplyStatus.WITHDRAWN)


@pytest.mark.parametrize("command", [APPROVE, REFUSE])
def test_what_is_sent_already_is_past_judging(command: Approve | RefuseAnswer) -> None:
    with pytest.raises(Refused) as refused:
        after(sending(a_case()), command)

    assert (refused.value.code, refused.value.detail["status"]) == ("reply_moved_on", ReplyStatus.SENDING)


def test_nobody_approves_what_is_not_there() -> None:
    with pytest.raises(Refused) as refused:
        after(WAITING, Approve(reply_id="r-9", by="joris", seen=a_message().id))

    assert refused.value.code == "no_such_reply"


def test_answered_in_the_networks_own_app_it_still_waits_for_a_word() -> None:
    case = after(WAITING, an_echo(at=LATER), now=LATER)
    assert (case.stage, first(case).fulfilled_at) == (Stage.AWAITING_APPROVAL, LATER)
    with pytest.raises(Refused) as refused:
        after(case, APPROVE, now=LATER)
    assert (refused.value.code, refused.value.detail["reply"]) == ("already_answered", "n-1")

    assert after(case, REFUSE, now=LATER).stage is Stage.ASSIGNED


def test_one_that_turns_out_to_be_posted_leaves_nothing_to_approve() -> None:
    """It should not have been; the network is right all the same."""
    asked = after(WAITING, hear(a_message("post-2", at=LATER)), now=LATER)
    case = after(asked, receipt(at=LATER), now=LATER)

    assert (case.stage, reply(case).status) == (Stage.ASSIGNED, ReplyStatus.POSTED)


def doubtful() -> Case:
    """Nobody knows whether the first answer was posted; the second, to a newer message, is on its way."""
    asked = after(
        sending(a_case()),
        AskHuman(reply_id="r-1", attempt=1, reason="cannot tell"),
        hear(a_message("post-2", at=LATER)),
        now=LATER,
    )
    return sending(asked, at=LATER, reply_id="r-2")


def test_what_becomes_of_one_answer_does_not_take_the_case_from_another_on_its_way() -> None:
    settled = after(doubtful(), Settle(reply_id="r-1", by="mira"), now=LATER)
    assert (settled.stage, reply(settled).status) == (Stage.PUBLISHING, ReplyStatus.FAILED)

    failed = after(settled, ReportFailed(reply_id="r-2", attempt=1, reason="too long"), now=LATER)
    assert failed.stage is Stage.ASSIGNED


def test_a_receipt_for_one_leaves_the_other_on_its_way() -> None:
    case = after(doubtful(), receipt("r-1", at=LATER), now=LATER)
    assert (case.stage, reply(case).status) == (Stage.PUBLISHING, ReplyStatus.POSTED)

    answered = after(case, receipt("r-2", at=LATER + HOUR), now=LATER + HOUR)
    assert answered.stage is Stage.AWAITING_CUSTOMER
    assert first(answered).fulfilled_at == LATER


def test_a_second_answer_needs_a_message_that_has_none() -> None:
    answered = posted(a_case())
    with pytest.raises(Refused) as refused:
        after(answered, an_answer(answered, reply_id="r-2"))
    assert refused.value.code == "already_answered"

    asked = after(answered, hear(a_message("post-2", at=LATER)), now=LATER)
    assert posted(asked, at=LATER, reply_id="r-2").stage is Stage.AWAITING_CUSTOMER
    assert [clock.fulfilled_at for clock in asked.clocks] == [NOON]
    with pytest.raises(ValueError, match="not enough"):
        following(asked)
