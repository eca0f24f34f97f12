"""Who sent this? Nothing of a request is believed, and nothing parsed, before that is known."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from services.ingest.domain.standard_webhooks import Signature, Unproven, check_time, key_of, proven
from shared.directory.model import Directory, Sender

_WRONG: Final = "The credentials are not those of a sender that we know here."


class Unauthenticated(Exception):
    """Nobody we know; the message may be told to anybody."""


@dataclass(frozen=True, slots=True)
class KnownSender:
    """A sender of the directory, with its keys ready for use."""

    id: str
    brand: str
    keys: tuple[bytes, ...] = field(repr=False)
    digests: tuple[bytes, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a request shows, as yet unchecked. A signature goes before a bearer key."""

    signature: Signature | None
    bearer: bytes | None
    delivery_id: str | None


@dataclass(frozen=True, slots=True)
class Authentic:
    """A request is this sender's."""

    sender: KnownSender
    scheme: str
    delivery_id: str | None


class Senders:
    """The senders of the directory."""

    def __init__(self, directory: Directory, *, tolerance: timedelta) -> None:
        """Raises ValueError where a signing secret does not have the form that the standard asks for."""
        self._senders = tuple(_known(sender) for sender in directory.senders)
        self._tolerance = tolerance

    def presented(self, headers: Mapping[str, str], *, now: datetime) -> Credentials:
        """Return what the headers show. Raises Unauthenticated when that cannot suffice, before a body is read."""
        delivery_id = headers.get("webhook-id")
        signatures = headers.get("webhook-signature")
        if signatures is not None:
            signature = Signature(delivery_id or "", headers.get("webhook-timestamp") or "", signatures)
            try:
                check_time(signature, now=now, tolerance=self._tolerance)
            except Unproven as reason:
                raise Unauthenticated(str(reason)) from None
            return Credentials(signature, None, delivery_id)
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            raise Unauthenticated(
                "Sign the request (webhook-id, webhook-timestamp, webhook-signature) or send Authorization: Bearer."
            )
        return Credentials(None, token.strip().encode("latin-1", "replace"), delivery_id)

    def authenticate(self, credentials: Credentials, body: bytes, *, named: str | None) -> Authentic:
        """Return whose request this is; `named` is the sender in the path, None when all come into question.

        Raises Unauthenticated, in the same words for an unknown sender and for a wrong secret. Every secret is tried,
        whichever fits.
        """
        found: KnownSender | None = None
        for sender in self._senders:
            if named in {None, sender.id} and _fits(sender, credentials, body):
                found = found or sender
        if found is None:
            raise Unauthenticated(_WRONG)
        scheme = "bearer" if credentials.signature is None else "standard-webhooks"
        return Authentic(found, scheme, (credentials.delivery_id or "")[:512] or None)


def _fits(sender: KnownSender, credentials: Credentials, body: bytes) -> bool:
    if credentials.signature is not None:
        return proven(sender.keys, credentials.signature, body)
    given = sha256(credentials.bearer or b"").digest()
    fits = False
    for digest in sender.digests:
        fits |= hmac.compare_digest(digest, given)
    return fits


def _known(sender: Sender) -> KnownSender:
    try:
        keys = tuple(key_of(secret.get_secret_value()) for secret in sender.standard_webhooks)
    except ValueError as reason:
        raise ValueError(f"sender {sender.id}: {reason}") from None
    digests = tuple(sha256(secret.get_secret_value().encode()).digest() for secret in sender.bearer)
    return KnownSender(sender.id, sender.brand, keys, digests)
