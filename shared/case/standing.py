"""Where a case stands, apart from what was said on it: what a merge changes and an unmerge restores."""

from dataclasses import dataclass, fields, replace
from datetime import datetime

from shared.case.stage import Disposition, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Stage, owner and outcome of a case. `stage_at`: since when it is in this stage.

    `aside_until` and `aside_reason` belong to a snooze or a hold; `avoid` is the agent who lost the case by silence.
    """

    stage: Stage
    stage_at: datetime
    severity: str
    owner: str | None = None
    owner_since: datetime | None = None
    last_owner: str | None = None
    avoid: str | None = None
    disposition: Disposition | None = None
    disposition_reason: str | None = None
    settled_at: datetime | None = None
    aside_until: datetime | None = None
    aside_reason: str | None = None


def restored(now: Standing, *, before: Standing, after: Standing) -> Standing:
    """Return the standing without what came between `before` and `after`; what was changed since then stays."""
    undone = {
        field.name: getattr(before, field.name)
        for field in fields(Standing)
        if getattr(now, field.name) == getattr(after, field.name)
    }
    return replace(now, **undone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Absorbed:
    """A case that was merged into this one. `cases`: it, and those that had been merged into it before.

    `keys`: the customers of these, one each, whose messages now come here. `before` and `after`: this case's standing
    around the merge.
    """

    case_id: str
    cases: tuple[str, ...]
    keys: tuple[str, ...]
    at: datetime
    by: str
    before: Standing
    after: Standing
