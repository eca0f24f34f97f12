"""The batch: effects first, announcements next, and nothing lost to a rival writer or a broken record."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from services.route.domain.translate import Ground
from services.route.handlers import Router
from shared.case.keeping import Step
from shared.case.state.stage import Stage
from shared.contracts.case import CaseAnnounced
from shared.contracts.classification import MentionClassified
from shared.contracts.envelope import pack, unpack
from shared.contracts.topics import CLASSIFIED
from shared.kafka.record import Incoming, Outgoing
from shared.runtime.errors import Unavailable
from tests.builders import NOON, a_book, a_case, a_classified, a_mention
from tests.fakes.cases import InMemoryCases

GROUND = Ground(book=a_book())


def incoming(fact: MentionClassified, offset: int = 0) -> Incoming:
    record = pack(
        CLASSIFIED, fact, key=fact.mention.customer_key, fact_id=fact.mention.event_id, source="/test", at=NOON
    )
    return Incoming(
        topic=record.topic, partition=0, offset=offset, key=record.key, value=record.value, headers=record.headers
    )


class Sent(list[Outgoing]):
    async def __call__(self, records: Sequence[Outgoing]) -> None:
        self.extend(records)


def a_router(cases: InMemoryCases, sent: Sent) -> Router:
    return Router(cases=cases, send=sent, ground=lambda: GROUND, clock=lambda: NOON)


async def test_each_customers_case_is_announced_once_per_batch() -> None:
    cases, sent = InMemoryCases(), Sent()
    batch = [
        incoming(a_classified(a_mention(f"p-{n}", author=author))) for n, author in enumerate(["joe", "ann", "joe"])
    ]

    assert await a_router(cases, sent).route(batch) == []

    assert sorted(len(case.messages) for case in cases.cases.values()) == [1, 2]
    facts = [
        unpack(
            Incoming(topic=r.topic, partition=0, offset=0, key=r.key, value=r.value, headers=r.headers), CaseAnnounced
        )
        for r in sent
    ]
    assert sorted(fact.message_count for fact in facts) == [1, 2]


async def test_redelivery_changes_no_case_and_announces_again() -> None:
    cases, sent = InMemoryCases(), Sent()
    router = a_router(cases, sent)
    await router.route([incoming(a_classified())])
    state = dict(cases.cases)
    await router.route([incoming(a_classified())])

    assert cases.cases == state
    assert [record.key for record in sent] == [sent[0].key] * 2
    assert sent[0].value == sent[1].value


async def test_a_broken_record_is_returned_and_its_neighbour_routed() -> None:
    cases, sent = InMemoryCases(), Sent()
    broken = Incoming(topic="care.classified", partition=0, offset=7, key=b"k", value=b"\xff not json")

    [rejected] = await a_router(cases, sent).route([broken, incoming(a_classified())])

    assert rejected.record is broken
    assert len(cases.cases) == 1


class Contested(InMemoryCases):
    """Another writer opens the same customer's case between our look and our write, once."""

    contested = False

    async def save(self, steps: Sequence[Step]) -> bool:
        if not self.contested:
            self.contested = True
            rival = a_case()
            self.cases[rival.id] = rival
        return await super().save(steps)


async def test_a_customer_whose_case_somebody_else_opened_meanwhile_continues_that_one() -> None:
    cases, sent = Contested(), Sent()
    batch = [incoming(a_classified(a_mention("post-2"))), incoming(a_classified(a_mention("post-3", author="ann")))]

    await a_router(cases, sent).route(batch)

    assert sorted(len(case.messages) for case in cases.cases.values()) == [1, 2]
    assert len(sent) == 2


async def test_nothing_is_announced_while_the_cases_are_away() -> None:
    cases, sent = InMemoryCases(), Sent()
    cases.is_down = True

    with pytest.raises(Unavailable):
        await a_router(cases, sent).route([incoming(a_classified())])
    assert sent == []


async def test_what_had_its_effect_on_a_closed_case_has_none_on_the_live_one_that_continues_it() -> None:
    """A poller that starts again reads the last page again, however long ago the cases of it were closed."""
    cases, sent = InMemoryCases(), Sent()
    router = a_router(cases, sent)
    first, second = incoming(a_classified(a_mention("post-1"))), incoming(a_classified(a_mention("post-2")))
    await router.route([first])
    [opened] = cases.cases.values()
    cases.cases[opened.id] = replace(opened, stage=Stage.CLOSED)
    await router.route([second])
    state = dict(cases.cases)

    await router.route([first, second])

    assert cases.cases == state


@pytest.mark.parametrize("told", [{"author": "joe-by-another-name"}, {"brand": "vinyl"}])
async def test_a_post_told_under_another_author_or_brand_is_a_case_of_theirs(told: dict[str, str]) -> None:
    """The event's id is the same, and nothing may wait for ever behind an id that is taken."""
    cases, sent = InMemoryCases(), Sent()
    await a_router(cases, sent).route([incoming(a_classified())])
    await a_router(cases, sent).route([incoming(a_classified(a_mention(**told)))])

    assert [len(case.messages) for case in cases.cases.values()] == [1, 1]
