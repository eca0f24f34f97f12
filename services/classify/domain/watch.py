"""What is remembered about the complaints of one brand and intent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

from services.classify.domain.distinct import Distinct

WINDOW_SECONDS: Final = 300
SLACK: Final = timedelta(minutes=15)
"""Windows are kept so much longer than they count, for signals that come late."""
MEMBERS: Final = 200
"""Event ids that a window, or one step of a storm, names at most. Counts have no such limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StormRules:
    """`authors` different people within `window` open a storm; doubling, or `growth` more, is a step.

    `quiet` without a complaint ends it.
    """

    authors: int
    window: timedelta
    growth: int
    quiet: timedelta

    def next_level(self, count: int) -> int:
        """Return at how many people the storm has grown again."""
        return min(2 * count, count + self.growth)


@dataclass(frozen=True, slots=True)
class Bucket:
    """Who complained in one window: how many people, some of the posts, and how many could have read them."""

    first_at: datetime
    people: Distinct = field(default_factory=Distinct)
    members: tuple[str, ...] = ()
    reach: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Storm:
    """An open storm. `level`: at how many people the next step comes; `fresh`: posts since the last step."""

    storm_id: str
    step: int
    level: int
    first_at: datetime
    latest_at: datetime
    people: Distinct
    reach: int
    fresh: tuple[str, ...] = ()

    def calm_at(self, rules: StormRules) -> datetime:
        """Return when it is over if nobody else complains."""
        return self.latest_at + rules.quiet


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """All that is remembered of one brand and intent. `windows` by their start in epoch seconds.

    `since`: only windows that start then or later count, so that a storm that is over does not open the next.
    """

    brand: str
    intent: str
    latest_at: datetime | None = None
    since: int = 0
    windows: Mapping[int, Bucket] = field(default_factory=dict)
    storm: Storm | None = None


def window_of(at: datetime) -> int:
    """Return the start of the window that an instant falls in, in epoch seconds."""
    return int(at.timestamp()) // WINDOW_SECONDS * WINDOW_SECONDS


def end_of(start: int) -> datetime:
    """Return when a window ends, given its start."""
    return datetime.fromtimestamp(start + WINDOW_SECONDS, UTC)
