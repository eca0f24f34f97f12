"""The words in which cases are kept, for those who decide and for those who store."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from shared.case.state.case import Case

Change = Callable[[Case], Case]
"""Pure; returns the very same case when there is nothing to change."""

Due = Literal["clock_due_at", "publish_due_at"]


class NoSuchCase(Exception):
    """There is no case of that id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A case before and after; before None: it is to be opened."""

    before: Case | None
    after: Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A case that is over: whose it was, which events had their effect there, who looked after it last.

    `is_continued`: it was full, and another case has to go on for it.
    """

    case_id: str
    keys: tuple[str, ...]
    events: frozenset[str]
    last_owner: str | None = None
    is_continued: bool = False


def announcing(change: Change) -> Change:
    """Return the change, with the first version that it makes marked as not announced yet."""

    def marked(before: Case) -> Case:
        after = change(before)
        if after is before or after.announce_from is not None:
            return after
        return replace(after, announce_from=after.version)

    return marked
