"""What was said on a case, in the order in which it was said: by the customer, by us, and among colleagues."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from services.respond.domain.notes import Note
from shared.case.state.case import Case
from shared.case.state.parts import Message
from shared.case.state.reply import Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One place in it: a customer's message, an answer of ours or a note. `answer`: the one that a message has."""

    at: datetime
    message: Message | None = None
    reply: Reply | None = None
    note: Note | None = None
    answer: Reply | None = None


def timeline(case: Case, notes: Sequence[Note] = ()) -> list[Said]:
    """Return messages, answers and notes by their time; of one instant, in this order."""
    said = [Said(at=one.occurred_at, message=one, answer=case.answer_to(one.id)) for one in case.messages]
    said += [Said(at=one.posted_at or one.queued_at, reply=one) for one in case.replies]
    said += [Said(at=one.at, note=one) for one in notes]
    return sorted(said, key=lambda one: (one.at, one.reply is not None, one.note is not None))


def last_reply_of_others(case: Case, agent: str) -> Reply | None:
    """Return the newest answer that a colleague gave and that still counts: whoever is writing one has to know."""
    theirs = [one for one in case.replies if one.author != agent and one.is_active]
    return max(theirs, key=lambda one: (one.queued_at, one.id), default=None)
