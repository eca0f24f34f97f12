"""Looking a text through, for tests that say only what matters to their rule."""

from services.respond.domain.checks.finding import Remark
from services.respond.domain.checks.look import Answered, Look, remarks
from shared.levels.answers import Check

COMPLAINT = Answered(intent="delivery", sentiment="negative")


def looked(text: str, *, answered: Answered | None = None, is_private: bool = False) -> dict[Check, Remark]:
    """Return what is said of a text, by check."""
    return {one.check: one for one in remarks(Look(text=text, answered=answered, is_private=is_private))}


def marked(text: str, check: Check) -> list[str]:
    """Return the parts of a text that a check points at."""
    remark = looked(text).get(check)
    return [] if remark is None else [text[span.start : span.end] for span in remark.spans]
