"""What an SRE wants to know of webhooks, counted every few seconds, and tidying up after those that are gone."""

import asyncio
from collections import Counter as Tally
from collections.abc import Sequence
from typing import Protocol

from prometheus_client import Gauge

from services.respond.domain.webhooks.kept import Load
from services.respond.domain.webhooks.webhook import Webhook, WebhookState
from shared.runtime.again import again
from shared.runtime.clock import Clock

_backlog = Gauge("earshot_webhook_backlog", "Events not delivered yet, of webhooks in this state", ["state"])
_oldest = Gauge("earshot_webhook_oldest_undelivered_seconds", "How long the oldest of them has waited", ["state"])
_webhooks = Gauge("earshot_webhooks", "Webhooks in this state", ["state"])


class Webhooks(Protocol):
    """All there are."""

    async def all(self) -> Sequence[Webhook]: ...

    async def sweep(self) -> int: ...


class Deliveries(Protocol):
    """What they still have before them."""

    async def load(self, webhook_id: str) -> Load: ...


class Gauges:
    """Counts. Each webhook's backlog is counted up to a limit, so that counting stays cheap."""

    def __init__(self, *, webhooks: Webhooks, deliveries: Deliveries, clock: Clock, every: float = 10.0) -> None:
        """`every`: seconds between two counts."""
        self._webhooks = webhooks
        self._deliveries = deliveries
        self._clock = clock
        self._every = every

    async def run(self, stop: asyncio.Event) -> None:
        """Count until told to stop."""
        await again(self.count, stop=stop, every=self._every, name="webhook gauges")

    async def count(self) -> bool:
        """Count once. Raises Unavailable."""
        await self._webhooks.sweep()
        now = self._clock()
        there, backlog, oldest = Tally[WebhookState](), Tally[WebhookState](), dict[WebhookState, float]()
        for webhook in await self._webhooks.all():
            load = await self._deliveries.load(webhook.id)
            there[webhook.state] += 1
            backlog[webhook.state] += load.count
            if load.oldest is not None:
                waited = (now - load.oldest).total_seconds()
                oldest[webhook.state] = max(oldest.get(webhook.state, 0), waited)
        for state in WebhookState:
            _webhooks.labels(state.value).set(there[state])
            _backlog.labels(state.value).set(backlog[state])
            _oldest.labels(state.value).set(oldest.get(state, 0))
        return False
