"""Whether there is something to write an answer in, and which message it would answer."""

from typing import Final

from services.respond.domain.loop import open_loop
from services.respond.domain.ways import ways
from shared.case.state.case import Case
from shared.case.state.parts import Message
from shared.case.state.reply import ReplyStatus
from shared.case.state.stage import Stage

_SETTLED: Final = "This case is settled. It comes back when the customer writes again."
_ASIDE: Final = "This case is set aside. Take it up again to answer."
_SILENCES: Final = {
    Stage.AWAITING_APPROVAL: "An answer waits for a second person.",
    Stage.PUBLISHING: "An answer is on its way. You can write again when it has landed.",
    Stage.AWAITING_CUSTOMER: "It is the customer's turn. You can write again when they have.",
    Stage.SNOOZED: _ASIDE,
    Stage.INTERNAL_HOLD: _ASIDE,
    Stage.NO_RESPONSE_NEEDED: _SETTLED,
    Stage.RESOLVED: _SETTLED,
    Stage.CLOSED: "This case is closed. The customer's next message opens another one.",
    Stage.MERGED: "This case was merged into another one, which goes on for it.",
}


def to_answer(case: Case) -> Message | None:
    """Return the message that an answer would be to, unless somebody says otherwise: the newest without one.

    Where each has one, it is the newest that has one in private alone.
    """
    if case.stage is Stage.AWAITING_CUSTOMER:
        return open_loop(case)
    open_ones = [one for one in case.messages if one.deleted_at is None and case.answer_to(one.id) is None]
    return max(open_ones, key=lambda one: (one.occurred_at, one.id), default=open_loop(case))


def closes_loop(case: Case) -> bool:
    """Would an answer say in public what was answered in private?"""
    answering = to_answer(case)
    return answering is not None and answering == open_loop(case)


def silent_because(case: Case, *, agent: str) -> str | None:
    """Return why there is nothing to write an answer in; None: there is."""
    if not {"reply", "close_loop"} & {*ways(case)}:
        return _SILENCES[case.stage]
    if case.owner not in (None, agent):
        return "Somebody else looks after this case. Take it over to answer."
    if any(one.status is ReplyStatus.NEEDS_HUMAN for one in case.replies):
        return "First settle the answer above: was it posted?"
    if to_answer(case) is None:
        return "Every message has an answer."
    return None
