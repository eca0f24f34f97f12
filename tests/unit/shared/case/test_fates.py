"""An answer that is wanted back, found by a person, or deleted (SEMANTICS, section 5)."""

from datetime import timedelta

import pytest

from shared.case.commands import Command, Resolve, Tick
from shared.case.refused import Refused
from shared.case.reply_commands import (
    AskHuman,
    Delete,
    ReportDeleted,
    ReportFailed,
    ReportNotSent,
    ReportPosted,
    ReportUnknown,
    Retract,
    Settle,
    SettlePosted,
    StartSending,
    Withdraw,
)
from shared.case.state.case import Case
from shared.case.state.reply import Reply, ReplyStatus
from shared.case.state.stage import Disposition, Stage
from tests.builders import HOUR, NOON, a_case, a_message, after, an_answer, hear
from tests.unit.shared.case.posting import an_echo, first, posted, receipt, sending

LATER = NOON + timedelta(minutes=10)
WITHDRAW = Withdraw(reply_id="r-1", by="mira")
UNKNOWN = ReportUnknown(reply_id="r-1", attempt=1, reason="silence", look_at=NOON)
ABSENT = ReportNotSent(reply_id="r-1", attempt=1, reason="not there", again_at=NOON)
FAILED = ReportFailed(reply_id="r-1", attempt=1, reason="422")
ASK = AskHuman(reply_id="r-1", attempt=1, reason="cannot tell")
FOUND = SettlePosted(reply_id="r-1", by="mira", native_id="s-1", api_id="1", url="https://there/1", posted_at=NOON)
DELETE = Delete(reply_id="r-1", by="mira")
GONE = ReportDeleted(reply_id="r-1", native_ids=("s-r-1",))


def reply(case: Case) -> Reply:
    return case.replies[0]


def told(*commands: Command) -> Case:
    return after(sending(a_case()), *commands)


# -- withdrawing -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("before", [(), (UNKNOWN,)], ids=["sending", "unknown"])
@pytest.mark.parametrize("between", [(), (UNKNOWN,), (UNKNOWN, UNKNOWN)], ids=["", "doubt", "more doubt"])
@pytest.mark.parametrize("end", [receipt(), ABSENT, FAILED], ids=["lands", "absent", "failed"])
def test_what_was_wanted_back_on_its_way_ends_withdrawn_and_is_deleted_if_it_landed(
    before: tuple[Command, ...], between: tuple[Command, ...], end: Command
) -> None:
    case = told(*before, WITHDRAW)
    assert reply(case).status in (ReplyStatus.SENDING, ReplyStatus.UNKNOWN)
    assert reply(case).unwanted_by == "mira"

    ended = after(case, *between, end)

    has_landed = isinstance(end, ReportPosted)
    assert (reply(ended).status, ended.stage) == (ReplyStatus.WITHDRAWN, Stage.ASSIGNED)
    assert (reply(ended).due_at is not None) is has_landed
    assert first(ended).fulfilled_at is None
    with pytest.raises(Refused):
        after(ended, StartSending(reply_id="r-1", until=NOON))
    if has_landed:
        assert reply(after(ended, GONE)).due_at is None


def test_asked_back_twice_is_asked_once() -> None:
    case = told(WITHDRAW)

    assert after(case, Withdraw(reply_id="r-1", by="joris")) is case


def test_asked_back_before_it_is_claimed_it_is_promised_and_a_claim_comes_too_late() -> None:
    queued = after(a_case(), an_answer(a_case()))
    with pytest.raises(Refused):
        after(queued, WITHDRAW, StartSending(reply_id="r-1", until=NOON))

    assert reply(after(queued, WITHDRAW)).landed == ()


def test_what_is_proven_absent_is_queued_and_can_be_promised_again() -> None:
    assert reply(told(UNKNOWN, ABSENT, WITHDRAW)).status is ReplyStatus.WITHDRAWN


