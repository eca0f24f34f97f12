"""Dead letters for what never became a mention."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256

from services.ingest.domain.limits import KEPT_BYTES
from services.ingest.domain.refusal import Refused, pointer
from shared.contracts.deadletter import DeadLetter, as_base64, headers_as_base64

_KEPT_HEADERS = ("content-type", "content-encoding", "webhook-id")


def letter_for(value: bytes, refusal: Refused, *, origin: str, headers: Mapping[str, str], at: datetime) -> DeadLetter:
    """Return the letter for bytes that `origin` (a sender or a polled account) gave us.

    Its id is made of the bytes, so that the same thing refused twice is one letter. A very long body is cut.
    """
    told = [f"{flaw.header or pointer(flaw.path) or '/'}: {flaw.detail}" for flaw in refusal.flaws[:20]]
    if len(value) > KEPT_BYTES:
        told.append(f"cut: these are the first {KEPT_BYTES:,} of {len(value):,} bytes")
    kept = [
        (name, text[:4_096].encode("latin-1", "replace"))
        for name, text in headers.items()
        if name in _KEPT_HEADERS or name.startswith("ce-")
    ]
    return DeadLetter(
        letter_id=f"ingest:{origin}:{sha256(value).hexdigest()[:32]}",
        station="ingest",
        reason=f"{refusal.wrong.value}: {told[0]}",
        detail="\n".join(told),
        origin=origin,
        value=as_base64(value[:KEPT_BYTES]),
        headers=headers_as_base64(kept),
        at=at,
    )
