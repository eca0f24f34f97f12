"""Secrets at rest: AES-256-GCM under a key that stands outside the database, bound to the thing that they belong to."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from services.respond.domain.webhooks.keys import Key
from services.respond.domain.webhooks.webhook import Sealed

_NONCE_BYTES: Final = 12
HOW: Final = (
    "set EARSHOT_WEBHOOK_KEY to the base64 of 32 random bytes (or env:NAME, file:PATH), the same for respond api and "
    "respond webhooks"
)


class NoKey(Exception):
    """There is no key that would seal or open this; the message says what to set."""


class Vault:
    """Seals with the first key and opens with any of them, so that a new one can be put before the old."""

    def __init__(self, keys: Sequence[Key]) -> None:
        self._keys = {key.id: key for key in keys}
        self._first = keys[0] if keys else None

    @property
    def has_key(self) -> bool:
        """Can anything be sealed?"""
        return self._first is not None

    def seal(self, secret: bytes, *, of: str, until: datetime | None = None) -> Sealed:
        """Return the secret sealed for the thing of that id. Raises NoKey."""
        if self._first is None:
            raise NoKey(f"webhooks have secrets, and there is no key to keep them under: {HOW}")
        nonce = secrets.token_bytes(_NONCE_BYTES)
        data = AESGCM(self._first.bits).encrypt(nonce, secret, of.encode())
        return Sealed(key_id=self._first.id, nonce=nonce, data=data, until=until)

    def open(self, sealed: Sealed, *, of: str) -> bytes:
        """Return the secret. Raises NoKey, also where the bytes were changed or belong to another thing."""
        key = self._keys.get(sealed.key_id)
        if key is None:
            raise NoKey(f"a secret was sealed under key {sealed.key_id}, which EARSHOT_WEBHOOK_KEY no longer names")
        try:
            return AESGCM(key.bits).decrypt(sealed.nonce, sealed.data, of.encode())
        except InvalidTag:
            raise NoKey(
                f"a secret sealed under key {sealed.key_id} was changed, or belongs to another webhook"
            ) from None
