"""Sides take turns, and take turns in going first, so that whatever else the machine does meets all of them."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeAlias

from tests.bench.results import Row, Sample

Say: TypeAlias = Callable[[str], None]
"""Tells the person who waits what is being done."""

Side: TypeAlias = Callable[[], Awaitable[Sample]]
"""How a side is measured once."""

Sides: TypeAlias = Mapping[str, Side]
"""By name."""


async def take_turns(name: str, unit: str, sides: Sides, *, pairs: int, say: Say) -> list[Row]:
    """Measure every side `pairs` times; return a row for each, in the order given."""
    samples: dict[str, list[Sample]] = {side: [] for side in sides}
    for pair in range(pairs):
        for side in list(sides) if pair % 2 == 0 else list(sides)[::-1]:
            say(f"{name} {pair + 1}/{pairs} {side} …")
            sample = await sides[side]()
            samples[side].append(sample)
            say(f"{name} {pair + 1}/{pairs} {side}: {sample.value:,.0f} {unit}")
    return [Row(side, found) for side, found in samples.items()]
