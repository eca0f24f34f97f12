"""What was answered in private and not in public: nobody else can see that the customer was looked after."""

from shared.case.state.case import Case
from shared.case.state.in_the_way import in_the_way
from shared.case.state.parts import Message
from shared.case.state.reply import ReplyStatus
from shared.case.state.stage import ANSWERABLE, Stage


def open_loop(case: Case) -> Message | None:
    """Return the newest message that has an answer in private alone, while something can be said to it in public."""
    if case.stage not in ANSWERABLE | {Stage.AWAITING_CUSTOMER}:
        return None
    in_private = {one.answers for one in case.replies if one.status is ReplyStatus.POSTED and one.private}
    answered = [one for one in case.messages if one.deleted_at is None and one.id in in_private]
    left = [one for one in answered if not in_the_way(case, one.id, private=False)]
    return max(left, key=lambda one: (one.occurred_at, one.id), default=None)
