"""How the console says things: spans of time, stages, states of an answer, links that may be followed."""

from datetime import datetime, timedelta
from typing import Final

from shared.case.state.clock import ClockKind
from shared.case.state.reply import ReplyStatus
from shared.case.state.stage import CHOSEN, Disposition, Stage

STAGES: Final = {
    Stage.NEW: "New",
    Stage.ASSIGNED: "Assigned",
    Stage.AWAITING_APPROVAL: "For approval",
    Stage.PUBLISHING: "Publishing",
    Stage.AWAITING_CUSTOMER: "Answered",
    Stage.INTERNAL_HOLD: "On hold",
    Stage.SNOOZED: "Snoozed",
    Stage.NO_RESPONSE_NEEDED: "No answer needed",
    Stage.RESOLVED: "Resolved",
    Stage.CLOSED: "Closed",
    Stage.MERGED: "Merged",
}
REPLIES: Final = {
    ReplyStatus.AWAITING_APPROVAL: "Waits for approval",
    ReplyStatus.REFUSED: "Refused",
    ReplyStatus.QUEUED: "Queued",
    ReplyStatus.SENDING: "Sending",
    ReplyStatus.POSTED: "Posted",
    ReplyStatus.UNKNOWN: "Unknown, looking it up",
    ReplyStatus.NEEDS_HUMAN: "Was it posted?",
    ReplyStatus.FAILED: "Not posted",
    ReplyStatus.WITHDRAWN: "Withdrawn",
    ReplyStatus.DELETED: "Deleted there",
}
DISPOSITIONS: Final = {
    Disposition.ANSWERED: "Answered",
    Disposition.PEER_RESOLVED: "Another customer helped",
    Disposition.COVERED_BY_STATEMENT: "Covered by a statement",
    Disposition.NO_RESPONSE_NEEDED: "No answer needed",
    Disposition.SPAM: "Spam",
    Disposition.CONTINUED: "Continued in the next case",
    Disposition.MERGED: "Merged into another case",
}
CLOCKS: Final = {
    ClockKind.FIRST_RESPONSE: "First answer",
    ClockKind.NEXT_RESPONSE: "Next answer",
    ClockKind.RESOLUTION: "Resolution",
}
TO_GIVE: Final = {one: label for one, label in DISPOSITIONS.items() if one in CHOSEN}
"""The dispositions that an agent can choose from."""


def span(length: timedelta) -> str:
    """Return a length of time in at most two units: `45 s`, `12 min`, `1 h 05`, `3 d 2 h`. The sign is left out."""
    seconds = int(abs(length.total_seconds()))
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86400
    if seconds < 60:
        return f"{seconds} s"
    if minutes < 60:
        return f"{minutes} min"
    if hours < 24:
        return f"{hours} h {minutes % 60:02}"
    return f"{days} d {hours % 24} h"


def urgency(due_at: datetime, warn_at: datetime | None, *, now: datetime) -> str:
    """Return `late`, `soon` or `calm`."""
    if now > due_at:
        return "late"
    return "soon" if warn_at is not None and now >= warn_at else "calm"


def due_words(due_at: datetime, *, now: datetime) -> str:
    """Return how long there is, or by how much it is late."""
    return f"{span(now - due_at)} late" if now > due_at else span(due_at - now)


def instant(text: str) -> datetime | None:
    """Return the instant that a note of the history names; None where it says something else."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def followable(url: str | None) -> str | None:
    """Return the link if it is one that a browser only follows: networks decide what stands there, not we."""
    return url if url is not None and url.lower().startswith(("https://", "http://")) else None
