"""Who is looking at a case, or typing in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

LASTING: Final = timedelta(seconds=20)
"""How long attention lasts that is not renewed; pages renew theirs about every eight seconds."""

Doing = Literal["viewing", "typing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """One agent at one case, until then unless renewed."""

    case_id: str
    brand: str
    agent: str
    doing: Doing
    until: datetime


ByCase = Mapping[str, tuple[Looking, ...]]
"""Who is at which case; a case that nobody is at is not in it."""


def by_case(found: Iterable[Looking]) -> ByCase:
    """Return them by case, in each by agent."""
    cases: dict[str, list[Looking]] = {}
    for one in sorted(found, key=lambda one: (one.case_id, one.agent)):
        cases.setdefault(one.case_id, []).append(one)
    return {case_id: tuple(there) for case_id, there in cases.items()}


def differing(before: ByCase, after: ByCase) -> tuple[str, ...]:
    """Return the cases where somebody came, went, or does something else now. A renewal alone is no difference."""
    return tuple(
        case_id for case_id in sorted({*before, *after}) if _who(before.get(case_id)) != _who(after.get(case_id))
    )


def _who(there: tuple[Looking, ...] | None) -> list[tuple[str, Doing]]:
    return [(one.agent, one.doing) for one in there or ()]
