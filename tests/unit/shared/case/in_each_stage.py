"""A case in each stage of its life."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from shared.case.apply import apply_all
from shared.case.commands import Assign, Hold, Resolve, Snooze, Tick
from shared.case.merge import merge, unmerge
from shared.case.state.case import Case
from shared.case.state.policy import Book
from shared.case.state.stage import Disposition, Stage
from tests.builders import HOUR, NOON, a_case, a_message, after, an_answer
from tests.unit.shared.case.posting import posted, sending

SPAM: Final = Resolve(by="mira", disposition=Disposition.SPAM, reason="advertising")
HOLD: Final = Hold(by="mira", reason="the courier has to say")
SNOOZE: Final = Snooze(by="mira", until=NOON + HOUR)


def merged(target: Case, source: Case, *, at: datetime = NOON) -> tuple[Case, Case]:
    """Both cases after the second was merged into the first."""
    into, gone = merge(target, source, by="mira", now=at)
    return apply_all(target, into, now=at), apply_all(source, gone, now=at)


def parted(target: Case, source: Case, *, at: datetime = NOON) -> tuple[Case, Case]:
    """Both cases after the second was taken out of the first again."""
    stays, apart = unmerge(target, source, by="mira", now=at)
    return apply_all(target, stays, now=at), apply_all(source, apart, now=at)


def in_each_stage(*, author: str = "joe", post: str = "post-1", book: Book | None = None) -> Mapping[Stage, Case]:
    """Cases of one customer's, unanswered unless their stage says that they were answered."""
    new = a_case(message=a_message(post), author=author, book=book)
    assigned = after(new, Assign(agent="mira", by="route"))
    other = a_case(message=a_message("other"), author="somebody else")
    return {
        Stage.NEW: new,
        Stage.ASSIGNED: assigned,
        Stage.AWAITING_APPROVAL: after(new, an_answer(new, for_approval=True)),
        Stage.PUBLISHING: sending(new),
        Stage.AWAITING_CUSTOMER: posted(new),
        Stage.INTERNAL_HOLD: after(assigned, HOLD),
        Stage.SNOOZED: after(assigned, SNOOZE),
        Stage.NO_RESPONSE_NEEDED: after(assigned, SPAM),
        Stage.RESOLVED: after(posted(new), Resolve(by="mira", disposition=Disposition.ANSWERED)),
        Stage.CLOSED: after(after(new, SPAM), Tick(), now=NOON + 80 * HOUR),
        Stage.MERGED: merged(other, new)[1],
    }


CASES: Final = in_each_stage()
