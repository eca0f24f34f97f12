"""What can be asked of a case as it stands, for buttons and for refusals."""

from shared.case.case import Case
from shared.case.parts import ReplyStatus
from shared.case.stage import ANSWERABLE, ASSIGNABLE, RESOLVABLE, Stage


def ways(case: Case) -> tuple[str, ...]:
    """Return the names of what is legal from here, in the order in which people think of them."""
    statuses = {reply.status for reply in case.replies}
    legal = {
        "claim": case.stage in ASSIGNABLE,
        "reply": case.stage in ANSWERABLE,
        "release": case.stage is Stage.ASSIGNED,
        "resolve": case.stage in RESOLVABLE,
        "withdraw": ReplyStatus.QUEUED in statuses,
        "settle": ReplyStatus.NEEDS_HUMAN in statuses,
    }
    return tuple(name for name, is_legal in legal.items() if is_legal)
