"""Which answers keep a message from being answered once more."""

from shared.case.state.case import Case
from shared.case.state.reply import Reply, ReplyStatus


def in_the_way(case: Case, message_id: str, *, private: bool) -> tuple[Reply, ...]:
    """Return the active answers that stand in the way of another one to this message, in the order of the case.

    `private`: the other one is. A posted answer in private stands in the way of private ones alone: in public nobody
    sees it.
    """
    return tuple(
        one
        for one in case.replies
        if one.answers == message_id
        and one.is_active
        and (private or not (one.private and one.status is ReplyStatus.POSTED))
    )
