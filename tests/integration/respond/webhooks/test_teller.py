"""What was seen and what follows from it are written together, also when several write at the same time."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from prometheus_client import REGISTRY

from services.respond.domain.scope import Scope
from services.respond.domain.webhooks.event import EventType
from services.respond.domain.webhooks.trying import Outcome
from services.respond.domain.webhooks.webhook import Webhook, WebhookState, Why
from services.respond.store.backlogs import Backlogs
from services.respond.store.deliveries import Deliveries
from services.respond.store.indexes import create_indexes
from services.respond.store.quarantine import Quarantine
from services.respond.store.webhook_subjects import Subjects
from services.respond.store.webhooks import Webhooks
from services.respond.webhooks.gauges import Gauges
from services.respond.webhooks.teller import Teller
from shared.contracts.case import CaseAnnounced
from shared.contracts.contract import Contract
from shared.contracts.envelope import pack
from shared.contracts.topics import CASES, MENTIONS, REPLIES, Topic
from shared.kafka.record import Incoming
from tests.builders import NOON, a_mention
from tests.unit.services.respond.webhooks.facts import a_case, a_reply, minutes

EVERYTHING = frozenset(kind.value for kind in EventType)


def record(topic: Topic, fact: Contract, *, offset: int = 0) -> Incoming:
    packed = pack(topic, fact, key="c-1", fact_id="1", source="/test", at=NOON)
    return Incoming(
        topic=topic.name, partition=0, offset=offset, key=packed.key, value=packed.value, headers=packed.headers
    )


def cases(*facts: CaseAnnounced) -> list[Incoming]:
    return [record(CASES, fact, offset=offset) for offset, fact in enumerate(facts)]


@pytest.fixture
async def teller(database: Any) -> Teller:
    """Over a database with one webhook of Discus, made at noon, that wants everything."""
    await create_indexes(database)
    await Webhooks(database).add(a_webhook("wh-1"))
    return a_teller(database)


def a_webhook(webhook_id: str, **fields: Any) -> Webhook:
    given: dict[str, Any] = {
        "id": webhook_id,
        "url": f"https://crm.example/{webhook_id}",
        "brand": "discus",
        "events": EVERYTHING,
        "description": "",
        "secrets": (),
        "state": WebhookState.ACTIVE,
        "version": 1,
        "created_at": NOON,
        "created_by": "ada",
        "changed_at": NOON,
        **fields,
    }
    return Webhook(**given)


def a_teller(database: Any) -> Teller:
    return Teller(
        webhooks=Webhooks(database),
        subjects=Subjects(database),
        letters=Quarantine(database),
        clock=lambda: minutes(60),
    )


async def on_their_way(database: Any) -> list[tuple[str, int, str]]:
    found = await database["deliveries"].find().sort([("webhook", 1), ("subject", 1), ("number", 1)]).to_list(None)
    return [(one["webhook"], one["number"], one["type"]) for one in found]


async def test_two_who_read_the_same_partition_tell_everything_once(database: Any, teller: Teller) -> None:
    """As after a rebalance that one of them slept through."""
    life = [a_case(1), a_case(2, "assigned", owner="mira"), a_case(3, "resolved", disposition="spam")]
    others = [a_teller(database) for _ in range(4)]

    await asyncio.gather(*(one.handle(cases(*life)) for one in (teller, *others)))

    assert await on_their_way(database) == [
        ("wh-1", 1, "case.opened"),
        ("wh-1", 2, "case.assigned"),
        ("wh-1", 3, "case.unassigned"),
        ("wh-1", 4, "case.resolved"),
    ]


async def test_a_case_and_its_answers_read_at_the_same_time_get_different_places(database: Any, teller: Teller) -> None:
    replies: list[Incoming] = []
    for version, state in enumerate(("queued", "unknown", "posted"), start=2):
        replies.append(record(REPLIES, a_reply(version, state)))
    await teller.handle(cases(a_case(1)))

    async def each(records: Sequence[Incoming]) -> None:
        for one in records:
            await a_teller(database).handle([one])

    await asyncio.gather(each(replies), each(cases(*(a_case(v, owner=f"a-{v}") for v in (2, 3, 4)))))

    found = await on_their_way(database)
    assert [number for _, number, _ in found] == list(range(1, 8))
    assert [kind for _, _, kind in found if kind.startswith("reply")] == [
        "reply.queued",
        "reply.unknown",
        "reply.posted",
    ]


async def test_an_answer_that_is_read_before_its_case_has_the_cases_brand(database: Any, teller: Teller) -> None:
    await database["cases"].insert_one({"_id": "c-1", "brand": "discus"})

    await teller.handle([record(REPLIES, a_reply(2, "posted"))])
    await teller.handle(cases(a_case(2)))

    assert await on_their_way(database) == [("wh-1", 1, "reply.posted"), ("wh-1", 2, "case.opened")]


async def test_a_webhook_is_told_of_its_brand_from_its_making_on_also_while_it_is_paused(
    database: Any, teller: Teller
) -> None:
    webhooks = Webhooks(database)
    await webhooks.add(a_webhook("wh-2", brand="quay"))
    await webhooks.add(a_webhook("wh-3", created_at=minutes(10)))
    await webhooks.add(a_webhook("wh-4", events=frozenset({"case.resolved"})))
    await webhooks.stop("wh-4", WebhookState.PAUSED, Why(by="ada", at=NOON, reason="paused by hand"))

    await teller.handle(cases(a_case(1), a_case(11, "resolved", disposition="spam")))

    assert await on_their_way(database) == [
        ("wh-1", 1, "case.opened"),
        ("wh-1", 2, "case.resolved"),
        ("wh-3", 2, "case.resolved"),
        ("wh-4", 2, "case.resolved"),
    ]


async def test_without_any_webhook_it_is_remembered_what_was_seen(database: Any) -> None:
    """So that a webhook that is made later is told of what changes then, and not of what was there before."""
    await a_teller(database).handle(cases(a_case(1, owner="mira")))
    await Webhooks(database).add(a_webhook("wh-1"))

    await a_teller(database).handle(cases(a_case(2, owner="joris")))

    assert await on_their_way(database) == [("wh-1", 3, "case.assigned")]


async def test_what_cannot_be_read_is_set_aside_and_holds_nothing_up(database: Any, teller: Teller) -> None:
    bad = [record(MENTIONS, a_mention()), *cases(a_case(1))]

    rejected = await teller.handle(bad)
    await teller.set_aside(rejected)

    assert [one.record.topic for one in rejected] == [MENTIONS.name]
    assert await on_their_way(database) == [("wh-1", 1, "case.opened")]
    found, _ = await Quarantine(database).page(Scope(), state="waiting", after=None, limit=10)
    assert [(one.letter.station, one.letter.topic) for one in found] == [("respond webhooks", MENTIONS.name)]


async def test_the_numbers_say_what_waits_and_since_when(database: Any, teller: Teller) -> None:
    webhooks = Webhooks(database)
    await teller.handle(cases(a_case(1), a_case(2, owner="mira")))
    await webhooks.stop("wh-1", WebhookState.PAUSED, Why(by="earshot", at=NOON, reason="failed"))

    gauges = Gauges(
        webhooks=webhooks, deliveries=Deliveries(database), clock=lambda: minutes(60) + timedelta(seconds=90)
    )
    await gauges.count()

    def shown(name: str, state: str) -> float | None:
        return REGISTRY.get_sample_value(name, {"state": state})

    assert shown("earshot_webhook_backlog", "paused") == 2
    assert shown("earshot_webhook_oldest_undelivered_seconds", "paused") == 90
    assert shown("earshot_webhook_backlog", "active") == 0
    assert shown("earshot_webhooks", "paused") == 1


async def test_what_is_undelivered_has_no_end_and_what_is_delivered_is_kept_for_a_week(
    database: Any, teller: Teller
) -> None:
    backlogs, now = Backlogs(database), minutes(60).replace(year=2100)
    await teller.handle(cases(a_case(1), a_case(2, owner="mira")))
    claim = await backlogs.claim("wh-1", token="t-1", now=now, lasting=timedelta(seconds=30))
    assert claim is not None
    first = await backlogs.first(claim)
    assert first is not None
    await backlogs.taken(first, Outcome(status=204), now=now)

    delivered, waiting = await database["deliveries"].find().sort("number", 1).to_list(None)
    assert delivered["expires_at"] == now + timedelta(days=7)
    assert "expires_at" not in waiting
    assert await backlogs.claim("wh-1", token="t-2", now=now, lasting=timedelta(seconds=30)) is None, "one at a time"
