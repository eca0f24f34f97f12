"""F4: how late deadlines are recorded and at what cost, while ever more clocks are armed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from math import isnan
from typing import Final

from tests.bench import firing
from tests.bench.field import armed_field
from tests.bench.firing import P99, Pace
from tests.bench.ground import Ground
from tests.bench.results import Gate, Measurement
from tests.bench.turns import Say, Side, take_turns

LATE_MS: Final = 2_000.0
"""DESIGN, section 7."""
GROWTH: Final = 2.0
"""By how much a record may cost more with the most clocks armed than with the fewest: it should not at all."""
UNIT: Final = "CPU us per deadline"


async def measured(
    ground: Ground, sizes: Sequence[int], *, pace: Pace, pairs: int, two: bool, say: Say
) -> list[Measurement]:
    """Measure with each number of armed clocks. `two`: also two clock processes at once. Raises Incomplete."""
    found = [await _of_one(ground, armed, pace=pace, pairs=pairs, two=two, say=say) for armed in sizes]
    growth = cost_growth(sizes, found)
    return [*found[:-1], replace(found[-1], further=[*found[-1].further, *growth])]


async def _of_one(ground: Ground, armed: int, *, pace: Pace, pairs: int, two: bool, say: Say) -> Measurement:
    async with armed_field(ground, armed, say=say) as field:
        sides: dict[str, Side] = {
            "floor": partial(firing.floor, field, pace),
            "one clock": partial(firing.clocks, field, pace, many=1),
        }
        if two:
            sides["two clocks"] = partial(firing.clocks, field, pace, many=2)
        floor, *rows = await take_turns(f"F4 {armed:,}", UNIT, sides, pairs=pairs, say=say)
    title = f"Deadlines: {armed:,} clocks armed, {pace.per_second:.0f} due per second for {pace.seconds:.0f} s"
    found = Measurement(id="F4", title=title, unit=UNIT, floor=floor, rows=rows, gate=None, at_most=True)
    return replace(found, further=list(lateness_gates(armed, found)))


def lateness_gates(armed: int, found: Measurement) -> Iterator[Gate]:
    """Give the gate of every side of ours: lateness p99, the median of its runs."""
    for row in found.rows:
        late = row.more()[P99]
        if late is not None:
            sentence = f"F4 lateness p99 {late:,.0f} <= {LATE_MS:,.0f} ms ({row.name}, {armed:,} armed)"
            yield Gate(sentence, late <= LATE_MS)


def cost_growth(sizes: Sequence[int], found: Sequence[Measurement]) -> Iterator[Gate]:
    """Give the gate of proportionality for the first side of ours; none where there is one size, or CPU is unknown."""
    fewest, most = min(sizes), max(sizes)
    costs = {armed: one.rows[0].value.median for armed, one in zip(sizes, found, strict=True)}
    grown = costs[most] / costs[fewest]
    if fewest != most and not isnan(grown):
        sentence = f"F4 cost of a deadline with {most:,} armed / with {fewest:,}: {grown:.2f} <= {GROWTH:g}"
        yield Gate(sentence, grown <= GROWTH)
