"""One sending of an answer, with every outcome that a network can have."""

from dataclasses import replace
from datetime import timedelta

import pytest

from services.respond.networks.outbound import (
    CannotTell,
    Gone,
    NotSent,
    Published,
    Rejected,
    RetryAfter,
    Standing,
    Unknown,
)
from shared.case.refused import Refused
from shared.case.reply_commands import Postpone, ReportNotSent, ReportUnknown, StartSending, Withdraw
from shared.case.state.parts import Revision
from shared.case.state.reply import ReplyStatus
from shared.case.state.stage import Stage
from tests.builders import HOUR, NOON
from tests.fakes.network import Manner
from tests.unit.services.respond.publisher.bench import Bench, Crash

BUSY = timedelta(seconds=120)


async def test_a_receipt_makes_it_posted_and_fulfils_the_clock() -> None:
    bench = Bench()

    await bench.turn()

    assert (bench.reply.status, bench.reply.native_id, bench.reply.posted_at) == (ReplyStatus.POSTED, "uri-1", NOON)
    assert bench.case.clocks[0].fulfilled_at == NOON
    assert bench.case.stage is Stage.AWAITING_CUSTOMER
    assert bench.network.tokens == ["r-1"]


async def test_the_claim_is_durable_before_anything_is_asked_of_the_network() -> None:
    bench = Bench()
    seen: list[ReplyStatus] = []

    async def look() -> None:
        seen.append(bench.reply.status)

    bench.network.before_post = look
    await bench.turn()

    assert seen == [ReplyStatus.SENDING]


@pytest.mark.parametrize(
    ("parent", "reason"),
    [
        (Gone(), "gone"),
        (Standing(edited=True), "edited"),
        (Standing(narrowed=True), "fewer readers"),
    ],
)
async def test_an_answer_to_what_is_not_as_it_was_is_for_a_person_to_decide(parent: Standing, reason: str) -> None:
    bench = Bench()
    bench.network.parents = [parent]

    await bench.turn()

    assert bench.reply.status is ReplyStatus.FAILED
    assert reason in (bench.reply.reason or "")
    assert bench.case.stage is Stage.ASSIGNED
    assert bench.network.posts == []


async def test_an_edit_that_we_heard_of_after_approval_stops_the_answer() -> None:
    bench = Bench()
    message = replace(bench.case.messages[0], earlier=(Revision(text="x", revision="0", until=NOON + HOUR),))
    bench.cases.cases[bench.case_id] = replace(bench.case, messages=(message,))

    await bench.turn()

    assert (bench.reply.status, bench.network.posts) == (ReplyStatus.FAILED, [])


async def test_a_deletion_that_we_heard_of_stops_the_answer() -> None:
    bench = Bench()
    message = replace(bench.case.messages[0], deleted_at=NOON)
    bench.cases.cases[bench.case_id] = replace(bench.case, messages=(message,))

    await bench.turn()

    assert (bench.reply.status, bench.network.posts) == (ReplyStatus.FAILED, [])


async def test_a_parent_that_cannot_be_read_lets_the_answer_wait() -> None:
    bench = Bench()
    bench.network.parents = [CannotTell(reason="the network answered 503")]

    await bench.turn()

    assert bench.reply.status is ReplyStatus.QUEUED
    assert bench.reply.due_at == NOON + bench.timing.first_wait
    assert await bench.until_settled() is ReplyStatus.POSTED
    assert len(bench.network.posts) == 1


async def test_a_no_returns_the_case_to_its_owner_with_its_clock_running() -> None:
    bench = Bench()
    bench.network.manners = [Rejected(reason="422")]

    await bench.turn()

    assert (bench.reply.status, bench.case.stage) == (ReplyStatus.FAILED, Stage.ASSIGNED)
    assert bench.case.clocks[0].fulfilled_at is None
    assert bench.case.clock_due_at is not None


async def test_what_was_not_sent_is_tried_again_with_growing_waits() -> None:
    bench = Bench()
    bench.network.manners = [NotSent(reason="cannot connect")] * 4
    waits = []
    for _ in range(4):
        await bench.turn()
        waits.append((bench.case.publish_due_at or NOON) - bench.clock())
        bench.clock.now = bench.case.publish_due_at or NOON

    assert waits == [timedelta(seconds=seconds) for seconds in (2, 4, 8, 16)]
    assert await bench.until_settled() is ReplyStatus.POSTED


