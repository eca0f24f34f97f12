"""Changing a webhook by compare-and-set, within a scope."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final, Protocol

from services.respond.domain.refusals import NoSuch, Outdated
from services.respond.domain.scope import Scope
from services.respond.domain.webhooks.webhook import Webhook
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable

_TRIES: Final = 20


class Webhooks(Protocol):
    """Where webhooks are kept."""

    async def get(self, webhook_id: str, scope: Scope) -> Webhook | None: ...
    async def change(self, webhook_id: str, version: int, changes: Mapping[str, Any]) -> Webhook | None: ...


class Changing:
    """Webhooks within a scope. What lies outside raises NoSuch; all raise Unavailable."""

    def __init__(self, *, webhooks: Webhooks, clock: Clock) -> None:
        self._webhooks = webhooks
        self._clock = clock

    async def get(self, webhook_id: str, scope: Scope) -> Webhook:
        """Return the webhook."""
        found = await self._webhooks.get(webhook_id, scope)
        if found is None:
            raise NoSuch(webhook_id)
        return found

    async def __call__(
        self,
        webhook_id: str,
        scope: Scope,
        change: Callable[[Webhook], Mapping[str, Any]],
        *,
        versions: Collection[int] | None = None,
    ) -> Webhook:
        """Return the webhook after `change`, which gives its new fields by name; without any it stays as it is.

        `versions`: it must be one of these, else Outdated is raised. What `change` raises goes through.
        """
        for _ in range(_TRIES):
            webhook = await self.get(webhook_id, scope)
            if versions is not None and webhook.version not in versions:
                raise Outdated(webhook.version)
            changes = change(webhook)
            if not changes:
                return webhook
            now = self._clock()
            changed = await self._webhooks.change(webhook_id, webhook.version, {**changes, "changed_at": now})
            if changed is not None:
                return changed
        raise Unavailable(f"webhook {webhook_id} kept changing under {_TRIES} tries")
