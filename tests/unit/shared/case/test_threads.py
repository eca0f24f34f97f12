"""An answer in several posts is one answer: all of it, or nothing (SEMANTICS, section 5)."""

from datetime import timedelta

import pytest

from shared.case.commands import Command, Resolve
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
    SettlePosted,
    StartSending,
    Withdraw,
)
from shared.case.state.case import Case
from shared.case.state.reply import Part, Reply, ReplyStatus
from shared.case.state.stage import Disposition, Stage
from tests.builders import NOON, a_case, after, an_answer
from tests.unit.shared.case.posting import an_echo, first

LATER = NOON + timedelta(minutes=10)
PARTS = tuple(Part(text=f"words {number} ({number}/3)", token=f"r-1-{number}", frozen="{}") for number in (1, 2, 3))
SEND = StartSending(reply_id="r-1", until=LATER)
WITHDRAW = Withdraw(reply_id="r-1", by="mira")


def lands(part: int) -> ReportPosted:
    return ReportPosted(reply_id="r-1", native_id=f"s-{part}", url=None, posted_at=NOON, part=part, api_id=str(part))


def reply(case: Case) -> Reply:
    return case.replies[0]


def told(*commands: Command) -> Case:
    return after(a_case(), an_answer(a_case(), parts=PARTS), *commands)


def at_the_second(*commands: Command) -> Case:
    """The first post is there, the second on its way."""
    return told(SEND, lands(0), SEND, *commands)


def test_the_next_post_is_due_at_once_and_the_customer_is_answered_with_the_last() -> None:
    case = told(SEND, lands(0))
    assert (reply(case).status, reply(case).next_part, case.publish_due_at) == (ReplyStatus.QUEUED, 1, NOON)
    assert (case.stage, first(case).fulfilled_at) == (Stage.PUBLISHING, None)

    case = after(case, SEND, lands(1), SEND, lands(2))
    assert (reply(case).status, reply(case).landed) == (ReplyStatus.POSTED, ("s-0", "s-1", "s-2"))
    assert (reply(case).native_id, reply(case).api_id) == ("s-0", "0")
    assert (case.stage, first(case).fulfilled_at) == (Stage.AWAITING_CUSTOMER, NOON)


def test_a_receipt_heard_twice_is_one() -> None:
    case = told(SEND, lands(0))

    assert after(case, lands(0)) is case


def test_doubts_about_one_post_are_not_held_against_the_next() -> None:
    doubt = ReportUnknown(reply_id="r-1", attempt=1, reason="silence", look_at=NOON)
    case = told(SEND, doubt, doubt, lands(0))

    assert (reply(case).uncertain, reply(case).lookups, reply(case).attempt) == (0, 0, 1)


@pytest.mark.parametrize(
    ("end", "status"),
    [
        (ReportFailed(reply_id="r-1", attempt=2, reason="422"), ReplyStatus.FAILED),
        (ReportNotSent(reply_id="r-1", attempt=2, reason="429", again_at=LATER), ReplyStatus.WITHDRAWN),
        (lands(1), ReplyStatus.WITHDRAWN),
    ],
)
def test_what_comes_to_nothing_takes_back_what_is_there(end: Command, status: ReplyStatus) -> None:
    case = at_the_second(*([WITHDRAW] if status is ReplyStatus.WITHDRAWN else []), end)
    assert (reply(case).status, reply(case).due_at, case.stage) == (status, NOON, Stage.ASSIGNED)
    assert not reply(case).is_active

    done = after(case, ReportDeleted(reply_id="r-1", native_ids=reply(case).landed))
    assert (reply(done).status, reply(done).due_at, first(done).fulfilled_at) == (status, None, None)


def test_withdrawn_between_two_posts_nothing_is_promised_but_no_more_is_sent() -> None:
    case = told(SEND, lands(0), WITHDRAW)

    assert (reply(case).status, reply(case).due_at) == (ReplyStatus.WITHDRAWN, NOON)
    with pytest.raises(Refused):
        after(case, SEND)


def test_a_post_that_lands_while_the_others_are_deleted_is_deleted_too() -> None:
    """Its receipt comes after its withdrawal, and before the word that what was there is gone."""
    case = at_the_second(WITHDRAW, ReportNotSent(reply_id="r-1", attempt=2, reason="absent", again_at=NOON))
    with pytest.raises(Refused) as refused:
        after(case, lands(1))
    assert refused.value.code == "withdrawn"

    late = Retract(reply_id="r-1", native_id="s-1", url=None, delete_at=LATER, reason="landed", part=1)
    case = after(case, late, ReportDeleted(reply_id="r-1", native_ids=("s-0",)))
    assert (reply(case).landed, reply(case).due_at) == (("s-0", "s-1"), LATER)


def test_our_own_post_that_comes_back_is_no_answer_of_somebody_elses() -> None:
    case = at_the_second()

    assert after(case, an_echo(text=f"@joe {PARTS[1].text}")) is case


def test_the_rest_follows_what_a_person_found() -> None:
    asked = at_the_second(AskHuman(reply_id="r-1", attempt=2, reason="cannot tell"))
    with pytest.raises(Refused) as refused:
        after(asked, SettlePosted(reply_id="r-1", by="mira"))
    assert refused.value.code == "url_needed", "the next one goes below it"

    case = after(asked, SettlePosted(reply_id="r-1", by="mira", native_id="s-1", api_id="1"))
    assert (reply(case).status, reply(case).next_part, case.stage) == (ReplyStatus.QUEUED, 2, Stage.PUBLISHING)


def test_deleted_is_all_of_it_or_nothing() -> None:
    """A person found the last post and could not say where: the others alone are not what was asked for."""
    doubt = AskHuman(reply_id="r-1", attempt=3, reason="cannot tell")
    case = at_the_second(lands(1), SEND, doubt, SettlePosted(reply_id="r-1", by="mira"))
    assert (reply(case).status, reply(case).can_be_deleted) == (ReplyStatus.POSTED, False)
    with pytest.raises(Refused) as refused:
        after(case, Delete(reply_id="r-1", by="mira"))
    assert refused.value.code == "not_located"

    known = after(case, lands(2))
    assert (reply(known).landed, reply(known).can_be_deleted) == (("s-0", "s-1", "s-2"), True)
    assert (known.stage, known.clocks) == (case.stage, case.clocks)
    assert reply(after(known, Delete(reply_id="r-1", by="mira"))).due_at is not None


def test_where_the_case_went_on_meanwhile_the_rest_does_not_follow() -> None:
    spam = Resolve(by="mira", disposition=Disposition.SPAM, reason="advertising")
    asked = at_the_second(AskHuman(reply_id="r-1", attempt=2, reason="cannot tell"), spam)
    with pytest.raises(Refused) as refused:
        after(asked, SettlePosted(reply_id="r-1", by="mira", native_id="s-1", api_id="1"))
    assert refused.value.code == "illegal_transition"

    late = after(asked, lands(1))
    assert (reply(late).status, reply(late).due_at, late.stage) == (ReplyStatus.FAILED, NOON, Stage.NO_RESPONSE_NEEDED)
