"""When to try again."""

from datetime import datetime
from email.utils import parsedate_to_datetime

LATER = {408, 425, 429, 500, 502, 503, 504}
"""Statuses that say nothing about the events themselves."""

_LONGEST_SECONDS = 5.0


def pause(attempt: int, retry_after: str | None = None, *, now: datetime) -> float:
    """Seconds before the next try, after `attempt` tries (from 1): what was asked for, else 0.1, 0.2 ... 5."""
    asked = None if retry_after is None else _seconds(retry_after, now)
    if asked is not None:
        return max(0.0, asked)
    return float(min(0.1 * 2 ** (attempt - 1), _LONGEST_SECONDS))


def _seconds(retry_after: str, now: datetime) -> float | None:
    """RFC 9110, section 10.2.3: seconds, or a date."""
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        return (parsedate_to_datetime(retry_after) - now).total_seconds()
    except (TypeError, ValueError):
        return None
