"""Saved views: a filter over the cases and an order, under a name."""

from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import Final, Literal

from shared.directory.profile import Profile

Sort = Literal["due", "newest"]
ME: Final = "me"
"""As an owner: whoever asks."""
MOST_VIEWS: Final = 100
"""Made by one agent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which cases, in the words of GET /v1/cases; what is None or empty does not matter.

    `owner` may be `me`. `due_within`: seconds from the moment of asking to the deadline of the answer that is owed.
    """

    stage: tuple[str, ...] = ()
    brand: str | None = None
    network: str | None = None
    language: str | None = None
    severity: str | None = None
    intent: str | None = None
    owner: str | None = None
    owned: bool | None = None
    queue: str | None = None
    tag: str | None = None
    due_within: int | None = None

    def narrowed(self, asked: "Filter") -> "Filter":
        """Return this filter with what was asked besides in the place of its own."""
        given = {one.name: value for one in fields(asked) if (value := getattr(asked, one.name)) not in (None, ())}
        return replace(self, **given)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A saved view. `by`: who made it, and whose it is unless it is shared."""

    id: str
    name: str
    by: str
    shared: bool
    filter: Filter = field(default_factory=Filter)
    sort: Sort = "due"
    changed_at: datetime

    def is_changed_by(self, agent: Profile) -> bool:
        """May they change and remove it, who see it? A shared one any supervisor may who serves all that it is for."""
        if not self.shared:
            return self.by == agent.id
        return agent.is_supervisor and (not agent.brands or self.filter.brand in agent.brands)
