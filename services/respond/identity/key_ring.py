"""The provider's keys as they were last read: kept while it is silent, read again when they are old or one is new."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final

import structlog
from jwt import PyJWK

from services.respond.identity.keys import Keys
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable

log = structlog.get_logger()

FRESH: Final = timedelta(minutes=10)
"""Older keys are read again while they go on being used; so long a key that was withdrawn may still count."""
PAUSE: Final = timedelta(seconds=30)
"""Between two readings at least, however many tokens name keys that nobody knows."""


class KeyRing:
    """Keys by kid."""

    def __init__(self, read: Callable[[], Awaitable[Keys]], *, clock: Clock) -> None:
        """`read` asks the provider. It raises Unavailable."""
        self._read = read
        self._clock = clock
        self._keys: Keys | None = None
        self._read_at: datetime | None = None
        self._asked_at: datetime | None = None
        self._reading: asyncio.Task[None] | None = None

    async def get(self, kid: str) -> PyJWK | None:
        """Return the key; None: there is none of that kid. Raises Unavailable where no keys were ever read."""
        if self._keys is not None and kid in self._keys:
            if self._read_at is not None and self._clock() - self._read_at >= FRESH:
                self._ask()
            return self._keys[kid]
        reading = self._ask()
        if reading is not None:
            # Whoever asks may go away; those who wait for the same reading do not.
            await asyncio.shield(reading)
        if self._keys is None:
            raise Unavailable("the identity provider's keys are not known yet")
        return self._keys.get(kid)

    def _ask(self) -> asyncio.Task[None] | None:
        """Begin to read, or join who reads already; None: it is too early to read again."""
        if self._reading is not None and not self._reading.done():
            return self._reading
        now = self._clock()
        if self._asked_at is not None and now - self._asked_at < PAUSE:
            return None
        self._asked_at = now
        self._reading = asyncio.create_task(self._refresh(now))
        return self._reading

    async def _refresh(self, now: datetime) -> None:
        try:
            self._keys = await self._read()
        except Unavailable as error:
            log.warning("the identity provider's keys stay as they were", error=str(error))
        else:
            self._read_at = now