@pytest.mark.parametrize("status", [ReplyStatus.POSTED, ReplyStatus.FAILED, ReplyStatus.NEEDS_HUMAN])
def test_what_has_an_end_is_not_withdrawn(status: ReplyStatus) -> None:
    ends: dict[ReplyStatus, Command] = {
        ReplyStatus.POSTED: receipt(),
        ReplyStatus.FAILED: FAILED,
        ReplyStatus.NEEDS_HUMAN: ASK,
    }
    with pytest.raises(Refused, match="cannot withdraw"):
        told(ends[status], WITHDRAW)


def test_wanted_back_and_nobody_can_tell_a_person_says_and_it_is_withdrawn_either_way() -> None:
    asked = told(WITHDRAW, ASK)
    assert (reply(asked).status, asked.stage) == (ReplyStatus.NEEDS_HUMAN, Stage.ASSIGNED)

    absent = after(asked, Settle(reply_id="r-1", by="mira"))
    there = after(asked, FOUND)

    assert (reply(absent).status, reply(absent).due_at) == (ReplyStatus.WITHDRAWN, None)
    assert (reply(there).status, reply(there).due_at) == (ReplyStatus.WITHDRAWN, NOON)
    assert after(absent, Settle(reply_id="r-1", by="mira")) is absent
    with pytest.raises(Refused) as refused:
        after(asked, SettlePosted(reply_id="r-1", by="mira"))
    assert refused.value.code == "url_needed", "what nobody can find, nobody can delete"


def test_our_own_post_that_comes_back_after_it_was_wanted_back_is_deleted() -> None:
    case = told(WITHDRAW, an_echo(text="@joe We are sorry; it arrives tomorrow."))

    assert (reply(case).status, reply(case).due_at, len(case.replies)) == (ReplyStatus.WITHDRAWN, NOON, 1)
    assert first(case).fulfilled_at is None


def test_a_message_whose_answer_is_wanted_back_is_answered_anew_once_its_fate_is_known() -> None:
    case = told(WITHDRAW)
    with pytest.raises(Refused) as refused:
        after(case, an_answer(case, reply_id="r-2"))
    assert refused.value.code == "already_answered"

    assert len(after(case, ABSENT, an_answer(case, reply_id="r-2")).replies) == 2


# -- found by a person -----------------------------------------------------------------------------------------------


def test_what_a_person_found_counts_like_a_receipt_at_the_time_of_the_post() -> None:
    case = after(told(UNKNOWN, ASK), FOUND, now=LATER)

    assert (reply(case).status, reply(case).native_id, reply(case).api_id) == (ReplyStatus.POSTED, "s-1", "1")
    assert (first(case).fulfilled_at, case.stage) == (NOON, Stage.AWAITING_CUSTOMER)
    assert after(case, FOUND) is case


def test_where_nobody_knows_when_it_was_posted_it_counts_from_now() -> None:
    case = after(told(ASK), SettlePosted(reply_id="r-1", by="mira"), now=LATER)

    assert (reply(case).status, reply(case).native_id, first(case).fulfilled_at) == (ReplyStatus.POSTED, None, LATER)


@pytest.mark.parametrize("word", [receipt(), an_echo(text="@joe We are sorry; it arrives tomorrow.")])
def test_which_post_it_is_may_be_heard_later_and_changes_nothing_else(word: Command) -> None:
    settled = after(told(ASK), SettlePosted(reply_id="r-1", by="mira"), now=LATER)
    case = after(settled, word, now=LATER)

    assert reply(case).native_id is not None
    assert (reply(case).posted_at, case.stage, case.clocks) == (LATER, settled.stage, settled.clocks)
    assert len(case.replies) == 1


def test_only_what_is_in_doubt_is_settled() -> None:
    with pytest.raises(Refused, match="needs_human"):
        told(FOUND)


