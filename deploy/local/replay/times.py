"""Times as files write them."""

from datetime import UTC, datetime

_TWITTER = "%a %b %d %H:%M:%S %z %Y"
_MILLISECONDS_FROM = 10**11  # as seconds this would be the year 5138


def read_time(word: str) -> datetime | None:
    """ISO 8601, Twitter's way, or seconds or milliseconds since 1970; without a zone it is UTC. None: unreadable."""
    try:
        if word.replace(".", "", 1).isdecimal():
            number = float(word)
            return datetime.fromtimestamp(number / 1000 if number >= _MILLISECONDS_FROM else number, UTC)
        found = datetime.fromisoformat(word)
    except (ValueError, OverflowError, OSError):
        return _as_twitter_writes(word)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


def _as_twitter_writes(word: str) -> datetime | None:
    try:
        return datetime.strptime(word, _TWITTER).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
