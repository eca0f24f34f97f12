"""The id of what a request with an Idempotency-Key makes."""

from hashlib import sha256
from typing import Final

_SEPARATOR: Final = chr(31)


def keyed_id(prefix: str, *named: str) -> str:
    """Return `prefix-` and 20 hexadecimal digits, the same for the same names: a retried request meets what it made.

    `named`: the key, and before it whose it is: two agents may choose the same key.
    """
    return f"{prefix}-{sha256(_SEPARATOR.join(named).encode()).hexdigest()[:20]}"
