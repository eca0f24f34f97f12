"""What each of two cases that are taken apart again makes of the time in between (SEMANTICS, section 2)."""

from collections.abc import Collection
from datetime import datetime

from shared.case.decisions.timers import follow, owe, start_over
from shared.case.decisions.unfolding import Unfolding
from shared.case.decisions.working import settle
from shared.case.events import StageChanged
from shared.case.state.parts import Message
from shared.case.state.reply import Reply
from shared.case.state.stage import ANSWERABLE, CALLED_BACK, SET_ASIDE, Disposition, Stage


def settle_in(
    turn: Unfolding,
    *,
    since: datetime,
    came: Collection[str],
    replies: Collection[Reply],
    own_moved: bool,
    all_moved: bool,
) -> None:
    """Let stage and clocks take in what was said, answered and taken back `since` the merge; else nothing changes.

    `came`: the messages that came since then. `replies`: the answers of both cases. `own_moved` and `all_moved`: its
    own clocks, or also those of cases merged into it, may have followed another stage than the one that it has now.
    """
    case = turn.case
    waiting = [one for one in case.messages if one.waits]
    new = [one for one in waiting if one.id in came] if case.stage in CALLED_BACK else []
    if own_moved and not any(one.origin is None for one in new):
        follow(turn, at=turn.now, origins={None})
    answers = _answers(case.messages, replies, since=since)
    if new:
        back = Stage.NEW if case.owner is None else Stage.ASSIGNED
        turn.add(StageChanged(stage=back, by="customer", note="wrote again"))
        for message in new:
            follow(turn, at=message.received_at, origins={message.origin})
            start_over(turn, at=message.since, origin=message.origin)
    elif case.stage in ANSWERABLE | SET_ASIDE and answers and not waiting:
        turn.add(StageChanged(stage=Stage.AWAITING_CUSTOMER, by="publisher"))
        follow(turn, at=max(answers))
    elif case.stage in ANSWERABLE | SET_ASIDE and _took_all_back(case.messages, since=since):
        settle(turn, Disposition.NO_RESPONSE_NEEDED, "deleted by its author", by="customer")
    # Without others' clocks on it, a case's clocks always are where its stage wants them.
    if all_moved or not case.absorbed:
        follow(turn, at=turn.now)
        if turn.case.is_ours:
            start_over(turn, at=turn.now)
    owe(turn)


def _answers(messages: Collection[Message], replies: Collection[Reply], *, since: datetime) -> list[datetime]:
    """Return when answers to these reached the customer."""
    posted = {one.id: one.posted_at for one in replies}
    found = (posted.get(one.answered_by) for one in messages if one.answered_by is not None)
    return [at for at in found if at is not None and at >= since]


def _took_all_back(messages: Collection[Message], *, since: datetime) -> bool:
    last = any(one.answered_by is None and one.deleted_at is not None and one.deleted_at >= since for one in messages)
    return last and not any(one.is_unanswered for one in messages)
