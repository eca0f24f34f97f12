"""What it makes of an answer that a post of it is on the network, whoever says so (SEMANTICS, section 5)."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from shared.case.decisions.moving import Receipt, back, moved
from shared.case.decisions.reaching import reach_customer
from shared.case.decisions.unfolding import Unfolding
from shared.case.events import Event, StageChanged
from shared.case.reply_events import EchoDropped, ReplyUnwanted
from shared.case.state.reply import Reply, ReplyStatus
from shared.case.state.stage import ANSWERABLE, Stage

NATIVE: Final = "native app"
"""The author of answers that were not written here: the network does not say who of us it was."""

GOES_ON: Final = ANSWERABLE | {Stage.PUBLISHING}
"""The rest of an answer in several posts can follow from here."""


def land(turn: Unfolding, reply: Reply, receipt: Receipt, *, at: datetime, by: str) -> None:
    """A post of an answer that was under way or in doubt is on the network since `at`.

    What nobody wants any more is deleted there. The customer is answered once the last post of an answer is there.
    """
    for other in turn.case.replies:
        if other.author == NATIVE and other.native_id is not None and other.native_id == receipt.native_id:
            turn.add(EchoDropped(reply_id=other.id, is_really=reply.id))
            if other.unwanted_by is not None and reply.unwanted_by is None:
                # Whoever asked for its deletion as somebody else's asked for this one's.
                turn.add(ReplyUnwanted(reply_id=reply.id, by=other.unwanted_by, what="deletion", due_at=None))
                reply = replace(reply, unwanted_by=other.unwanted_by)
    if reply.unwanted_by is not None:
        landed = "it landed after it was withdrawn; to be deleted there"
        turn.add(*_taken_back(turn, reply, ReplyStatus.WITHDRAWN, receipt, by=by, reason=landed))
    elif receipt.part + 1 == reply.post_count:
        turn.add(moved(reply, ReplyStatus.POSTED, by=by, receipt=receipt, posted_at=at))
        if turn.case.is_live:
            reach_customer(turn, reply.id, reply.covers, at=at, by=by)
    elif turn.case.stage in GOES_ON:
        there = f"post {receipt.part + 1} of {reply.post_count} is there"
        turn.add(moved(reply, ReplyStatus.QUEUED, by=by, due_at=turn.now, reason=there, receipt=receipt))
        if turn.case.stage is not Stage.PUBLISHING:
            turn.add(StageChanged(stage=Stage.PUBLISHING, by=by))
    else:
        over = "the case went on before all of this answer was there; what there is of it is deleted"
        turn.add(*_taken_back(turn, reply, ReplyStatus.FAILED, receipt, by=by, reason=over))


def _taken_back(
    turn: Unfolding, reply: Reply, status: ReplyStatus, receipt: Receipt, *, by: str, reason: str
) -> list[Event]:
    return back(turn.case, reply, status, by=by, reason=reason, due_at=turn.now, receipt=receipt)
