"""One sending of a queued answer: claim, look at the parent again, post, report."""

import asyncio
from datetime import datetime
from typing import assert_never

import structlog

from services.respond.networks.outbound import (
    CannotTell,
    Gone,
    NotSent,
    Published,
    Rejected,
    RetryAfter,
    Sent,
    Standing,
    Unknown,
)
from services.respond.publishing.one_post import next_post
from services.respond.publishing.pace import Pace
from services.respond.publishing.pauses import Pauses
from services.respond.publishing.replies import Replies
from services.respond.publishing.timing import Timing
from services.respond.publishing.verdicts import objection, verdict
from services.respond.publishing.voices import Voice, Voices
from shared.case.reply_commands import Postpone, StartSending
from shared.case.state.case import Case
from shared.case.state.reply import Reply
from shared.runtime.clock import Clock
from shared.runtime.failpoint import failpoint

log = structlog.get_logger()


class Send:
    """The use case. Everything that can go wrong after the claim ends in a report, or in a lease that runs out."""

    def __init__(
        self,
        *,
        replies: Replies,
        voices: Voices,
        pauses: Pauses,
        pace: Pace,
        timing: Timing,
        clock: Clock,
    ) -> None:
        self._replies = replies
        self._voices = voices
        self._pauses = pauses
        self._pace = pace
        self._timing = timing
        self._clock = clock

    async def __call__(self, case: Case, reply: Reply) -> None:
        """Send a queued answer that is due. Raises Refused when somebody was faster, Unavailable before the claim."""
        voice = self._voices.get(case.account_id)
        held = self._held(reply, voice) or await self._pace.await_turn(case, reply)
        if held is not None:
            await self._replies.tell(case.id, held)
            return
        assert voice is not None  # noqa: S101 - an account that we do not have is held back
        started = self._clock()
        claim = StartSending(reply_id=reply.id, until=started + self._timing.lease)
        claimed = await self._replies.tell(case.id, claim)
        failpoint("after_start_sending")
        sending = claimed.reply(reply.id) or reply
        outcome = await self._attempt(claimed, sending, voice, not_after=started + self._timing.attempt)
        failpoint("before_report")
        log.info("reply sent", case=case.id, reply=reply.id, attempt=sending.attempt, outcome=type(outcome).__name__)
        await self._report(claimed, sending, outcome)
        failpoint("after_report")
        await self._pace.slow_down(case.account_id, outcome)

    def _held(self, reply: Reply, voice: Voice | None) -> Postpone | None:
        if voice is None:
            reason = "the directory has no account to send this from"
        elif not voice.armed:
            reason = "sending is off until the account is armed"
        else:
            return None
        return Postpone(reply_id=reply.id, until=self._clock() + self._timing.unarmed_wait, reason=reason)

    async def _attempt(self, case: Case, reply: Reply, voice: Voice, *, not_after: datetime) -> Sent:
        refusal = await self._refusal(case, reply, voice, not_after=not_after)
        failpoint("after_preflight")
        if refusal is not None:
            return refusal
        try:
            post = next_post(reply)
            return await voice.network.publish(post.frozen, post.token, below=post.below, not_after=not_after)
        except Exception as error:
            log.exception("posting met a bug", case=case.id, reply=reply.id)
            return Unknown(reason=f"a bug of ours while posting: {type(error).__name__}")

    async def _refusal(
        self, case: Case, reply: Reply, voice: Voice, *, not_after: datetime
    ) -> Rejected | NotSent | RetryAfter | None:
        """Return what speaks against posting; nothing has been written to the network so far."""
        parent = case.message(reply.answers)
        if parent is None:
            return Rejected(reason="the message that this answers is not on the case")
        try:
            async with asyncio.timeout((not_after - self._clock()).total_seconds()):
                seen = await voice.network.preflight(parent)
        except TimeoutError:
            return NotSent(reason="the network took too long to show the post that this answers")
        match seen:
            case Gone() | Standing():
                found = objection(seen, parent, reply)
                return None if found is None else Rejected(reason=found)
            case CannotTell(reason=reason, wait=wait):
                unread = f"the post that this answers cannot be read: {reason}"
                return NotSent(reason=unread) if wait is None else RetryAfter(reason=unread, wait=wait)
            case _:
                assert_never(seen)

    async def _report(self, case: Case, reply: Reply, outcome: Sent) -> None:
        now, account = self._clock(), case.account_id
        match outcome:
            case Published():
                self._pauses.fine(account)
                await self._replies.landed(case.id, reply, outcome)
                return
            case Rejected():
                self._pauses.fine(account)
            case RetryAfter():
                pass  # the account rests for it: slow_down
            case NotSent(reason=reason) | Unknown(reason=reason):
                self._pauses.trouble(account, now=now, reason=reason)
            case _:
                assert_never(outcome)
        await self._replies.report(case.id, verdict(reply, outcome, timing=self._timing, now=now))
