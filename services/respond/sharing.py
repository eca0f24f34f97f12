"""The buckets of the due index that this process looks after, claimed and kept while it runs."""

import asyncio
from collections.abc import Collection
from contextlib import suppress
from typing import Protocol

from shared.runtime.again import again
from shared.runtime.errors import Unavailable


class Buckets(Protocol):
    """How several processes divide them."""

    async def renew(self) -> frozenset[int]: ...
    async def leave(self) -> None: ...
    def held(self) -> frozenset[int]: ...


class Sharing:
    """Renews this process's share, and hands it to the others at the end."""

    def __init__(self, buckets: Buckets, *, every: float) -> None:
        """`every`: seconds between two renewals."""
        self._buckets = buckets
        self._every = every

    def mine(self) -> Collection[int]:
        """Return the buckets that are this process's now; none once its share has run out unrenewed."""
        return self._buckets.held()

    async def run(self, stop: asyncio.Event) -> None:
        """Keep the share until told to stop."""
        await again(self._renew, stop=stop, every=self._every, name="shares")
        with suppress(Unavailable):  # then its time runs out by itself
            await self._buckets.leave()

    async def _renew(self) -> bool:
        await self._buckets.renew()
        return False
