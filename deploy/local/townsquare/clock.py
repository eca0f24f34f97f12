"""How the square tells and writes the time."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """The machine's time, aware, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """The moment as Mastodon writes it: UTC, milliseconds, `Z`. Stamps sort as the moments they name."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read_stamp(text: str) -> datetime:
    """The moment that an ISO 8601 text with an offset names.

    Raises:
        ValueError: it is not ISO 8601, or says no offset.
    """
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"no offset in {text!r}")
    return moment.astimezone(UTC)