async def test_a_rate_limit_rests_the_whole_account_for_as_long_as_it_says() -> None:
    bench = Bench()
    bench.network.manners = [RetryAfter(reason="rate limit", wait=BUSY)]
    await bench.turn()
    assert (bench.reply.status, bench.reply.due_at) == (ReplyStatus.QUEUED, NOON + BUSY)
    # Another answer of the same account becomes due meanwhile: here the same one, its time turned back.
    await bench.tell(Postpone(reply_id="r-1", until=NOON, reason="due again"))

    await bench.turn()

    assert bench.network.asked == ["preflight", "publish"]
    assert (bench.reply.due_at, bench.reply.attempt) == (NOON + BUSY, 1)
    assert await bench.until_settled() is ReplyStatus.POSTED


async def test_a_rate_limit_on_reading_is_obeyed_too() -> None:
    bench = Bench()
    bench.network.parents = [CannotTell(reason="429", wait=BUSY)]

    await bench.turn()

    assert (bench.reply.status, bench.reply.due_at) == (ReplyStatus.QUEUED, NOON + BUSY)


async def test_silence_makes_it_unknown_and_never_queued() -> None:
    bench = Bench()
    bench.network.manners = [Unknown(reason="timed out")]

    await bench.turn()

    assert bench.reply.status is ReplyStatus.UNKNOWN
    assert bench.reply.due_at == NOON + bench.timing.first_look


async def test_a_bug_while_posting_leaves_it_unknown() -> None:
    bench = Bench()

    async def bug() -> None:
        raise ZeroDivisionError

    bench.network.before_post = bug
    await bench.turn()

    assert bench.reply.status is ReplyStatus.UNKNOWN


async def test_an_account_that_is_not_armed_sends_nothing_and_says_why() -> None:
    bench = Bench(armed=False)

    await bench.turn()

    assert (bench.reply.status, bench.reply.attempt, bench.network.asked) == (ReplyStatus.QUEUED, 0, [])
    assert bench.reply.reason == "sending is off until the account is armed"
    assert bench.reply.due_at == NOON + bench.timing.unarmed_wait


async def test_an_answer_held_back_goes_out_once_the_account_is_armed() -> None:
    bench = Bench(armed=False)
    await bench.turn()
    bench.armed = True
    bench.restart()

    assert await bench.until_settled() is ReplyStatus.POSTED


async def test_an_account_that_left_the_directory_sends_nothing() -> None:
    bench = Bench()
    bench.cases.cases[bench.case_id] = replace(bench.case, account_id="elsewhere")

    await bench.turn()

    assert (bench.reply.status, bench.network.asked) == (ReplyStatus.QUEUED, [])


async def test_withdrawn_before_the_claim_it_is_never_sent() -> None:
    bench = Bench()
    due = bench.case
    await bench.tell(Withdraw(reply_id="r-1", by="mira"))

    with pytest.raises(Refused):
        await bench.send(due, due.replies[0])

    assert bench.network.asked == []


@pytest.mark.parametrize("manner", ["posts", "posts unheard"])
async def test_withdrawn_after_the_claim_it_is_deleted_when_it_lands(manner: Manner) -> None:
    bench = Bench()
    bench.network.manners = [manner]

    async def withdraw() -> None:
        await bench.tell(Withdraw(reply_id="r-1", by="mira"))

    bench.network.before_post = withdraw

    assert await bench.until_settled() is ReplyStatus.WITHDRAWN
    assert (bench.network.deleted, bench.case.clocks[0].fulfilled_at) == (["uri-1"], None)


@pytest.mark.parametrize(
    "manner", ["loses", RetryAfter(reason="429", wait=HOUR), Rejected(reason="422"), NotSent(reason="away")]
)
async def test_withdrawn_after_the_claim_it_is_never_sent_again(manner: Manner) -> None:
    bench = Bench()
    bench.network.manners = [manner]

    async def withdraw() -> None:
        await bench.tell(Withdraw(reply_id="r-1", by="mira"))

    bench.network.before_post = withdraw

    assert await bench.until_settled() is ReplyStatus.WITHDRAWN
    assert (bench.network.asked.count("publish"), bench.network.posts) == (1, [])


