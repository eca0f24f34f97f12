"""Identity enters the process here."""

import secrets
from typing import Protocol


class Ids(Protocol):
    """A source of fresh ids."""

    def __call__(self, prefix: str) -> str: ...


def random_id(prefix: str) -> str:
    """Return `prefix-` and 20 random hexadecimal digits."""
    return f"{prefix}-{secrets.token_hex(10)}"


def next_traceparent(earlier: str | None) -> str:
    """Return the W3C trace context of a further step: the same trace with a new span, or a new trace."""
    parts = (earlier or "").split("-")
    if len(parts) == 4 and len(parts[1]) == 32:
        return f"{parts[0]}-{parts[1]}-{secrets.token_hex(8)}-{parts[3]}"
    return f"00-{secrets.token_hex(16)}-{secrets.token_hex(8)}-01"
