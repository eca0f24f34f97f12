"""What follows from what the network showed and said. Pure."""

from datetime import datetime
from typing import assert_never

from services.respond.networks.outbound import Gone, NotSent, Rejected, RetryAfter, Standing, Unknown
from services.respond.publishing.timing import Timing
from shared.case.reply_commands import ReportFailed, ReportNotSent, ReportUnknown
from shared.case.state.parts import Message
from shared.case.state.reply import Reply


def objection(seen: Gone | Standing, parent: Message, reply: Reply) -> str | None:
    """Return why an answer that was right when it was approved must not go out (SEMANTICS, section 5); None: it may."""
    if isinstance(seen, Gone) or parent.deleted_at is not None:
        return "the post that this answers is gone"
    # What the case heard after approval counts as much as what only the network knows.
    if seen.edited or any(form.until > reply.queued_at for form in parent.earlier):
        return "the post that this answers was edited since"
    if seen.narrowed and not reply.private:
        return "the post that this answers is for fewer readers now than the answer would be"
    return None


def verdict(
    reply: Reply, outcome: Rejected | RetryAfter | NotSent | Unknown, *, timing: Timing, now: datetime
) -> ReportFailed | ReportNotSent | ReportUnknown:
    """Return what to report of a sending that brought no receipt."""
    match outcome:
        case Rejected(reason=reason):
            return ReportFailed(reply_id=reply.id, attempt=reply.attempt, reason=reason)
        case RetryAfter(reason=reason, wait=wait):
            return ReportNotSent(reply_id=reply.id, attempt=reply.attempt, reason=reason, again_at=now + wait)
        case NotSent(reason=reason):
            again_at = now + timing.wait(reply.attempt - 1)
            return ReportNotSent(reply_id=reply.id, attempt=reply.attempt, reason=reason, again_at=again_at)
        case Unknown(reason=reason):
            look_at = now + timing.first_look
            return ReportUnknown(reply_id=reply.id, attempt=reply.attempt, reason=reason, look_at=look_at)
        case _:
            assert_never(outcome)
