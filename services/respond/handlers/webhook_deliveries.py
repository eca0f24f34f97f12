"""Looking after what is sent: tried out, looked up, sent again."""

from datetime import datetime
from typing import Protocol

import structlog

from services.respond.domain.refusals import NoSuch
from services.respond.domain.scope import Scope
from services.respond.domain.webhooks.event import PING, Event
from services.respond.domain.webhooks.kept import KeptDelivery
from services.respond.domain.webhooks.subject import Told
from services.respond.domain.webhooks.webhook import Delivery, Webhook, delivery
from shared.runtime.clock import Clock
from shared.runtime.ids import Ids

log = structlog.get_logger()


class Webhooks(Protocol):
    """Where webhooks are kept."""

    async def get(self, webhook_id: str, scope: Scope) -> Webhook | None: ...


class Deliveries(Protocol):
    """What was, is and will be sent."""

    async def get(self, webhook_id: str, event_id: str) -> KeptDelivery | None: ...
    async def add(self, delivery: Delivery, *, now: datetime) -> None: ...
    async def send_again(self, delivery: Delivery, *, now: datetime) -> None: ...


class Sent:
    """Deliveries of the webhooks within a scope. All raise NoSuch and Unavailable."""

    def __init__(self, *, webhooks: Webhooks, deliveries: Deliveries, clock: Clock, ids: Ids) -> None:
        self._webhooks = webhooks
        self._deliveries = deliveries
        self._clock = clock
        self._ids = ids

    async def ping(self, webhook_id: str, *, scope: Scope) -> KeptDelivery:
        """Put a test on its way, also to a webhook that is paused. It is tried once."""
        webhook, now = await self.webhook(webhook_id, scope), self._clock()
        data = {"webhook_id": webhook.id, "brand": webhook.brand}
        event = Event(id=self._ids("evt"), type=PING, at=now, known_at=now, data=data)
        test = delivery(webhook, Told(subject=f"ping/{event.id}", number=1, brand=webhook.brand, event=event))
        await self._deliveries.add(test, now=now)
        return await self._delivery(webhook, event.id)

    async def one(self, webhook_id: str, event_id: str, *, scope: Scope) -> KeptDelivery:
        """Return one delivery."""
        return await self._delivery(await self.webhook(webhook_id, scope), event_id)

    async def again(self, webhook_id: str, event_id: str, *, by: str, scope: Scope) -> KeptDelivery:
        """Send an event again, or now where it waits, under the id that it always had."""
        webhook = await self.webhook(webhook_id, scope)
        kept = await self._delivery(webhook, event_id)
        await self._deliveries.send_again(kept.delivery, now=self._clock())
        log.info("event sent again", webhook=webhook_id, event_id=event_id, by=by)
        return await self._delivery(webhook, event_id)

    async def webhook(self, webhook_id: str, scope: Scope) -> Webhook:
        """Return the webhook."""
        found = await self._webhooks.get(webhook_id, scope)
        if found is None:
            raise NoSuch(webhook_id)
        return found

    async def _delivery(self, webhook: Webhook, event_id: str) -> KeptDelivery:
        found = await self._deliveries.get(webhook.id, event_id)
        if found is None:
            raise NoSuch(event_id)
        return found
