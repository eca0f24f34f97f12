"""What follows from an attempt: it was taken, it is tried again later, or the webhook stops."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

_STEPS: Final = (1, 6, 24, 120, 360, 720, 1440, 2880, 5760)
"""From the first wait, 5 s: 30 s, 2 min, 10 min, 30 min, 1 h, 2 h, 4 h, 8 h, and 8 h again and again."""
_JITTER: Final = 0.1
_GONE: Final = 410
_LONGEST_REQUEST: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of an attempt. `status`: the receiver's, None: none came. `error`: in our words, None: it answered.

    `took_ms`: milliseconds. `retry_after`: how long the receiver asked us to wait.
    """

    status: int | None
    error: str | None = None
    took_ms: int = 0
    retry_after: timedelta | None = None

    @property
    def is_taken(self) -> bool:
        """Did the receiver say that it has it? Only a whole 2xx answer says so."""
        return self.error is None and self.status is not None and 200 <= self.status < 300

    @property
    def is_gone(self) -> bool:
        """Did the receiver say that nobody is there any more?"""
        return self.error is None and self.status == _GONE

    @property
    def said(self) -> str:
        """What came, in a few words."""
        return self.error or f"it answered {self.status}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long a delivery is tried. `first_wait`: after the first failure; the later waits grow with it."""

    first_wait: timedelta = timedelta(seconds=5)
    give_up: timedelta = timedelta(hours=24)

    def next_try(
        self, outcome: Outcome, *, failures: int, since: datetime, now: datetime, chance: Callable[[], float]
    ) -> datetime | None:
        """Return when to try again after that many failures in a row, the first of them at `since`; None: give up.

        `chance`: 0..1, so that many deliveries that failed together do not come back together. The last try is at the
        end of the patience.
        """
        end = since + self.give_up
        if now >= end:
            return None
        wait = self.first_wait * _STEPS[min(failures, len(_STEPS)) - 1] * (1 + _JITTER * (2 * chance() - 1))
        return min(now + max(wait, outcome.retry_after or timedelta()), end)


def retry_after(text: str | None, *, now: datetime) -> timedelta | None:
    """Return what a Retry-After header asks for (seconds, or a date), at most a day; None where it says nothing."""
    if text is None:
        return None
    if text.strip().isdecimal() and len(text.strip()) <= 9:
        asked = timedelta(seconds=int(text))
    else:
        try:
            at = parsedate_to_datetime(text)
        except ValueError:
            return None
        asked = (at if at.tzinfo is not None else at.replace(tzinfo=UTC)) - now
    return min(max(asked, timedelta()), _LONGEST_REQUEST)
