"""What an answer to a complaint must not lack: an apology, what is wrong or what we do, the next step with a time."""

from collections.abc import Sequence
from typing import Final

from services.respond.domain.checks.apology import says_sorry
from services.respond.domain.checks.explanation import says_what
from services.respond.domain.checks.finding import Remark
from services.respond.domain.checks.phrases import each
from services.respond.domain.checks.words import Word
from shared.levels.answers import Check

PROBLEMS: Final = each(
    "outage delivery defect refund billing account cancellation service complaint safety legal fraud"
)
"""Intents by which something went wrong."""
_LANGUAGES: Final = each("en nl de fr es")


def is_complaint(*, intent: str | None, sentiment: str | None, severity: str) -> bool:
    """Does the message ask for an answer that has all three? Not where its author is glad in spite of the matter."""
    if severity in ("high", "critical") or sentiment == "negative":
        return True
    return intent in PROBLEMS and sentiment != "positive"


def can_tell(language: str | None) -> bool:
    """Do we know the words of this language (a BCP 47 tag)? An unknown one may be one of ours."""
    primary = (language or "und").partition("-")[0].lower()
    return primary == "und" or primary in _LANGUAGES


def lacking(said: Sequence[Word], *, with_a_time: frozenset[int]) -> tuple[Remark, ...]:
    """Return a remark for each element that an answer to a complaint lacks."""
    remarks: list[Remark] = []
    if not says_sorry(said):
        remarks.append(Remark(check=Check.NO_APOLOGY, what="they complain, and this does not say sorry"))
    if not says_what(said):
        remarks.append(
            Remark(check=Check.NO_EXPLANATION, what="this does not say what went wrong, or what we do about it")
        )
    if not with_a_time:
        remarks.append(
            Remark(check=Check.NO_NEXT_STEP, what="this does not say what happens next, and by when (a day or an hour)")
        )
    return tuple(remarks)
