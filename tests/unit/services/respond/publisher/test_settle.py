"""What became of it? An answer of unknown fate is looked up, and never simply sent again."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.respond.networks.outbound import CannotTell, NotSent, Rejected, RetryAfter, Unknown
from services.respond.publishing.timing import Timing
from shared.case.decisions.landing import NATIVE
from shared.case.state.reply import ReplyStatus
from tests.builders import NOON
from tests.fakes.network import Manner
from tests.unit.services.respond.publisher.bench import FINAL, Bench, Crash
from tests.unit.shared.case.posting import an_echo

BLIND = CannotTell(reason="the network answered 503")
MINUTE = timedelta(minutes=1)


async def test_a_lease_that_ran_out_makes_it_unknown_never_queued() -> None:
    bench = Bench()

    async def crash() -> None:
        raise Crash

    bench.network.before_post = crash
    await bench.turn()
    bench.clock.now = NOON + bench.timing.lease

    await bench.turn()

    assert bench.reply.status is ReplyStatus.UNKNOWN
    assert bench.network.asked == ["preflight", "publish"]


async def test_before_its_lease_ran_out_a_sending_is_left_alone() -> None:
    bench = Bench()

    async def crash() -> None:
        raise Crash

    bench.network.before_post = crash
    await bench.turn()
    bench.clock.now = NOON + bench.timing.lease - timedelta(milliseconds=1)

    await bench.turn()

    assert bench.reply.status is ReplyStatus.SENDING


async def test_what_is_found_is_posted_and_not_sent_again() -> None:
    bench = Bench()
    bench.network.manners = ["posts unheard"]

    assert await bench.until_settled() is ReplyStatus.POSTED
    assert len(bench.network.posts) == 1
    assert bench.network.asked.count("publish") == 1


async def test_what_was_taken_for_somebody_elses_is_still_found_and_not_sent_again() -> None:
    """Ingest saw our post first and did not know its words, for the network shows them in its own way."""
    bench = Bench()
    bench.network.manners = ["posts unheard"]
    await bench.turn()
    shown = an_echo(text="what the network made of it")
    await bench.tell(replace(shown, native_id=bench.network.receipt(1).native_id))
    assert [one.author for one in bench.case.replies] == ["mira", NATIVE]

    assert await bench.until_settled() is ReplyStatus.POSTED
    assert bench.network.asked.count("publish") == 1
    assert len(bench.case.replies) == 1


async def test_what_is_proven_absent_is_sent_again_with_the_same_token() -> None:
    bench = Bench()
    bench.network.manners = ["loses"]

    assert await bench.until_settled() is ReplyStatus.POSTED
    assert bench.network.tokens == ["r-1", "r-1"]
    assert len(bench.network.posts) == 1


async def test_absence_is_not_believed_before_the_network_had_time_to_show_it() -> None:
    bench = Bench()
    bench.network.manners = ["loses"]
    await bench.turn()
    while bench.reply.status is ReplyStatus.UNKNOWN:
        bench.clock.now = bench.case.publish_due_at or NOON
        await bench.turn()

    assert bench.clock() >= NOON + bench.timing.absent_after
    assert bench.reply.status is ReplyStatus.QUEUED


async def test_a_slow_look_up_proves_what_was_so_when_it_began() -> None:
    """It reads what we posted, then takes its time; meanwhile the post that it did not see comes to light."""
    bench = Bench()
    bench.network.manners = ["loses"]
    await bench.turn()
    slow = timedelta(seconds=50)

    async def appears() -> None:
        bench.clock.now += slow
        bench.network.posts.append(bench.reply.frozen)
        bench.network.after_look = at_once

    async def at_once() -> None:
        pass

    bench.clock.now = NOON + bench.timing.absent_after - slow / 2
    bench.network.after_look = appears
    await bench.turn()
    assert bench.clock() > NOON + bench.timing.absent_after
    assert bench.reply.status is ReplyStatus.UNKNOWN

    assert await bench.until_settled() is ReplyStatus.POSTED
    assert bench.network.asked.count("publish") == 1


async def test_a_network_that_loses_every_sending_is_given_up() -> None:
    bench = Bench()
    bench.network.manners = ["loses"] * 9

    assert await bench.until_settled() is ReplyStatus.FAILED
    assert bench.network.asked.count("publish") == bench.timing.sendings
    assert bench.network.posts == []


async def test_when_nobody_can_tell_a_person_is_asked_in_time() -> None:
    bench = Bench()
    bench.network.manners = ["posts unheard"]
    bench.network.sights = [BLIND] * 99

    assert await bench.until_settled() is ReplyStatus.NEEDS_HUMAN
    assert bench.clock() - NOON <= 15 * MINUTE
    assert len(bench.network.posts) == 1


@pytest.mark.parametrize("looks", [1, 3])
async def test_after_so_many_look_ups_a_person_is_asked(looks: int) -> None:
    bench = Bench(timing=Timing(looks=looks))
    bench.network.manners = ["loses"]
    bench.network.sights = [BLIND] * 99

    assert await bench.until_settled() is ReplyStatus.NEEDS_HUMAN
    assert bench.network.asked.count("lookup") == looks


async def test_waits_between_look_ups_grow() -> None:
    bench = Bench()
    bench.network.manners = ["loses"]
    bench.network.sights = [BLIND] * 4
    times = []
    for _ in range(5):
        await bench.turn()
        times.append(bench.clock() - NOON)
        bench.clock.now = bench.case.publish_due_at or NOON

    assert [(late - early).total_seconds() for early, late in pairwise(times)] == [2, 4, 8, 16]


async def test_a_look_up_obeys_the_networks_rate_limit_within_the_time_that_there_is() -> None:
    bench = Bench()
    bench.network.manners = ["posts unheard"]
    bench.network.sights = [
        CannotTell(reason="429", wait=timedelta(minutes=5)),
        CannotTell(reason="429", wait=10 * MINUTE),
    ]
    await bench.turn()
    bench.clock.now = bench.case.publish_due_at or NOON
    await bench.turn()
    assert bench.case.publish_due_at == bench.clock() + 5 * MINUTE

    assert await bench.until_settled() is ReplyStatus.POSTED
    assert bench.clock() - NOON <= 15 * MINUTE


async def test_an_answer_found_hours_later_carries_the_networks_time() -> None:
    """The publisher was down; the customer had the answer at noon all the same."""
    bench = Bench()

    async def crash() -> None:
        raise Crash

    bench.network.after_post = crash
    await bench.turn()
    bench.network.dated = NOON
    bench.clock.pass_by(hours=2)

    assert await bench.until_settled() is ReplyStatus.POSTED
    assert bench.case.clocks[0].fulfilled_at == NOON


async def test_an_unarmed_account_may_still_look_up_what_it_sent() -> None:
    bench = Bench()
    bench.network.manners = ["posts unheard"]
    await bench.turn()
    bench.armed = False
    bench.restart()

    assert await bench.until_settled() is ReplyStatus.POSTED


manners: st.SearchStrategy[Manner] = st.one_of(
    st.sampled_from(["posts", "posts unheard", "loses"]),
    st.sampled_from(
        [
            Rejected(reason="422"),
            RetryAfter(reason="429", wait=MINUTE),
            NotSent(reason="refused"),
            Unknown(reason="500"),
        ]
    ),
)


@given(
    sends=st.lists(manners, max_size=8),
    sights=st.lists(st.sampled_from([None, BLIND]), max_size=12),
    crashes=st.lists(st.sampled_from(["before", "after", "no"]), max_size=8),
)
async def test_whatever_the_network_does_there_is_one_post_at_most_and_an_end(
    sends: list[Manner], sights: list[CannotTell | None], crashes: list[str]
) -> None:
    bench = Bench()
    bench.network.manners, bench.network.sights = sends, sights
    plan = list(crashes)

    async def maybe(when: str) -> None:
        if plan and plan[0] in (when, "no") and plan.pop(0) == when:
            raise Crash

    bench.network.before_post = lambda: maybe("before")
    bench.network.after_post = lambda: maybe("after")

    status = await bench.until_settled(within=timedelta(hours=12))

    assert status in FINAL
    assert len(bench.network.posts) <= 1
    if status is ReplyStatus.POSTED:
        assert len(bench.network.posts) == 1
    if status is ReplyStatus.FAILED:
        assert bench.network.posts == []
