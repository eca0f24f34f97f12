"""What makes a storm: the figures that operators may set, and those that were tuned."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

MINUTE: Final = 60_000
"""Instants and spans in this package are whole milliseconds since 1970: cheap to compare, exact to keep."""
QUICK: Final = 5 * MINUTE
SPANS: Final = (QUICK, 15 * MINUTE)
"""Counted beside the longest window: a sudden storm shows in the short ones first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StormRules:
    """`authors` different people with one issue within `window` open a storm even where nothing is known of the brand.

    Doubling, or `growth` more people, is a step; `quiet` without anybody ends it. Posts are put in order if they come
    at most `lateness` late. The rest was tuned on the development period of the evaluation (docs/decisions/0028).
    """

    authors: int
    window: timedelta
    growth: int
    quiet: timedelta
    lateness: timedelta = timedelta(seconds=30)
    least: int = 5
    times: float = 3.0
    term_score: float = 8.0
    concept_score: float = 6.0
    intent_score: float = 6.0
    any_score: float = 8.0
    any_least: int = 7
    dispersion: float = 2.0
    floor_times: float = 8.0
    quick_least: int = 4
    quick_more: float = 0.5
    hot: float = 2.0
    long_least: int = 8
    volume: float = 1.0
    volume_calm: float = 2.0
    copies: int = 2
    overlap: float = 0.3
    detail: int = 2_000

    @property
    def spans(self) -> tuple[int, ...]:
        """The windows that are counted, in milliseconds, shortest first."""
        longest = self.window_ms
        return (*(span for span in SPANS if span < longest), longest)

    @property
    def window_ms(self) -> int:
        """The longest window."""
        return int(self.window.total_seconds() * 1000)

    @property
    def quiet_ms(self) -> int:
        """How long nobody may have complained until it is over."""
        return int(self.quiet.total_seconds() * 1000)

    @property
    def lateness_ms(self) -> int:
        """How late a post may come and still be put in order."""
        return int(self.lateness.total_seconds() * 1000)

    def next_level(self, count: int) -> int:
        """Return at how many people the storm has grown again."""
        return min(2 * count, count + self.growth)
