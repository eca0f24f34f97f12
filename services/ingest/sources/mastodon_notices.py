"""Reading notifications: whose posts they tell of, which post those answer, and what to look at again."""

from services.ingest.domain.listening import Listening
from services.ingest.domain.notices import mentions_in, read_notice, status_in, why_ignored
from services.ingest.sources.mastodon_page import Told
from services.ingest.sources.mastodon_parents import Parents
from services.ingest.sources.watching import WatchPlan
from shared.runtime.clock import Clock


class NoticeReader:
    """Understands the notifications of one account."""

    def __init__(self, listening: Listening, *, parents: Parents, plan: WatchPlan, clock: Clock) -> None:
        self._listening = listening
        self._parents = parents
        self._plan = plan
        self._clock = clock

    def new_page(self) -> None:
        """Look parents up again, a few per page."""
        self._parents.new_page()

    async def read(self, raw: bytes) -> Told:
        """Return what a notification tells. Raises Refused."""
        notice = read_notice(raw)
        status = status_in(notice)
        ignored = why_ignored(notice, status, self._listening)
        if status is None or ignored is not None:
            return Told(ignored=ignored or "no status")
        parent = await self._parents.of(status)
        now = self._clock()
        mentions = mentions_in(notice, raw, status, self._listening, parent=parent, now=now)
        self._parents.know(status)
        return Told(mentions=mentions, watch=self._plan.begin(mentions[0], edited_at=status.get("edited_at"), now=now))
