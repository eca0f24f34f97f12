"""Is there a way out of where a case is?"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from shared.case.apply import apply_all
from shared.case.commands import Assign, Command, Reopen, Resolve, Resume, Tick
from shared.case.decide import decide
from shared.case.refused import Refused
from shared.case.reply_commands import RefuseAnswer, ReportFailed, Withdraw
from shared.case.state.case import Case
from shared.case.state.reply import Reply, ReplyStatus
from shared.case.state.stage import Disposition

YEARS = timedelta(days=3650)


def has_way_out(case: Case, *, now: datetime) -> bool:
    """Does some command, or the passing of time, lead to another stage?"""
    return any(_leads_on(case, command, now=at) for command, at in _tries(case, now=now))


def _tries(case: Case, *, now: datetime) -> Iterator[tuple[Command, datetime]]:
    yield Assign(agent="joris", by="joris"), now
    yield Resume(by="joris"), now
    yield Resolve(by="joris", disposition=Disposition.SPAM, reason="advertising"), now
    yield Reopen(by="joris"), now
    yield Tick(), now + YEARS
    for reply in case.replies:
        yield _ends(reply), now


def _ends(reply: Reply) -> Command:
    if reply.status is ReplyStatus.AWAITING_APPROVAL:
        return RefuseAnswer(reply_id=reply.id, by="joris", reason="too cold")
    if reply.status is ReplyStatus.QUEUED:
        return Withdraw(reply_id=reply.id, by="joris")
    return ReportFailed(reply_id=reply.id, attempt=reply.attempt, reason="gone")


def _leads_on(case: Case, command: Command, *, now: datetime) -> bool:
    try:
        return apply_all(case, decide(case, command, now=now), now=now).stage is not case.stage
    except Refused:
        return False
