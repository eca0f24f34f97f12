"""Where a case stands, apart from what was said on it: what a merge changes and an unmerge restores."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from shared.case.state.stage import ANSWERABLE, CALLED_BACK, Disposition, Stage


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


_PLACE: Final = ("stage", "stage_at", "disposition", "disposition_reason", "settled_at", "aside_until", "aside_reason")
_HANDS: Final = ("owner", "owner_since", "last_owner", "avoid")


def same_place(one: Standing, other: Standing) -> bool:
    """Is it the same stage, and not left in between?"""
    return all(getattr(one, name) == getattr(other, name) for name in _PLACE)


def restored(now: Standing, *, before: Standing, after: Standing) -> Standing:
    """Return the standing without what came between `before` and `after`; what was changed since then stays.

    What belongs together stays together. A case that rested before and is being worked on now rests again: it was
    worked on for the other's sake.
    """
    rested = before.stage in CALLED_BACK and now.stage in ANSWERABLE
    undone = {
        name: getattr(before, name)
        for group in (_PLACE, _HANDS, ("severity",))
        if rested or all(getattr(now, name) == getattr(after, name) for name in group)
        for name in group
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
