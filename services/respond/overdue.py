"""Is anything due that nobody has looked at?"""

import asyncio
from datetime import datetime, timedelta
from typing import Final, Protocol

from shared.case.keeping import Due
from shared.case.state.case import Case
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable
from shared.runtime.health import Check

TOO_LONG: Final = timedelta(seconds=30)
"""Older than this is a breach that goes unnoticed (RELIABILITY, section 3)."""
_ANSWER_SECONDS: Final = 2.0


class DueCases(Protocol):
    """The due index."""

    async def due(self, kind: Due, *, now: datetime, limit: int) -> list[Case]: ...


def nothing_overdue(cases: DueCases, kind: Due, *, clock: Clock) -> Check:
    """Return a health check. It asks the index itself, so that it also notices a loop that stands still."""

    async def check() -> str | None:
        now = clock()
        try:
            async with asyncio.timeout(_ANSWER_SECONDS):
                found = await cases.due(kind, now=now - TOO_LONG, limit=1)
        except (Unavailable, TimeoutError) as error:
            return f"the due index cannot be read: {type(error).__name__}"
        since = getattr(found[0], kind) if found else None
        return None if since is None else f"due since {int((now - since).total_seconds())} s, and nobody came"

    return check
