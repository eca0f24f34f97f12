"""What people say of an answer that has left their hands: they want it back, or have found it on the network."""

from datetime import datetime

from shared.case.decisions.landing import GOES_ON, land
from shared.case.decisions.moving import Receipt, ended, expect
from shared.case.decisions.unfolding import Unfolding
from shared.case.events import Event
from shared.case.refused import Refused, illegal
from shared.case.reply_commands import Delete, SettlePosted, Withdraw
from shared.case.reply_events import ReplyUnwanted
from shared.case.state.case import Case
from shared.case.state.reply import ReplyStatus


def withdraw(case: Case, command: Withdraw, *, now: datetime) -> list[Event]:
    """Take it back where nobody has claimed it; else remember that it is not wanted. Raises Refused."""
    takeable = (ReplyStatus.QUEUED, ReplyStatus.AWAITING_APPROVAL)
    in_doubt = (ReplyStatus.SENDING, ReplyStatus.UNKNOWN)
    reply = expect(case, command.reply_id, "withdraw", *takeable, *in_doubt, done=ReplyStatus.WITHDRAWN)
    if reply is None or reply.unwanted_by is not None:
        return []
    if reply.status in in_doubt:
        return [ReplyUnwanted(reply_id=reply.id, by=command.by, what="withdrawal", due_at=None)]
    return ended(case, reply, ReplyStatus.WITHDRAWN, by=command.by, reason=None, now=now)


def found(case: Case, command: SettlePosted, *, now: datetime) -> list[Event]:
    """A person found the post in doubt on the network. Raises Refused."""
    reply = expect(case, command.reply_id, "settle", ReplyStatus.NEEDS_HUMAN, done=ReplyStatus.POSTED)
    if reply is None:
        return []
    part = reply.next_part
    goes_on = part + 1 < reply.post_count
    if command.native_id is None and reply.unwanted_by is not None:
        raise Refused("url_needed", "it was withdrawn, so it has to be deleted: say at which URL it is")
    if command.api_id is None and goes_on:
        raise Refused(
            "url_needed",
            f"post {part + 1} of {reply.post_count} is in doubt; say at which URL it is: the rest goes below",
        )
    if goes_on and reply.unwanted_by is None and case.stage not in GOES_ON:
        raise illegal("go on with the answer of", case.stage, GOES_ON)
    turn = Unfolding(case, now=now)
    receipt = Receipt(native_id=command.native_id, url=command.url, api_id=command.api_id, part=part)
    land(turn, reply, receipt, at=command.posted_at or now, by=command.by)
    return turn.events


def delete(case: Case, command: Delete, *, now: datetime) -> list[Event]:
    """Have what is posted deleted there: it stays posted until the network has done it. Raises Refused."""
    reply = expect(case, command.reply_id, "delete", ReplyStatus.POSTED, done=ReplyStatus.DELETED)
    if reply is None or reply.unwanted_by is not None:
        return []
    if not reply.is_located:
        which = "its last post" if reply.landed else "this"
        raise Refused("not_located", f"nobody knows which post {which} is; delete it in the network's own app")
    return [ReplyUnwanted(reply_id=reply.id, by=command.by, what="deletion", due_at=now)]
