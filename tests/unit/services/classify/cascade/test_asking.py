"""Which posts of a batch are asked about, in which order, and for how long a batch waits."""

import asyncio
import random
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from structlog.testing import capture_logs

from services.classify.cascade.asking import Patience
from services.classify.cascade.breaker import Breaker, State
from services.classify.cascade.budget import Limits
from services.classify.cascade.endpoint import Failed
from services.classify.domain.second_opinion import SecondOpinion
from services.classify.handlers import Understand
from services.classify.lane import Lane
from shared.contracts.classification import MentionClassified, Source
from shared.contracts.envelope import pack, unpack
from shared.contracts.mention import Mention
from shared.contracts.topics import CLASSIFIED, MENTIONS
from shared.kafka.record import Incoming, Outgoing
from tests.builders import NOON, a_mention
from tests.fakes.jumping import jump_through
from tests.unit.services.classify.cascade.asking import Answers, Unsure, a_cascade, a_first, a_second
from tests.waiting import until


def posts(count: int, **fields: str) -> list[Mention]:
    return [a_mention(f"{n}", text=f"word{chr(97 + n % 26)} {chr(97 + n // 26)}", **fields) for n in range(count)]


async def forever(_: str) -> SecondOpinion:
    await asyncio.Event().wait()
    raise AssertionError


async def test_unsure_posts_get_a_second_opinion_and_sure_ones_are_left_as_they_were() -> None:
    judge = Answers()
    firsts = [a_first(), a_first(intent_confidence=0.9)]

    found = await a_cascade(judge)(posts(2), firsts)

    assert (found[0].intent, found[0].source) == ("praise", Source.LLM)
    assert found[1] is firsts[1]
    assert len(judge.asked) == 1


async def test_only_brands_that_want_it_are_asked_about() -> None:
    judge = Answers()

    found = await a_cascade(judge)(posts(3, brand="reluctant"), [a_first()] * 3)

    assert (found, judge.asked) == ([a_first()] * 3, [])


@pytest.mark.parametrize("kind", ["deleted", "engagement", "echo"])
async def test_only_customers_words_are_asked_about(kind: str) -> None:
    judge = Answers()

    await a_cascade(judge)(posts(1, kind=kind), [a_first()])

    assert judge.asked == []


async def test_a_post_without_words_is_not_asked_about() -> None:
    judge = Answers()

    assert await a_cascade(judge)([a_mention(text="😀 12345")], [a_first()]) == [a_first()]
    assert judge.asked == []


async def test_the_least_sure_are_asked_about_first_and_the_share_ends_it() -> None:
    judge = Answers()
    mentions = posts(100)
    shares = [n / 250 for n in range(100)]
    order = list(range(100))
    random.Random(5).shuffle(order)
    firsts = [a_first(intent_confidence=shares[n]) for n in order]

    found = await a_cascade(judge, limits=Limits(share=0.2))(mentions, firsts)

    asked = {n for n, one in zip(order, found, strict=True) if one.source is Source.LLM}
    assert asked == set(range(20))


async def test_traffic_of_other_brands_counts_towards_the_share() -> None:
    judge = Answers()
    cascade = a_cascade(judge, limits=Limits(share=0.5))

    await cascade([*posts(3, brand="reluctant"), *posts(3)], [a_first()] * 6)

    assert len(judge.asked) == 3


async def test_over_the_budget_the_first_opinion_stands() -> None:
    judge = Answers()
    cascade = a_cascade(judge, limits=Limits(share=1.0, calls_per_minute=5))

    found = await cascade(posts(20), [a_first()] * 20)

    assert len(judge.asked) == 5
    assert [one.source for one in found].count(Source.FAST) == 15


async def test_the_budget_comes_back_with_time() -> None:
    judge, now = Answers(), [NOON]

    def clock() -> datetime:
        return now[0]

    cascade = a_cascade(judge, limits=Limits(share=1.0, calls_per_minute=5), clock=clock)
    await cascade(posts(20), [a_first()] * 20)
    now[0] += timedelta(minutes=1)
    await cascade(posts(20)[10:], [a_first()] * 10)

    assert len(judge.asked) == 10


async def test_one_text_is_asked_about_once_however_often_it_comes() -> None:
    judge = Answers()
    cascade = a_cascade(judge)
    same = [a_mention(f"{n}", author=f"a{n}", text="Where is it") for n in range(30)]
    await cascade(same[:1], [a_first()])

    found = await cascade(same, [a_first()] * 30)

    assert len(judge.asked) == 1
    assert {one.source for one in found} == {Source.LLM}


@pytest.mark.parametrize("bug", [Failed("broken", "no connection"), KeyError("customer's words"), RecursionError()])
async def test_whatever_goes_wrong_the_first_opinion_stands_and_no_text_is_logged(bug: Exception) -> None:
    async def fail(_: str) -> SecondOpinion:
        raise bug

    with capture_logs() as lines:
        found = await a_cascade(Answers(fail))(posts(20), [a_first()] * 20)

    assert found == [a_first()] * 20
    assert not [line for line in lines if "word" in repr(line)]


async def test_a_fault_of_ours_while_asking_costs_no_mention_its_classification() -> None:
    class Faulty(Answers):
        def question(self, post: str, language: str) -> bytes:
            raise KeyError(post)

    with capture_logs() as lines:
        found = await a_cascade(Faulty())(posts(20), [a_first()] * 20)

    assert found == [a_first()] * 20
    assert [line["error"] for line in lines] == ["KeyError"] * 20
    assert "word" not in repr(lines)


