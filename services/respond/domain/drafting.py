"""The one draft of a case, which its agents share, and under which conditions it may be written over."""

from dataclasses import dataclass, replace
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedDraft:
    """What somebody began to write. `version` grows with each change and is never used again, so a draft that was
    deleted leaves its version behind: `text` None. `answers`: the message that it is to answer, where that is said."""

    case_id: str
    brand: str
    text: str | None
    answers: str | None
    by: str
    at: datetime
    version: int

    @property
    def is_there(self) -> bool:
        """Is there a text to go on with?"""
        return self.text is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What the writer knows: these versions (If-Match), that there is some (`*`), that there is none (If-None-Match).

    Without any of these they know nothing, and may only change what they wrote themselves.
    """

    versions: frozenset[int] | None = None
    some: bool = False
    none: bool = False


def objection(found: SharedDraft | None, condition: Condition, *, by: str) -> str | None:
    """Return why the draft may not be written over or deleted under this condition; None: it may."""
    draft = found if found is not None and found.is_there else None
    if condition.none and draft is not None:
        return f"there is a draft already, by {draft.by}; read it and go on from its version"
    if (condition.some or condition.versions is not None) and draft is None:
        return "there is no draft any more; begin one with If-None-Match: *"
    if condition.versions is not None and draft is not None and draft.version not in condition.versions:
        return f"{draft.by} has changed the draft since you looked; read it again"
    knows = condition.some or condition.versions is not None
    if draft is not None and not knows and draft.by != by:
        return f"the draft is {draft.by}'s; read it, and send its ETag as If-Match to go on with it"
    return None


def says_the_same(found: SharedDraft | None, after: SharedDraft) -> bool:
    """Is the draft this one already? Then writing it again changes nothing, whatever the condition was."""
    return found is not None and replace(found, at=after.at, version=after.version) == after


def is_used_by(draft: SharedDraft, *, text: str, answers: str, by: str) -> bool:
    """Was the answer that was queued made from the draft?

    It was if it has the draft's words; or if it answers the same message, by whoever wrote the draft last: then they
    changed the words on the way. What a colleague left there otherwise stays.
    """
    if draft.text is None:
        return False
    return _words(draft.text) == _words(text) or (draft.by == by and draft.answers in (None, answers))


def _words(text: str) -> list[str]:
    return text.split()
