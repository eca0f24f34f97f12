"""Answers that wait outside the way to the network, and how often and since when one is unknown."""

from datetime import timedelta

import pytest

from shared.case.refused import Refused
from shared.case.reply_commands import (
    AskHuman,
    Postpone,
    ReportDeleted,
    ReportNotSent,
    ReportUnknown,
    Retract,
    StartSending,
    Withdraw,
)
from shared.case.state.case import Case
from shared.case.state.reply import Reply, ReplyStatus
from tests.builders import HOUR, NOON, a_case, a_message, after, an_answer, hear

DELETED = ReportDeleted(reply_id="r-1", native_ids=("uri-1",))
LATER = NOON + HOUR
OFF = Postpone(reply_id="r-1", until=LATER, reason="sending is off")
SEND = StartSending(reply_id="r-1", until=NOON + timedelta(seconds=30))
LANDED = Retract(reply_id="r-1", native_id="uri-1", url=None, delete_at=NOON, reason="landed after it was withdrawn")


def queued() -> Case:
    case = a_case()
    return after(case, an_answer(case))


def the_reply(case: Case) -> Reply:
    reply = case.reply("r-1")
    assert reply is not None
    return reply


def test_a_postponed_answer_is_still_queued_and_nothing_was_attempted() -> None:
    reply = the_reply(after(queued(), OFF))

    assert (reply.status, reply.attempt, reply.due_at) == (ReplyStatus.QUEUED, 0, LATER)
    assert reply.reason == "sending is off"


def test_postponing_again_and_again_lets_the_history_be() -> None:
    case = queued()
    days = [Postpone(reply_id="r-1", until=LATER + day * HOUR, reason="sending is off") for day in range(50)]

    assert after(case, *days).history == case.history


def test_a_postponement_is_told_only_when_its_reason_is_new() -> None:
    once = after(queued(), OFF)
    twice = after(once, Postpone(reply_id="r-1", until=LATER + HOUR, reason="sending is off"))

    assert the_reply(once).changed_in == once.version
    assert the_reply(twice).changed_in == once.version


def test_a_postponed_answer_can_be_withdrawn_and_is_then_never_sent() -> None:
    case = after(queued(), OFF, Withdraw(reply_id="r-1", by="mira"))

    with pytest.raises(Refused):
        after(case, SEND)


def test_what_is_being_sent_cannot_be_postponed() -> None:
    with pytest.raises(Refused):
        after(queued(), SEND, OFF)


def test_unknown_since_stands_while_it_is_unknown_and_counts_once_per_attempt() -> None:
    unknown = ReportUnknown(reply_id="r-1", attempt=1, reason="timed out", look_at=NOON)
    first = after(queued(), SEND, unknown)
    still = after(first, unknown, now=LATER)
    sent_again = after(still, ReportNotSent(reply_id="r-1", attempt=1, reason="absent", again_at=NOON), SEND)

    assert (the_reply(first).unknown_since, the_reply(first).uncertain) == (NOON, 1)
    assert (the_reply(still).unknown_since, the_reply(still).uncertain, the_reply(still).lookups) == (NOON, 1, 1)
    assert (the_reply(sent_again).unknown_since, the_reply(sent_again).uncertain) == (None, 1)


def test_what_landed_after_its_withdrawal_waits_to_be_deleted_and_stays_withdrawn() -> None:
    case = after(queued(), Withdraw(reply_id="r-1", by="mira"), LANDED)

    reply = the_reply(case)
    assert (reply.status, reply.native_id, case.publish_due_at) == (ReplyStatus.WITHDRAWN, "uri-1", NOON)


def test_once_deleted_nothing_is_due_and_the_record_stays() -> None:
    case = after(queued(), Withdraw(reply_id="r-1", by="mira"), LANDED, DELETED)

    assert case.publish_due_at is None
    assert the_reply(case).native_id == "uri-1"
    assert after(case, LANDED, DELETED) is case


def test_a_deletion_that_must_wait_is_put_off() -> None:
    case = after(queued(), Withdraw(reply_id="r-1", by="mira"), LANDED)
    waits = Retract(reply_id="r-1", native_id="uri-1", url=None, delete_at=LATER, reason="the network is away")

    assert after(case, waits).publish_due_at == LATER


def test_only_a_withdrawn_answer_is_retracted() -> None:
    with pytest.raises(Refused):
        after(queued(), LANDED)


def test_one_answer_is_put_off_and_the_others_are_not() -> None:
    """The first one's fate is open, so a person looks; the second waits for its account."""
    doubtful = after(queued(), SEND, AskHuman(reply_id="r-1", attempt=1, reason="cannot tell"))
    asked = after(doubtful, hear(a_message("post-2", at=NOON + HOUR)), now=NOON + HOUR)
    both = after(asked, an_answer(asked, reply_id="r-2"), now=NOON + HOUR)
    later = NOON + 2 * HOUR
    case = after(both, Postpone(reply_id="r-2", until=later, reason="sending is off"), now=NOON + HOUR)

    assert [(one.due_at, one.reason) for one in case.replies] == [(None, "cannot tell"), (later, "sending is off")]
    assert after(case, Postpone(reply_id="r-2", until=later, reason="sending is off"), now=NOON + HOUR) is case
