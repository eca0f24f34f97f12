"""Pausing and resuming webhooks. Nothing that they are to be told is lost by it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

import structlog

from services.respond.domain.scope import Scope
from services.respond.domain.webhooks.webhook import Webhook, WebhookState, Why
from services.respond.handlers.webhook_changing import Changing
from shared.runtime.clock import Clock

log = structlog.get_logger()


class Deliveries(Protocol):
    """What waits to be sent."""

    async def all_due(self, webhook_id: str, *, now: datetime) -> None: ...


class Stopping:
    """Doing either twice is doing it once. Both raise NoSuch and Unavailable."""

    def __init__(self, *, changing: Changing, deliveries: Deliveries, clock: Clock) -> None:
        self._changing = changing
        self._deliveries = deliveries
        self._clock = clock

    async def pause(self, webhook_id: str, *, by: str, scope: Scope) -> Webhook:
        """Tell it no more; what happens meanwhile is kept for it."""

        def paused(webhook: Webhook) -> Mapping[str, Any]:
            if webhook.state is not WebhookState.ACTIVE:
                return {}
            return {"state": WebhookState.PAUSED, "why": Why(by=by, at=self._clock(), reason="paused by hand")}

        changed = await self._changing(webhook_id, scope, paused)
        log.info("webhook paused", webhook=webhook_id, by=by)
        return changed

    async def resume(self, webhook_id: str, *, by: str, scope: Scope) -> Webhook:
        """Tell it everything that was kept, in order, and go on."""
        await self._changing.get(webhook_id, scope)
        # First this: as long as it is not active, nobody sends, and a crash here is made good by asking again.
        await self._deliveries.all_due(webhook_id, now=self._clock())
        changed = await self._changing(webhook_id, scope, _resumed)
        log.info("webhook resumed", webhook=webhook_id, by=by)
        return changed


def _resumed(webhook: Webhook) -> Mapping[str, Any]:
    if webhook.state is WebhookState.ACTIVE and webhook.not_before is None:
        return {}
    return {"state": WebhookState.ACTIVE, "why": None, "not_before": None}
