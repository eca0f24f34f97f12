"""What the case page offers an agent: what the case allows, less what is somebody else's to do."""

from typing import Final

from services.respond.domain.ways import ways
from shared.case.state.case import Case
from shared.case.state.reply import Reply, ReplyStatus
from shared.directory.profile import Profile

_OWN: Final = frozenset({"release", "resolve", "snooze", "hold", "resume"})


def offers(case: Case, agent: Profile) -> tuple[str, ...]:
    """Return the names of what to show buttons for; the API refuses the rest."""
    is_mine = case.owner == agent.id
    hidden = {
        *(("claim",) if is_mine else ()),
        *(("release",) if case.owner is None else ()),
        *(("transfer", "delete") if not (is_mine or agent.is_supervisor) else ()),
        *(_OWN if case.owner is not None and not is_mine else ()),
        *(("approve", "refuse") if to_approve(case, agent) is None else ()),
    }
    if agent.is_supervisor:
        hidden.discard("resume")
    return tuple(name for name in ways(case) if name not in hidden)


def to_approve(case: Case, agent: Profile) -> Reply | None:
    """Return the answer that waits for this agent's word; nobody approves their own."""
    waiting = (one for one in case.replies if one.status is ReplyStatus.AWAITING_APPROVAL)
    return next((one for one in waiting if one.author != agent.id), None)
