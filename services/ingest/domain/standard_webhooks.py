"""Standard Webhooks signatures: HMAC-SHA256 over `id.timestamp.body`, several live secrets, a window of time.

https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

import hmac
import re
from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

_PREFIX: Final = "whsec_"
_TIMESTAMP: Final = re.compile(r"[0-9]{1,11}", re.ASCII)
_MOST_SIGNATURES: Final = 16


class Unproven(Exception):
    """The signature does not show that a holder of the secret sent this now; the message says what to look at."""


@dataclass(frozen=True, slots=True)
class Signature:
    """The three headers `webhook-id`, `webhook-timestamp`, `webhook-signature`."""

    id: str
    timestamp: str
    signatures: str


def key_of(secret: str) -> bytes:
    """Return the key of `whsec_` and base64. Raises ValueError unless it is 24 to 64 bytes, as the standard asks."""
    try:
        key = b64decode(secret.removeprefix(_PREFIX), validate=True)
    except Error:
        raise ValueError("a Standard Webhooks secret is whsec_ followed by base64") from None
    if not 24 <= len(key) <= 64:
        raise ValueError(f"a Standard Webhooks secret is 24 to 64 bytes long, this one {len(key)}")
    return key


def sign(key: bytes, *, message_id: str, timestamp: str, body: bytes) -> str:
    """Return one signature as it stands in the header: `v1,<base64>`."""
    # Headers are Latin-1 on the wire: encoding them back the same way signs the very bytes that were sent.
    content = f"{message_id}.{timestamp}.".encode("latin-1", "replace") + body
    return f"v1,{b64encode(hmac.digest(key, content, 'sha256')).decode()}"


def check_time(signature: Signature, *, now: datetime, tolerance: timedelta) -> None:
    """Raise Unproven unless the timestamp is near `now`, on either side."""
    if not signature.id or not _TIMESTAMP.fullmatch(signature.timestamp):
        raise Unproven("webhook-id must not be empty, and webhook-timestamp must be whole seconds since 1970.")
    if abs(now.timestamp() - int(signature.timestamp)) > tolerance.total_seconds():
        raise Unproven(f"webhook-timestamp is more than {tolerance.total_seconds():.0f} s from our clock.")


def proven(keys: Sequence[bytes], signature: Signature, body: bytes) -> bool:
    """Return whether any of the header's signatures was made with any of the keys.

    Every pair is compared, each in constant time, so that the time taken tells nothing. Versions other than v1 are
    passed over; the time is `check_time`'s business.
    """
    given = [one.encode("latin-1", "replace") for one in signature.signatures.split(" ")[:_MOST_SIGNATURES]]
    found = False
    for key in keys:
        expected = sign(key, message_id=signature.id, timestamp=signature.timestamp, body=body).encode()
        for one in given:
            found |= hmac.compare_digest(expected, one)
    return found
