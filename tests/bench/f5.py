"""F5: how fast the classifier of the lane reads, alone on one core, and in how much memory. No Kafka, no MongoDB."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from math import isnan
from typing import Any, Final

from tests.bench.complete import Incomplete
from tests.bench.results import Gate, Measurement, Row, Sample
from tests.bench.turns import Say, Side, take_turns

UNIT: Final = "posts/s of CPU"
PER_SECOND: Final = 6_000.0
P99_MS: Final = 1.0
MEMORY_MB: Final = 350.0
"""Issue 5, item 8."""

BATCHES: Final = "batches of 64"
SINGLE: Final = "one at a time"
_SIDES: Final = {
    "floor": "floor",
    "batches": BATCHES,
    "single": SINGLE,
    "airline": f"{BATCHES}, airline posts",
    "again": f"{BATCHES}, read a moment ago",
}
_P99: Final = "p99 ms"


async def measured(*, pairs: int, say: Say) -> Measurement:
    """Measure. Raises Incomplete when a process of it fails."""
    say("F5: loading …")
    async with _desk() as desk:
        known = await desk.answer()
        sides: dict[str, Side] = {name: partial(desk.ask, side) for side, name in _SIDES.items() if side in known}
        floor, *rows = await take_turns("F5", UNIT, sides, pairs=pairs, say=say)
        stages: dict[str, Side] = {f"{BATCHES}, by stage": partial(desk.ask, "stages")}
        (by_stage,) = await take_turns("F5", UNIT, stages, pairs=min(pairs, 3), say=say)
    say("F5: memory …")
    peak = await _peak_mb()
    first = replace(rows[0], samples=[replace(one, peak_mb={"classifier": peak}) for one in rows[0].samples])
    return Measurement(
        id="F5",
        title="Classify: posts read by one process on one core",
        unit=UNIT,
        floor=floor,
        rows=[first, *rows[1:], replace(by_stage, paired=False)],
        gate=None,
        further=list(targets(rows, peak_mb=peak)),
    )


def targets(rows: list[Row], *, peak_mb: float) -> Iterator[Gate]:
    """Give the gates: rate, latency, memory (where the machine tells it)."""
    by_name = {row.name: row for row in rows}
    rate = by_name[BATCHES].value.median
    yield Gate(f"F5 {rate:,.0f} >= {PER_SECOND:,.0f} posts/s of CPU ({BATCHES})", rate >= PER_SECOND)
    late = by_name[SINGLE].more()[_P99]
    if late is not None:
        yield Gate(f"F5 p99 {late:.2f} <= {P99_MS:g} ms of CPU ({SINGLE})", late <= P99_MS)
    if not isnan(peak_mb):
        yield Gate(f"F5 memory {peak_mb:.0f} <= {MEMORY_MB:.0f} MB (20,000 posts read)", peak_mb <= MEMORY_MB)


class _Desk:
    def __init__(self, process: Process) -> None:
        self._process = process

    async def ask(self, side: str) -> Sample:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{side}\n".encode())
        return Sample(**await self.answer())

    async def answer(self) -> Any:
        assert self._process.stdout is not None
        line = await self._process.stdout.readline()
        if not line:
            raise Incomplete("void: the classifier's process ended; what it said stands above")
        return json.loads(line)


@asynccontextmanager
async def _desk() -> AsyncIterator[_Desk]:
    process = await _started("desk", stdin=PIPE)
    try:
        yield _Desk(process)
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def _peak_mb() -> float:
    process = await _started("memory")
    told, _ = await process.communicate()
    if process.returncode:
        raise Incomplete("void: the process whose memory was measured failed; what it said stands above")
    return float(told)


async def _started(module: str, **pipes: Any) -> Process:
    """One core means one thread: libraries of linear algebra would start one per core."""
    one = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", f"tests.bench.reading.{module}"), stdout=PIPE, env={**os.environ, **one}, **pipes
    )
