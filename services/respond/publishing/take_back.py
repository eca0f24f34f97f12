"""Deleting on the network what must not be there: withdrawn yet landed, broken off half-way, or no longer wanted."""

from datetime import timedelta
from typing import Final

import structlog

from services.respond.networks.outbound import CannotTell
from services.respond.publishing.replies import Replies
from services.respond.publishing.timing import Timing
from services.respond.publishing.voices import Voices
from shared.case.reply_commands import ReportDeleted, Retract
from shared.case.state.case import Case
from shared.case.state.reply import Reply, ReplyStatus
from shared.runtime.clock import Clock
from shared.runtime.failpoint import failpoint

log = structlog.get_logger()

_WHY: Final = {
    ReplyStatus.WITHDRAWN: "it landed after it was withdrawn",
    ReplyStatus.FAILED: "only a part of it could be posted",
    ReplyStatus.POSTED: "it is to be deleted",
}


class TakeBack:
    """The use case."""

    def __init__(self, *, replies: Replies, voices: Voices, timing: Timing, clock: Clock) -> None:
        self._replies = replies
        self._voices = voices
        self._timing = timing
        self._clock = clock

    async def __call__(self, case: Case, reply: Reply) -> None:
        """Delete all its posts, the last one first, or try again later, for as long as it takes."""
        outcome = await self._deleted(case, reply)
        failpoint("after_delete")
        log.info("reply taken back", case=case.id, reply=reply.id, status=reply.status.value, done=outcome is None)
        if outcome is None:
            await self._replies.report(case.id, ReportDeleted(reply_id=reply.id, native_ids=reply.landed))
            return
        again = Retract(
            reply_id=reply.id,
            native_id=reply.native_id or "",
            url=reply.url,
            delete_at=self._clock() + max(outcome.wait or timedelta(), self._timing.delete_wait),
            reason=f"{_WHY[reply.status]} and cannot be deleted yet: {outcome.reason}",
        )
        await self._replies.report(case.id, again)

    async def _deleted(self, case: Case, reply: Reply) -> CannotTell | None:
        voice = self._voices.get(case.account_id)
        if voice is None:
            return CannotTell(reason="the directory has no account to delete it from")
        for native_id, api_id in reversed(reply.landed_posts):
            cannot = await voice.network.delete(native_id, api_id=api_id, since=reply.queued_at)
            if cannot is not None:
                return cannot
            failpoint("between_deletions")
        return None
