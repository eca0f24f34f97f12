"""Finding out what became of an answer whose sending ended in silence. It is never sent again before that is known."""

import asyncio
from datetime import datetime, timedelta
from typing import Final, assert_never

import structlog

from services.respond.networks.outbound import CannotTell, Found, Published
from services.respond.publishing.one_post import next_post, taken_posts
from services.respond.publishing.replies import Replies
from services.respond.publishing.timing import Timing
from services.respond.publishing.voices import Voices
from shared.case.commands import Command
from shared.case.reply_commands import AskHuman, ReportFailed, ReportNotSent, ReportUnknown
from shared.case.state.case import Case
from shared.case.state.reply import Reply
from shared.runtime.clock import Clock
from shared.runtime.failpoint import failpoint

log = structlog.get_logger()

_LOOK_SECONDS: Final = 60.0


class Settle:
    """The use case."""

    def __init__(self, *, replies: Replies, voices: Voices, timing: Timing, clock: Clock) -> None:
        self._replies = replies
        self._voices = voices
        self._timing = timing
        self._clock = clock

    async def expire(self, case: Case, reply: Reply) -> None:
        """The lease of a sending ran out: whoever sent it is gone, and what it did is unknown. Raises Unavailable."""
        doubt = ReportUnknown(
            reply_id=reply.id,
            attempt=reply.attempt,
            reason="whoever was sending it went away",
            look_at=self._clock() + self._timing.first_look,
        )
        await self._replies.tell(case.id, doubt)
        failpoint("after_expire")
        log.info("sending became unknown", case=case.id, reply=reply.id, attempt=reply.attempt)

    async def look(self, case: Case, reply: Reply) -> None:
        """Look an unknown answer up on the network and act on what is found."""
        began = self._clock()
        found = await self._looked_up(case, reply)
        failpoint("after_lookup")
        if isinstance(found, Published):
            await self._replies.landed(case.id, reply, found)
        else:
            command = self._verdict(reply, found, began=began, now=self._clock())
            log.info("looked up", case=case.id, reply=reply.id, attempt=reply.attempt, then=type(command).__name__)
            await self._replies.report(case.id, command)
        failpoint("after_settled")

    async def _looked_up(self, case: Case, reply: Reply) -> Found:
        voice = self._voices.get(case.account_id)
        if voice is None:
            return CannotTell(reason="the directory has no account to look this up with")
        ours = taken_posts(case)
        try:
            post = next_post(reply)
            async with asyncio.timeout(_LOOK_SECONDS):
                return await voice.network.lookup(post.frozen, below=post.below, since=reply.queued_at, ours=ours)
        except TimeoutError:
            return CannotTell(reason="the look-up took too long")
        except Exception as error:
            # A bug must not keep an answer from the person who is asked in the end.
            log.exception("looking up met a bug", case=case.id, reply=reply.id)
            return CannotTell(reason=f"a bug of ours while looking it up: {type(error).__name__}")

    def _verdict(self, reply: Reply, found: CannotTell | None, *, began: datetime, now: datetime) -> Command:
        since = reply.unknown_since or reply.queued_at
        match found:
            # A slow look-up read the network's list when it began: what came to light since, it did not see.
            case None if began - since >= self._timing.absent_after:
                return self._absent(reply, now=now)
            case None:
                return self._again(reply, "not there yet", None, since=since, now=now)
            case CannotTell(reason=reason, wait=wait):
                return self._again(reply, reason, wait, since=since, now=now)
            case _:
                assert_never(found)

    def _absent(self, reply: Reply, *, now: datetime) -> Command:
        if reply.uncertain >= self._timing.sendings:
            lost = f"sent {reply.uncertain} times, and the network never had it"
            return ReportFailed(reply_id=reply.id, attempt=reply.attempt, reason=lost)
        absent = "the network does not have it; it is sent again"
        return ReportNotSent(reply_id=reply.id, attempt=reply.attempt, reason=absent, again_at=now)

    def _again(self, reply: Reply, reason: str, wait: timedelta | None, *, since: datetime, now: datetime) -> Command:
        latest = since + self._timing.settle_within
        looks = reply.lookups + 1
        if now >= latest or looks >= self._timing.looks:
            ask = f"{looks} look-ups could not tell whether it was posted: {reason}"
            return AskHuman(reply_id=reply.id, attempt=reply.attempt, reason=ask)
        later = now + max(self._timing.look(looks), wait or timedelta())
        return ReportUnknown(reply_id=reply.id, attempt=reply.attempt, reason=reason, look_at=min(later, latest))
