"""Looking after webhooks: made, changed, given a new secret, paused, resumed, taken away."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final, Protocol

import structlog

from services.respond.domain.refusals import NoSuch, NotTaken, Outdated
from services.respond.domain.scope import Scope
from services.respond.domain.webhooks.reach import Reach, WrongTarget
from services.respond.domain.webhooks.signing import secret_text
from services.respond.domain.webhooks.webhook import Sealed, Webhook, WebhookState, Why
from shared.case.refused import Refused
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable
from shared.runtime.ids import Ids

log = structlog.get_logger()

OVERLAP: Final = timedelta(hours=24)
"""How long a secret still signs beside the one that came after it."""
_MOST_SECRETS: Final = 4
_TRIES: Final = 20


class Webhooks(Protocol):
    """Where webhooks are kept."""

    async def get(self, webhook_id: str, scope: Scope) -> Webhook | None: ...
    async def add(self, webhook: Webhook) -> None: ...
    async def change(self, webhook_id: str, version: int, changes: Mapping[str, Any]) -> Webhook | None: ...
    async def remove(self, webhook_id: str) -> None: ...


class Deliveries(Protocol):
    """What waits to be sent."""

    async def all_due(self, webhook_id: str, *, now: datetime) -> None: ...


class Vault(Protocol):
    """Seals secrets."""

    @property
    def has_key(self) -> bool: ...

    def seal(self, secret: bytes, *, of: str) -> Sealed: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a new webhook is to be."""

    url: str
    brand: str
    events: frozenset[str]
    description: str


class Subscriptions:
    """What admins do with the webhooks of their brands, and a support platform with those of its own.

    Who is not within the scope is answered NoSuch. All raise Unavailable; those that take `versions` Outdated.
    """

    def __init__(
        self,
        *,
        webhooks: Webhooks,
        deliveries: Deliveries,
        vault: Vault,
        reach: Reach,
        brands: Collection[str],
        new_secret: Callable[[], bytes],
        clock: Clock,
        ids: Ids,
    ) -> None:
        """`brands`: the ids of those that there are. `new_secret`: gives 32 bytes that nobody can guess."""
        self._webhooks = webhooks
        self._deliveries = deliveries
        self._vault = vault
        self._reach = reach
        self._brands = frozenset(brands)
        self._new_secret = new_secret
        self._clock = clock
        self._ids = ids

    async def get(self, webhook_id: str, scope: Scope) -> Webhook:
        """Return the webhook."""
        found = await self._webhooks.get(webhook_id, scope)
        if found is None:
            raise NoSuch(webhook_id)
        return found

    async def create(self, wish: Wish, *, by: str, scope: Scope) -> tuple[Webhook, str]:
        """Return the new webhook and its secret, which nobody can read again.

        Raises NotTaken (wrong_brand, wrong_url) and Refused (no_key, exists).
        """
        known = sorted(brand for brand in self._brands if scope.sees(brand))
        if wish.brand not in known:
            raise NotTaken("wrong_brand", f"there is no brand {wish.brand!a}; known are {', '.join(known)}")
        self._check(wish.url)
        now, webhook_id = self._clock(), self._ids("wh")
        sealed, text = self._secret(webhook_id)
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
        """Return the webhook with another url, events or description. Raises NotTaken (wrong_url), Refused (exists)."""
        if "url" in changes:
            self._check(changes["url"])

        def differing(webhook: Webhook) -> Mapping[str, Any]:
            return {name: value for name, value in changes.items() if getattr(webhook, name) != value}

        changed = await self._change(webhook_id, scope, differing, versions=versions)
        log.info("webhook changed", webhook=webhook_id, what=sorted(changes), by=by)
        return changed

    async def rotate(self, webhook_id: str, *, by: str, scope: Scope) -> tuple[Webhook, str]:
        """Return the webhook and its new secret. The one before signs beside it for 24 hours.

        Raises Refused (no_key, too_many_secrets).
        """
        sealed, text = self._secret(webhook_id)

        def rotated(webhook: Webhook) -> Mapping[str, Any]:
            now = self._clock()
            left = tuple(
                replace(one, until=one.until or now + OVERLAP)
                for one in webhook.secrets
                if one.until is None or one.until > now
            )
            if len(left) >= _MOST_SECRETS:
                raise Refused(
                    "too_many_secrets", f"{len(left)} secrets of this webhook still sign; wait until one has run out"
                )
            return {"secrets": (sealed, *left)}

        changed = await self._change(webhook_id, scope, rotated)
        log.info("webhook has a new secret", webhook=webhook_id, by=by)
        return changed, text

    async def pause(self, webhook_id: str, *, by: str, scope: Scope) -> Webhook:
        """Tell it no more; what happens meanwhile is kept for it."""

        def paused(webhook: Webhook) -> Mapping[str, Any]:
            if webhook.state is not WebhookState.ACTIVE:
                return {}
            return {"state": WebhookState.PAUSED, "why": Why(by=by, at=self._clock(), reason="paused by hand")}

        changed = await self._change(webhook_id, scope, paused)
        log.info("webhook paused", webhook=webhook_id, by=by)
        return changed

    async def resume(self, webhook_id: str, *, by: str, scope: Scope) -> Webhook:
        """Tell it everything that was kept, in order, and go on."""
        await self.get(webhook_id, scope)
        # First this: as long as it is not active, nobody sends, and a crash here is made good by asking again.
        await self._deliveries.all_due(webhook_id, now=self._clock())
        changed = await self._change(
            webhook_id,
            scope,
            lambda webhook: (
                {}
                if webhook.state is WebhookState.ACTIVE and webhook.not_before is None
                else {"state": WebhookState.ACTIVE, "why": None, "not_before": None}
            ),
        )
        log.info("webhook resumed", webhook=webhook_id, by=by)
        return changed

    async def remove(self, webhook_id: str, *, by: str, scope: Scope) -> None:
        """Take it away with everything that it was still to be told."""
        await self.get(webhook_id, scope)
        await self._webhooks.remove(webhook_id)
        log.info("webhook removed", webhook=webhook_id, by=by)

    async def _change(
        self,
        webhook_id: str,
        scope: Scope,
        change: Callable[[Webhook], Mapping[str, Any]],
        *,
        versions: Collection[int] | None = None,
    ) -> Webhook:
        """Change it by compare-and-set until that wins. No changes: it stays as it is."""
        for _ in range(_TRIES):
            webhook = await self.get(webhook_id, scope)
            if versions is not None and webhook.version not in versions:
                raise Outdated(webhook.version)
            changes = change(webhook)
            if not changes:
                return webhook
            changed = await self._webhooks.change(webhook_id, webhook.version, {**changes, "changed_at": self._clock()})
            if changed is not None:
                return changed
        raise Unavailable(f"webhook {webhook_id} kept changing under {_TRIES} tries")

    def _check(self, url: str) -> None:
        try:
            self._reach.target(url)
        except WrongTarget as wrong:
            raise NotTaken("wrong_url", str(wrong)) from None

    def _secret(self, webhook_id: str) -> tuple[Sealed, str]:
        if not self._vault.has_key:
            raise Refused(
                "no_key",
                "webhooks have secrets, and there is no key to keep them under: set EARSHOT_WEBHOOK_KEY to the base64 "
                "of 32 random bytes for respond api and respond webhooks, and start them again",
            )
        key = self._new_secret()
        return self._vault.seal(key, of=webhook_id), secret_text(key)
