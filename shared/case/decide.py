"""What a command makes happen, given the case as it is. Pure: time and ids come as arguments."""

from datetime import datetime
from typing import assert_never

from shared.case.commands import (
    ApplyPolicies,
    Assign,
    Command,
    Hear,
    HearEcho,
    Hold,
    Release,
    Reopen,
    Resolve,
    Resume,
    Snooze,
    Tag,
    Tick,
    Transfer,
    Untag,
)
from shared.case.decisions import answering, aside, due, echo, hear, publishing, tagging, timers, working
from shared.case.events import Event
from shared.case.refused import merged
from shared.case.reply_commands import (
    Answer,
    Approve,
    AskHuman,
    Delete,
    Postpone,
    RefuseAnswer,
    ReportDeleted,
    ReportFailed,
    ReportNotSent,
    ReportPosted,
    ReportUnknown,
    Retract,
    Settle,
    SettlePosted,
    StartSending,
    Withdraw,
)
from shared.case.state.case import Case
from shared.case.state.stage import Stage


def decide(case: Case, command: Command, *, now: datetime) -> list[Event]:
    """Return what happens; nothing when it has happened already. Raises Refused when the case does not allow it."""
    if case.stage is Stage.MERGED and not isinstance(command, ApplyPolicies | Tick):
        raise merged(case.id, case.merged_into)
    match command:
        case Hear():
            return hear.decide(case, command, now=now)
        case HearEcho():
            return echo.decide(case, command, now=now)
        case Assign() | Transfer() | Release() | Snooze() | Hold() | Resume() | Reopen() | Resolve():
            return working.decide(case, command, now=now)
        case Tag() | Untag():
            return tagging.decide(case, command)
        case ApplyPolicies():
            return timers.recompute(case, command.book, now=now).events if case.is_live else []
        case Tick():
            return due.decide(case, command.book, now=now)
        case Answer() | Approve() | RefuseAnswer() | Withdraw() | Settle() | SettlePosted() | Delete():
            return answering.decide(case, command, now=now)
        case StartSending() | ReportPosted() | ReportUnknown() | ReportNotSent() | ReportFailed() | AskHuman():
            return publishing.decide(case, command, now=now)
        case Postpone() | Retract() | ReportDeleted():
            return aside.decide(case, command, now=now)
        case _:
            assert_never(command)