def test_a_closed_case_keeps_what_a_person_found_with_the_answer() -> None:
    spam = Resolve(by="mira", disposition=Disposition.SPAM, reason="advertising")
    closed = after(after(told(ASK), spam), Tick(), now=NOON + 80 * HOUR)
    case = after(closed, FOUND, now=NOON + 81 * HOUR)

    assert (case.stage, reply(case).status, case.clocks) == (Stage.CLOSED, ReplyStatus.POSTED, closed.clocks)


# -- deleted ---------------------------------------------------------------------------------------------------------


def test_a_posted_answer_is_posted_until_the_network_says_that_it_is_gone() -> None:
    asked = after(posted(a_case()), DELETE)
    assert (reply(asked).status, reply(asked).due_at, asked.stage) == (
        ReplyStatus.POSTED,
        NOON,
        Stage.AWAITING_CUSTOMER,
    )
    assert after(asked, Delete(reply_id="r-1", by="joris")) is asked

    gone = after(asked, GONE)
    assert (reply(gone).status, reply(gone).due_at, gone.stage) == (ReplyStatus.DELETED, None, Stage.ASSIGNED)
    assert after(gone, DELETE, GONE) is gone


def test_what_a_deleted_answer_answered_stays_answered_and_its_clock_met() -> None:
    case = after(posted(a_case(), at=NOON), DELETE, GONE, now=LATER)

    assert case.messages[0].answered_by == "r-1"
    assert (first(case).fulfilled_at, case.answer_by, case.waits_from) == (NOON, None, None)
    assert not any(clock.is_paused for clock in case.clocks if clock.is_open), "it is our turn"


def test_the_message_can_be_answered_anew() -> None:
    case = after(posted(a_case()), DELETE, GONE)
    again = after(
        case,
        an_answer(case, reply_id="r-2"),
        StartSending(reply_id="r-2", until=LATER),
        receipt("r-2", at=NOON),
    )

    assert [one.status for one in again.replies] == [ReplyStatus.DELETED, ReplyStatus.POSTED]
    assert (again.stage, again.messages[0].answered_by) == (Stage.AWAITING_CUSTOMER, "r-1")


def test_where_a_later_answer_stands_it_still_is_the_customers_turn() -> None:
    once = after(posted(a_case()), hear(a_message("post-2", at=LATER)), now=LATER)
    twice = posted(once, at=LATER, reply_id="r-2")

    assert after(twice, DELETE, GONE, now=LATER).stage is Stage.AWAITING_CUSTOMER


def test_a_settled_case_stays_settled() -> None:
    settled = after(posted(a_case()), Resolve(by="mira", disposition=Disposition.ANSWERED))

    case = after(settled, DELETE, GONE)

    assert (case.stage, reply(case).status) == (Stage.RESOLVED, ReplyStatus.DELETED)


def test_a_deletion_that_must_wait_is_put_off_and_stays_posted() -> None:
    waits = Retract(reply_id="r-1", native_id="s-r-1", url=None, delete_at=LATER, reason="the network is away")
    case = after(posted(a_case()), DELETE, waits)

    assert (reply(case).status, reply(case).due_at, reply(case).reason) == (
        ReplyStatus.POSTED,
        LATER,
        "the network is away",
    )


def test_nobody_deletes_what_nobody_asked_to_be_deleted() -> None:
    for command in (GONE, Retract(reply_id="r-1", native_id="s-1", url=None, delete_at=NOON, reason="?")):
        with pytest.raises(Refused, match="nobody wants it deleted"):
            after(posted(a_case()), command)


def test_an_answer_from_the_networks_own_app_can_be_deleted_too() -> None:
    case = after(a_case(), an_echo())
    asked = after(case, Delete(reply_id="n-1", by="mira"))

    gone = after(asked, ReportDeleted(reply_id="n-1", native_ids=("native-n-1",)))

    assert (reply(gone).status, gone.stage) == (ReplyStatus.DELETED, Stage.NEW)
