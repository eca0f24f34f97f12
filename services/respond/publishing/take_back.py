"""Deleting an answer that landed on the network after it was withdrawn."""

from datetime import timedelta

import structlog

from services.respond.networks.outbound import CannotTell
from services.respond.publishing.replies import Replies
from services.respond.publishing.timing import Timing
from services.respond.publishing.voices import Voices
from shared.case.reply_commands import ReportDeleted, Retract
from shared.case.state.case import Case
from shared.case.state.parts import Reply
from shared.runtime.clock import Clock
from shared.runtime.failpoint import failpoint

log = structlog.get_logger()


class TakeBack:
    """The use case."""

    def __init__(self, *, replies: Replies, voices: Voices, timing: Timing, clock: Clock) -> None:
        self._replies = replies
        self._voices = voices
        self._timing = timing
        self._clock = clock

    async def __call__(self, case: Case, reply: Reply) -> None:
        """Delete it, or try again later, for as long as it takes."""
        voice = self._voices.get(case.account_id)
        native_id = reply.native_id or ""
        if voice is None:
            outcome: CannotTell | None = CannotTell(reason="the directory has no account to delete it from")
        else:
            outcome = await voice.network.delete(native_id, since=reply.queued_at)
        failpoint("after_delete")
        log.info("withdrawn reply deleted", case=case.id, reply=reply.id, done=outcome is None)
        if outcome is None:
            await self._replies.report(case.id, ReportDeleted(reply_id=reply.id))
            return
        again = Retract(
            reply_id=reply.id,
            native_id=native_id,
            url=reply.url,
            delete_at=self._clock() + max(outcome.wait or timedelta(), self._timing.delete_wait),
            reason=f"it landed after it was withdrawn and cannot be deleted yet: {outcome.reason}",
        )
        await self._replies.report(case.id, again)
