"""How much is measured, and how often."""

from dataclasses import dataclass
from typing import Final

from tests.bench.firing import Pace


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much of everything. `thorough`: storms too, two clocks too, and everything in pairs.

    `short_pairs`: those of F2 and F3; `clock_pairs`: those of F4, with each number of `armed` clocks;
    `reading_pairs`: those of F5; `lane_pairs`: those of F6.
    """

    pairs: int
    backlog: int
    requests: int
    batched: int
    posts: int
    short_pairs: int
    armed: tuple[int, ...]
    pace: Pace
    clock_pairs: int
    reading_pairs: int
    lane_pairs: int
    thorough: bool = True


FULL: Final = Size(
    pairs=5,
    backlog=30_000,
    requests=15_000,
    batched=30_000,
    posts=1_100,
    short_pairs=5,
    armed=(10_000, 100_000, 1_000_000),
    pace=Pace(),
    clock_pairs=2,
    reading_pairs=5,
    lane_pairs=3,
)
QUICK: Final = Size(
    pairs=2,
    backlog=5_000,
    requests=2_000,
    batched=5_000,
    posts=250,
    short_pairs=1,
    armed=(10_000,),
    pace=Pace(seconds=8.0, idle_seconds=3.0),
    clock_pairs=1,
    reading_pairs=2,
    lane_pairs=1,
    thorough=False,
)
