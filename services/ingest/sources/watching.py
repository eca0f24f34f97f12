"""When to look at a post again: soon while it is young, ever more rarely later."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from services.ingest.sources.bookmarks import Watched
from shared.contracts.mention import Mention

_RAREST: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchPlan:
    """`first` after it was heard, then whenever it has grown half as old again, until it is `keep` old."""

    first: timedelta
    keep: timedelta

    def begin(self, mention: Mention, *, edited_at: str | None, now: datetime) -> Watched:
        """Return the watch over a post just heard."""
        return Watched(
            account_id=mention.account_id,
            api_id=mention.api_id or mention.native_id,
            native_id=mention.native_id,
            author_id=mention.author.id,
            author_handle=mention.author.handle,
            visibility=mention.visibility,
            edited_at=edited_at,
            heard_at=now,
            due_at=now + self.first,
            until=now + self.keep,
        )

    def seen(self, post: Watched, *, edited_at: str | None, now: datetime) -> Watched:
        """Return the watch over a post that is still there."""
        wait = min(max(self.first, (now - post.heard_at) / 2), _RAREST)
        return replace(post, edited_at=edited_at, due_at=now + wait, misses=0)

    def missed(self, post: Watched, *, now: datetime) -> Watched:
        """Return the watch over a post that was not there. One miss may be the server's mistake, so look again soon."""
        return replace(post, due_at=now + self.first, misses=post.misses + 1)
