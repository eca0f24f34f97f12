"""Secrets of webhooks: made, shown once, replaced with an overlap."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final, Protocol

import structlog

from services.respond.domain.scope import Scope
from services.respond.domain.webhooks.signing import secret_text
from services.respond.domain.webhooks.webhook import Sealed, Webhook
from services.respond.handlers.webhook_changing import Changing
from shared.case.refused import Refused
from shared.runtime.clock import Clock

log = structlog.get_logger()

OVERLAP: Final = timedelta(hours=24)
"""How long a secret still signs beside the one that came after it."""
_MOST: Final = 4


class Vault(Protocol):
    """Seals secrets."""

    @property
    def has_key(self) -> bool: ...

    def seal(self, secret: bytes, *, of: str) -> Sealed: ...


class Secrets:
    """Makes secrets. Both raise Refused (no_key)."""

    def __init__(self, *, changing: Changing, vault: Vault, new_secret: Callable[[], bytes], clock: Clock) -> None:
        """`new_secret`: gives 32 bytes that nobody can guess."""
        self._changing = changing
        self._vault = vault
        self._new_secret = new_secret
        self._clock = clock

    def fresh(self, webhook_id: str) -> tuple[Sealed, str]:
        """Return a new secret, sealed and as the receiver is given it."""
        if not self._vault.has_key:
            raise Refused(
                "no_key",
                "webhooks have secrets, and there is no key to keep them under: set EARSHOT_WEBHOOK_KEY to the base64 "
                "of 32 random bytes for respond api and respond webhooks, and start them again",
            )
        key = self._new_secret()
        return self._vault.seal(key, of=webhook_id), secret_text(key)

    async def rotate(self, webhook_id: str, *, by: str, scope: Scope) -> tuple[Webhook, str]:
        """Return the webhook and its new secret. The one before signs beside it for 24 hours.

        Raises Refused (too_many_secrets), NoSuch and Unavailable.
        """
        sealed, text = self.fresh(webhook_id)

        def rotated(webhook: Webhook) -> Mapping[str, Any]:
            now = self._clock()
            left = tuple(
                replace(one, until=one.until or now + OVERLAP)
                for one in webhook.secrets
                if one.until is None or one.until > now
            )
            if len(left) >= _MOST:
                raise Refused(
                    "too_many_secrets", f"{len(left)} secrets of this webhook still sign; wait until one has run out"
                )
            return {"secrets": (sealed, *left)}

        changed = await self._changing(webhook_id, scope, rotated)
        log.info("webhook has a new secret", webhook=webhook_id, by=by)
        return changed, text
