"""Time enters the process here."""

from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """What time it is: UTC, to the millisecond."""

    def __call__(self) -> datetime: ...


def system_clock() -> datetime:
    """Return the machine's time, cut to the millisecond, so that what MongoDB gives back equals what it was given."""
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)
