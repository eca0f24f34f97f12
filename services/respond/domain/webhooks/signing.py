"""Standard Webhooks from the sender's side: secrets `whsec_…`, and the three headers over `id.timestamp.body`.

https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

import hmac
from base64 import b64encode
from collections.abc import Sequence
from datetime import datetime
from typing import Final

SECRET_BYTES: Final = 32


def secret_text(key: bytes) -> str:
    """Return a secret as the receiver is given it."""
    return f"whsec_{b64encode(key).decode()}"


def signed_headers(keys: Sequence[bytes], *, message_id: str, at: datetime, body: bytes) -> dict[str, str]:
    """Return the headers, with one signature per key, the newest first: during a rotation either secret proves it."""
    timestamp = str(int(at.timestamp()))
    content = f"{message_id}.{timestamp}.".encode() + body
    signatures = [f"v1,{b64encode(hmac.digest(key, content, 'sha256')).decode()}" for key in keys]
    return {"webhook-id": message_id, "webhook-timestamp": timestamp, "webhook-signature": " ".join(signatures)}
