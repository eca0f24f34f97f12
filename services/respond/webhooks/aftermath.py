"""What follows when a receiver did not take an event: wait, wait for all of it, or stop. Nothing is ever dropped."""

from collections.abc import Callable
from datetime import datetime
from typing import Final, Protocol

import structlog

from services.respond.domain.webhooks.claim import Claim
from services.respond.domain.webhooks.trying import Outcome, Patience
from services.respond.domain.webhooks.webhook import Delivery, Webhook, WebhookState, Why

log = structlog.get_logger()

EARSHOT: Final = "earshot"
"""Who stops a webhook when no person does."""


class Webhooks(Protocol):
    """Whose doors are closed."""

    async def stop(self, webhook_id: str, state: WebhookState, why: Why) -> bool: ...

    async def hold(self, webhook_id: str, until: datetime) -> None: ...


class Backlogs(Protocol):
    """Claims that end without success."""

    async def not_taken(self, delivery: Delivery, outcome: Outcome, *, now: datetime) -> None: ...

    async def wait(
        self,
        claim: Claim,
        delivery: Delivery,
        outcome: Outcome,
        *,
        since: datetime,
        until: datetime | None,
        now: datetime,
    ) -> None: ...


class Aftermath:
    """Decides and writes it. `chance`: 0..1, for the jitter."""

    def __init__(
        self, *, webhooks: Webhooks, backlogs: Backlogs, patience: Patience, chance: Callable[[], float]
    ) -> None:
        self._webhooks = webhooks
        self._backlogs = backlogs
        self._patience = patience
        self._chance = chance

    async def __call__(
        self, webhook: Webhook, claim: Claim, delivery: Delivery, outcome: Outcome, *, now: datetime
    ) -> bool:
        """Return whether the claim goes on: only after a test, of which one attempt is all. Raises Unavailable."""
        if delivery.is_ping:
            await self._backlogs.not_taken(delivery, outcome, now=now)
            return True
        since = claim.failing_since or now
        until = self._patience.next_try(outcome, failures=claim.failures + 1, since=since, now=now, chance=self._chance)
        if outcome.is_gone:
            await self._stop(webhook, WebhookState.DISABLED, "the receiver answered 410: it is gone", now)
            until = None
        elif until is None:
            reason = (
                f"{delivery.type} of {delivery.subject} failed since {since:%Y-%m-%d %H:%M} UTC; last: {outcome.said}"
            )
            await self._stop(webhook, WebhookState.PAUSED, reason, now)
        elif outcome.retry_after:
            await self._webhooks.hold(webhook.id, now + outcome.retry_after)
        await self._backlogs.wait(claim, delivery, outcome, since=since, until=until, now=now)
        return False

    async def _stop(self, webhook: Webhook, state: WebhookState, reason: str, now: datetime) -> None:
        if await self._webhooks.stop(webhook.id, state, Why(by=EARSHOT, at=now, reason=reason)):
            log.error("webhook stopped", webhook=webhook.id, brand=webhook.brand, state=state.value, reason=reason)
