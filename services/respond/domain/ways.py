"""What can be asked of a case as it stands, for buttons and for refusals."""

from services.respond.domain.loop import open_loop
from shared.case.state.case import Case
from shared.case.state.reply import ReplyStatus
from shared.case.state.stage import (
    ANSWERABLE,
    ASSIGNABLE,
    MERGEABLE,
    PUTTABLE_ASIDE,
    RESOLVABLE,
    SET_ASIDE,
    SETTLED,
    TRANSFERABLE,
    Stage,
)


def ways(case: Case) -> tuple[str, ...]:
    """Return the names of what is legal from here, in the order in which people think of them."""
    if case.stage is Stage.MERGED:
        return ()
    statuses = {reply.status for reply in case.replies}
    legal = {
        "claim": case.stage in ASSIGNABLE,
        "reply": case.stage in ANSWERABLE,
        "close_loop": open_loop(case) is not None,
        "release": case.stage is Stage.ASSIGNED,
        "transfer": case.stage in TRANSFERABLE,
        "resolve": case.stage in RESOLVABLE,
        "approve": ReplyStatus.AWAITING_APPROVAL in statuses,
        "refuse": ReplyStatus.AWAITING_APPROVAL in statuses,
        "snooze": case.stage in PUTTABLE_ASIDE | SET_ASIDE,
        "hold": case.stage in PUTTABLE_ASIDE | SET_ASIDE,
        "resume": case.stage in SET_ASIDE,
        "reopen": case.stage in SETTLED,
        "merge": case.stage in MERGEABLE,
        "unmerge": bool(case.absorbed) and case.stage in MERGEABLE,
        "withdraw": any(reply.can_be_withdrawn for reply in case.replies),
        "settle": ReplyStatus.NEEDS_HUMAN in statuses,
        "delete": any(reply.can_be_deleted for reply in case.replies),
    }
    return tuple(name for name, is_legal in legal.items() if is_legal)