async def test_an_endpoint_in_trouble_is_left_alone() -> None:
    async def fail(_: str) -> SecondOpinion:
        raise Failed("refused", "it answers 500")

    judge, breaker = Answers(fail), Breaker()
    patience = Patience(at_once=1)
    await a_cascade(judge, breaker=breaker, patience=patience)(posts(100), [a_first()] * 100)

    assert (len(judge.asked), breaker.state) == (5, State.OPEN)


async def test_a_trial_that_is_cancelled_does_not_shut_the_breaker_for_ever() -> None:
    breaker, now = Breaker(), 0.0
    for _ in range(5):
        breaker.failed(0.0)
    now = 31.0
    asking = asyncio.create_task(
        a_cascade(Answers(forever), breaker=breaker, monotonic=lambda: now)(posts(1), [a_first()])
    )
    await until(lambda: breaker.state is State.HALF_OPEN)
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)

    assert not breaker.admits(60.0)
    assert breaker.admits(62.0)


async def test_no_more_than_eight_are_asked_at_once() -> None:
    under_way, most = 0, 0

    async def count(_: str) -> SecondOpinion:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        under_way -= 1
        return a_second()

    await a_cascade(Answers(count))(posts(100), [a_first()] * 100)

    assert most == 8


class Sent:
    def __init__(self) -> None:
        self.batches: list[list[Outgoing]] = []

    async def __call__(self, records: Sequence[Outgoing]) -> None:
        self.batches.append(list(records))


def records(mentions: Sequence[Mention]) -> list[Incoming]:
    return [
        Incoming(topic=MENTIONS.name, partition=0, offset=n, key=out.key, value=out.value, headers=out.headers)
        for n, out in enumerate(
            pack(MENTIONS, one, key=one.customer_key, fact_id=one.event_id, source="/test", at=NOON) for one in mentions
        )
    ]


def facts(batch: Sequence[Outgoing]) -> list[MentionClassified]:
    return [
        unpack(
            Incoming(topic=out.topic, partition=0, offset=0, key=out.key, value=out.value, headers=out.headers),
            MentionClassified,
        )
        for out in batch
        if out.topic == CLASSIFIED.name
    ]


@pytest.mark.parametrize("seconds", [0.5, 3.0])
def test_five_hundred_mentions_are_through_within_the_time_out_though_the_endpoint_hangs(seconds: float) -> None:
    """Measured on a clock that jumps: the lane waits the time-out of one batch once, not once for each question."""
    judge, sent = Answers(forever), Sent()
    cascade = a_cascade(judge, patience=Patience(seconds=seconds))
    lane = Lane(Understand(Unsure(), lambda: NOON, cascade), sent)

    rejected, took = jump_through(lane(records(posts(500))))

    assert took == pytest.approx(seconds, abs=0.01)
    assert rejected == []
    assert len(judge.asked) == 8
    (batch,) = sent.batches
    assert [one.classification for one in facts(batch)] == [a_first()] * 500


def test_a_hanging_endpoint_costs_later_batches_nothing_until_it_is_tried_again() -> None:
    judge = Answers(forever)

    async def ten_batches() -> None:
        cascade = a_cascade(judge, monotonic=asyncio.get_running_loop().time)
        for _ in range(10):
            await cascade(posts(100), [a_first()] * 100)

    _, took = jump_through(ten_batches())

    assert took == pytest.approx(3.0, abs=0.01)


def test_slow_answers_that_are_in_time_count_and_the_rest_of_the_batch_goes_on_without() -> None:
    async def slowly(_: str) -> SecondOpinion:
        await asyncio.sleep(1.25)
        return a_second()

    found, took = jump_through(a_cascade(Answers(slowly))(posts(100), [a_first()] * 100))

    assert took == pytest.approx(3.0, abs=0.01)
    assert [one.source for one in found].count(Source.LLM) == 16


def test_an_endpoint_that_is_merely_slow_is_asked_by_every_batch() -> None:
    """The last few questions of a large batch are cut off by its end; that is no sign of trouble."""

    async def slowly(_: str) -> SecondOpinion:
        await asyncio.sleep(1.25)
        return a_second()

    judge = Answers(slowly)

    async def three_batches() -> None:
        cascade = a_cascade(judge, monotonic=asyncio.get_running_loop().time)
        for n in range(3):
            await cascade(posts(300)[100 * n : 100 * (n + 1)], [a_first()] * 100)

    _, took = jump_through(three_batches())

    assert took == pytest.approx(9.0, abs=0.01)
    assert len(judge.asked) == 3 * 24


async def test_a_batch_that_comes_again_has_the_same_ids_whatever_is_answered() -> None:
    sent, seen = Sent(), 0

    async def moody(_: str) -> SecondOpinion:
        nonlocal seen
        seen += 1
        if seen > 10:
            raise Failed("broken", "no connection")
        return a_second()

    batch = records(posts(20))
    await Lane(Understand(Unsure(), lambda: NOON, a_cascade(Answers(moody))), sent)(batch)
    await Lane(Understand(Unsure(), lambda: NOON, a_cascade(Answers(moody))), sent)(batch)

    first, again = (
        [(out.key, dict(out.headers)["ce_id"]) for out in one if out.topic == CLASSIFIED.name] for one in sent.batches
    )
    assert first == again
    assert facts(sent.batches[0]) != facts(sent.batches[1])


async def test_storms_hear_of_what_the_second_opinion_made_of_a_complaint() -> None:
    without = await Understand(Unsure(), lambda: NOON)(posts(5))
    asked = await Understand(Unsure(sentiment_confidence=0.2), lambda: NOON, a_cascade(Answers()))(posts(5))

    assert [one.intent for one in without.signals] == ["delivery"]
    assert {one.classification.sentiment for one in asked.classified} == {"positive"}
    assert asked.signals == []