async def test_a_second_publisher_that_comes_too_late_does_nothing() -> None:
    bench = Bench()
    due = bench.case
    await bench.turn()

    with pytest.raises(Refused):
        await bench.send(due, due.replies[0])

    assert len(bench.network.posts) == 1


async def test_a_receipt_waits_for_mongodb_as_long_as_it_takes() -> None:
    bench = Bench()
    tries = 0

    async def mongodb_goes() -> None:
        bench.cases.is_down = True

    bench.network.after_post = mongodb_goes
    update = bench.cases.update

    async def comes_back(*arguments: object) -> object:
        nonlocal tries
        tries += bench.cases.is_down
        bench.cases.is_down = bench.cases.is_down and tries < 5
        return await update(*arguments)  # type: ignore[arg-type]

    bench.cases.update = comes_back  # type: ignore[assignment,method-assign]
    await bench.turn()

    assert (tries, bench.reply.status) == (5, ReplyStatus.POSTED)


async def test_a_receipt_that_comes_after_the_withdrawal_has_the_post_deleted_there() -> None:
    """The first sending looked lost, was given up and withdrawn; only then its receipt arrives."""
    bench = Bench()

    async def given_up_meanwhile() -> None:
        await bench.tell(ReportUnknown(reply_id="r-1", attempt=1, reason="slow", look_at=NOON + HOUR))
        await bench.tell(ReportNotSent(reply_id="r-1", attempt=1, reason="absent", again_at=NOON + HOUR))
        await bench.tell(Withdraw(reply_id="r-1", by="mira"))

    bench.network.before_post = given_up_meanwhile
    bench.network.deletions = [CannotTell(reason="503")]
    await bench.turn()
    assert (bench.reply.status, bench.reply.native_id) == (ReplyStatus.WITHDRAWN, "uri-1")

    await bench.until_settled()

    assert bench.network.deleted == ["uri-1"]
    assert (bench.reply.status, bench.case.publish_due_at) == (ReplyStatus.WITHDRAWN, None)
    assert "deleted" in (bench.reply.reason or "")


async def test_what_a_given_up_attempt_says_late_is_not_believed() -> None:
    bench = Bench()

    async def given_up_meanwhile() -> None:
        await bench.tell(ReportUnknown(reply_id="r-1", attempt=1, reason="slow", look_at=NOON))
        await bench.tell(ReportNotSent(reply_id="r-1", attempt=1, reason="absent", again_at=NOON))
        await bench.tell(StartSending(reply_id="r-1", until=NOON + HOUR))

    bench.network.before_post = given_up_meanwhile
    bench.network.manners = [Rejected(reason="422")]
    await bench.turn()

    assert (bench.reply.status, bench.reply.attempt) == (ReplyStatus.SENDING, 2)


async def test_a_network_that_dates_its_receipt_absurdly_is_not_believed() -> None:
    bench = Bench()
    bench.network.manners = [Published(native_id="u", url=None, created_at=NOON - HOUR)]
    bench.clock.pass_by(seconds=30)

    await bench.turn()

    assert bench.reply.posted_at == bench.clock()


async def test_a_crash_before_the_post_leaves_a_lease_that_runs_out() -> None:
    bench = Bench()

    async def crash() -> None:
        raise Crash

    bench.network.before_post = crash
    await bench.turn()

    assert (bench.reply.status, bench.reply.due_at) == (ReplyStatus.SENDING, NOON + bench.timing.lease)


@pytest.mark.parametrize(("private", "status"), [(True, ReplyStatus.POSTED), (False, ReplyStatus.FAILED)])
async def test_a_parent_for_fewer_readers_stops_a_public_answer_and_not_a_private_one(
    private: bool, status: ReplyStatus
) -> None:
    bench = Bench()
    kept = replace(bench.case, replies=(replace(bench.reply, private=private),))
    bench.cases.cases[bench.case_id] = kept
    bench.network.parents = [Standing(narrowed=True)]

    await bench.turn()

    assert bench.reply.status is status
