"""Receivers take turns: what one is slow to take keeps nothing from the others."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from services.respond.domain.webhooks.trying import Outcome, Patience
from services.respond.domain.webhooks.webhook import Delivery, Webhook, WebhookState
from services.respond.store.backlogs import Backlogs
from services.respond.store.deliveries import Deliveries
from services.respond.store.indexes import create_indexes
from services.respond.store.webhooks import Webhooks
from services.respond.webhooks.aftermath import Aftermath
from services.respond.webhooks.sender import Sender
from shared.runtime.ids import random_id
from tests.builders import NOON
from tests.integration.respond.webhooks.test_teller import a_webhook
from tests.waiting import until


class SlowReceivers:
    """Each request of theirs hangs until it is answered by hand."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, asyncio.Future[Outcome]]] = []

    async def post(self, webhook: Webhook, _: Delivery) -> Outcome:
        answer: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self.asked.append((webhook.id, answer))
        return await answer

    def by(self) -> list[str]:
        return sorted(name for name, answer in self.asked if not answer.done())

    def answer_one(self) -> None:
        next(answer for _, answer in self.asked if not answer.done()).set_result(Outcome(status=500))


@pytest.fixture
def receivers() -> SlowReceivers:
    return SlowReceivers()


def a_sender(database: Any, receivers: SlowReceivers, *, in_flight: int) -> Sender:
    webhooks, backlogs = Webhooks(database), Backlogs(database)
    return Sender(
        webhooks=webhooks,
        backlogs=backlogs,
        post=receivers.post,
        aftermath=Aftermath(webhooks=webhooks, backlogs=backlogs, patience=Patience(), chance=lambda: 0.5),
        clock=lambda: NOON,
        ids=random_id,
        lasting=timedelta(seconds=30),
        in_flight=in_flight,
    )


async def to_tell(database: Any, webhook_id: str, *, subjects: int) -> None:
    for number in range(subjects):
        one = Delivery(
            webhook=webhook_id,
            event_id=f"evt-{number}",
            brand="discus",
            subject=f"case/{number}",
            number=1,
            type="case.opened",
            at=NOON,
            body="{}",
        )
        await Deliveries(database).add(one, now=NOON)


async def test_a_receiver_with_much_to_hear_leaves_room_for_the_others(database: Any, receivers: SlowReceivers) -> None:
    await create_indexes(database)
    for name in ("wh-1", "wh-2"):
        await Webhooks(database).add(a_webhook(name))
        await to_tell(database, name, subjects=4)
    sender = a_sender(database, receivers, in_flight=4)

    assert await sender.start_due() == 4

    await until(lambda: len(receivers.asked) == 4)
    assert receivers.by() == ["wh-1", "wh-1", "wh-2", "wh-2"]
    await sender.finish(within=0)


async def test_whoever_was_served_longest_ago_comes_next(database: Any, receivers: SlowReceivers) -> None:
    """More receivers than there is room for, each slow: none of them is passed over for ever."""
    await create_indexes(database)
    for name in ("wh-1", "wh-2", "wh-3"):
        await Webhooks(database).add(a_webhook(name))
        await to_tell(database, name, subjects=3)
    sender, served = a_sender(database, receivers, in_flight=1), list[str]()

    for _ in range(6):
        assert await sender.start_due() == 1
        await until(lambda: len(receivers.asked) > len(served))
        served.append(receivers.asked[-1][0])
        receivers.answer_one()
        await sender.finish()

    assert sorted(served[:3]) == sorted(served[3:]) == ["wh-1", "wh-2", "wh-3"]


async def test_a_paused_webhooks_backlog_is_not_read_to_find_that_there_is_no_test(database: Any) -> None:
    await create_indexes(database)
    await Webhooks(database).add(a_webhook("wh-1", state=WebhookState.PAUSED))
    await to_tell(database, "wh-1", subjects=50)
    due = {"webhook": "wh-1", "next_at": {"$lte": NOON}, "is_ping": True}

    plan = await database.command(
        "explain",
        {"find": "webhook_backlogs", "filter": due, "sort": {"next_at": 1}, "limit": 1},
        verbosity="executionStats",
    )

    assert plan["executionStats"]["totalDocsExamined"] == 0
    assert await Backlogs(database).claim("wh-1", token="t", now=NOON, lasting=timedelta(1), only_pings=True) is None
