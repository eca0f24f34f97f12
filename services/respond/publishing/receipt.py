"""When the customer had our answer."""

from datetime import datetime, timedelta
from typing import Final

from shared.contracts.contract import to_utc_millis

_SKEW: Final = timedelta(seconds=5)
"""How far a network's clock may be off for its word to count; some cut their times to seconds."""


def posted_at(created_at: datetime | None, *, queued_at: datetime, now: datetime) -> datetime:
    """Return the network's own time of the post where it is possible, else `now`; always between queueing and now."""
    if created_at is None or not queued_at - _SKEW <= created_at <= now + _SKEW:
        return now
    return min(max(to_utc_millis(created_at), queued_at), now)
