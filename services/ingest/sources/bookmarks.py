"""How far we have read, and which posts to look at again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from shared.contracts.mention import Visibility


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A post to look at again at `due_at`, for edits and deletion; forgotten at `until`.

    `edited_at` is the latest edit that we have passed on, `misses` how often in a row it was not there.
    """

    account_id: str
    api_id: str
    native_id: str
    author_id: str | None
    author_handle: str | None
    visibility: Visibility
    edited_at: str | None
    heard_at: datetime
    due_at: datetime
    until: datetime
    misses: int = 0


class Bookmarks(Protocol):
    """Where cursors and the watch list are kept. Every method raises Unavailable while they cannot be reached."""

    async def cursor(self, account_id: str) -> str | None:
        """Return the id of the latest notification passed on, None before the first."""
        ...

    async def move_cursor(self, account_id: str, to: str, *, at: datetime) -> None:
        """Remember it."""
        ...

    async def watch(self, posts: Sequence[Watched]) -> None:
        """Begin to watch. A post that is watched already stays as it is."""
        ...

    async def due(self, account_id: str, *, now: datetime, most: int) -> list[Watched]:
        """Return posts whose time has come, the longest overdue first."""
        ...

    async def put_back(self, posts: Sequence[Watched]) -> None:
        """Replace what is known of watched posts."""
        ...

    async def forget(self, posts: Sequence[Watched]) -> None:
        """Watch them no longer."""
        ...
