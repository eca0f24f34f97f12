"""Looking after webhooks: made, changed, taken away."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import structlog

from services.respond.domain.refusals import NotTaken
from services.respond.domain.scope import Scope
from services.respond.domain.webhooks.reach import Reach, WrongTarget
from services.respond.domain.webhooks.webhook import Webhook, WebhookState
from services.respond.handlers.webhook_changing import Changing
from services.respond.handlers.webhook_secrets import Secrets
from shared.runtime.clock import Clock
from shared.runtime.ids import Ids

log = structlog.get_logger()


class Webhooks(Protocol):
    """Where webhooks are kept."""

    async def add(self, webhook: Webhook) -> None: ...
    async def remove(self, webhook_id: str) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a new webhook is to be."""

    url: str
    brand: str
    events: frozenset[str]
    description: str


class Subscriptions:
    """What admins do with the webhooks of their brands, and a support platform with those of its own.

    What is not within the scope raises NoSuch. All raise Unavailable.
    """

    def __init__(
        self,
        *,
        webhooks: Webhooks,
        changing: Changing,
        secrets: Secrets,
        reach: Reach,
        brands: Collection[str],
        clock: Clock,
        ids: Ids,
    ) -> None:
        """`brands`: the ids of those that there are."""
        self._webhooks = webhooks
        self._changing = changing
        self._secrets = secrets
        self._reach = reach
        self._brands = frozenset(brands)
        self._clock = clock
        self._ids = ids

    async def get(self, webhook_id: str, scope: Scope) -> Webhook:
        """Return the webhook."""
        return await self._changing.get(webhook_id, scope)

    async def create(self, wish: Wish, *, by: str, scope: Scope) -> tuple[Webhook, str]:
        """Return the new webhook and its secret, which nobody can read again.

        Raises NotTaken (wrong_brand, wrong_url) and Refused (no_key, exists).
        """
        known = sorted(brand for brand in self._brands if scope.sees(brand))
        if wish.brand not in known:
            raise NotTaken("wrong_brand", f"there is no brand {wish.brand!a}; known are {', '.join(known)}")
        self._check(wish.url)
        now, webhook_id = self._clock(), self._ids("wh")
        sealed, text = self._secrets.fresh(webhook_id)
        webhook = Webhook(
            id=webhook_id,
            url=wish.url,
            brand=wish.brand,
            events=wish.events,
            description=wish.description,
            secrets=(sealed,),
            state=WebhookState.ACTIVE,
            version=1,
            created_at=now,
            created_by=by,
            changed_at=now,
        )
        await self._webhooks.add(webhook)
        log.info("webhook made", webhook=webhook_id, brand=wish.brand, events=len(wish.events), by=by)
        return webhook, text

    async def change(
        self, webhook_id: str, changes: Mapping[str, Any], *, by: str, scope: Scope, versions: Collection[int] | None
    ) -> Webhook:
        """Return the webhook with another url, events or description; `versions`: those that were seen, None: any.

        Raises Outdated, NotTaken (wrong_url) and Refused (exists).
        """
        if "url" in changes:
            self._check(changes["url"])

        def differing(webhook: Webhook) -> Mapping[str, Any]:
            return {name: value for name, value in changes.items() if getattr(webhook, name) != value}

        changed = await self._changing(webhook_id, scope, differing, versions=versions)
        log.info("webhook changed", webhook=webhook_id, what=sorted(changes), by=by)
        return changed

    async def remove(self, webhook_id: str, *, by: str, scope: Scope) -> None:
        """Take it away with everything that it was still to be told."""
        await self.get(webhook_id, scope)
        await self._webhooks.remove(webhook_id)
        log.info("webhook removed", webhook=webhook_id, by=by)

    def _check(self, url: str) -> None:
        try:
            self._reach.target(url)
        except WrongTarget as wrong:
            raise NotTaken("wrong_url", str(wrong)) from None
