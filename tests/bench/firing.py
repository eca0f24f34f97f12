"""One run of one side of F4: first with nothing to do, then while deadlines pass."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from time import perf_counter
from typing import Any, Final

import orjson

from deploy.local.child import Child
from shared.contracts import topics
from tests.bench.armed import LEVELS
from tests.bench.complete import Incomplete, check_announced
from tests.bench.copies import Due
from tests.bench.field import SPARE, Field
from tests.bench.floors import names, running
from tests.bench.numbers import quantile
from tests.bench.recorded import first_logs, lateness, operation_time, server_time, writes_since
from tests.bench.results import Sample
from tests.bench.usage import peaks_mb, snapshot, spent_us

P99: Final = "late p99 ms"
_PATIENCE: Final = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """`idle_seconds` with nothing due, then so many cases per second for so many seconds."""

    per_second: float = 100.0
    seconds: float = 20.0
    idle_seconds: float = 5.0


async def floor(field: Field, pace: Pace) -> Sample:
    """Measure the floor. Raises Incomplete."""
    async with running.clock(field.ground, field.database.name) as child:
        return await _measured(field, pace, [child], topic=names.CASES, move=names.MOVE)


async def clocks(field: Field, pace: Pace, *, many: int) -> Sample:
    """Measure so many clock processes, the buckets divided among them. Raises Incomplete."""
    settings = {"EARSHOT_LEVELS": str(LEVELS)}
    async with field.ground.services(["respond-clock"] * many, field.database.name, settings=settings) as children:
        await _until(lambda: field.is_divided(many), children, otherwise="the buckets were not divided")
        return await _measured(field, pace, children, topic=topics.CASES.name)


async def _measured(
    field: Field, pace: Pace, children: Sequence[Child], *, topic: str, move: str | None = None
) -> Sample:
    """`move`: what the floor calls whatever it records."""
    pids = field.ground.pids(children)
    await asyncio.sleep(1)
    before = snapshot(pids)
    await asyncio.sleep(pace.idle_seconds)
    idle = spent_us(before, snapshot(pids), count=1)
    async with field.load(per_second=pace.per_second, seconds=pace.seconds) as due:
        told_from, since = await field.ground.kafka.ends(topic), await operation_time(field.database)
        await _sleep_until(field.database, due[0].at - SPARE / 2)
        before = snapshot(pids)
        await _sleep_until(field.database, due[-1].at)
        await _until(lambda: field.is_settled(until=due[-1].at), children, otherwise="deadlines were left")
        after = snapshot(pids)
        expected = due if move is None else [replace(one, move=move) for one in due]
        late = lateness(
            expected,
            await first_logs(field.database, due),
            await writes_since(field.database, since, least=len(due)),
        )
        told = await field.ground.kafka.values_since(topic, told_from)
        _check_told(due, told)
    return Sample(
        value=without_kafka(spent_us(before, after, count=len(due))),
        more={
            "late p50 ms": quantile(late, 0.5) * 1000,
            P99: quantile(late, 0.99) * 1000,
            "worst ms": max(late) * 1000,
            "idle CPU ms/s": without_kafka(idle) / 1000 / pace.idle_seconds,
            "announced times": len(told) / len(due),
        },
        cpu_us=spent_us(before, after, count=len(due)),
        peak_mb=peaks_mb(after),
    )


def without_kafka(spent: Mapping[str, float | None]) -> float:
    """Return the sum over mongod and the processes, or nan where one is unknown.

    Kafka's JVM compiles itself while it works, which says nothing about clocks.
    """
    parts = [one for name, one in spent.items() if name != "kafka"]
    return sum((float("nan") if one is None else one for one in parts), 0.0)


def _check_told(due: Sequence[Due], values: Sequence[bytes]) -> None:
    told: list[dict[str, Any]] = [orjson.loads(value) for value in values]
    newest = {one["case_id"]: one["case_version"] for one in sorted(told, key=lambda one: one["case_version"])}
    check_announced({one.case_id: one.version + 1 for one in due}, newest)


async def _until(condition: Callable[[], Awaitable[bool]], children: Sequence[Child], *, otherwise: str) -> None:
    """Wait for a condition. Raises Incomplete."""
    began = perf_counter()
    while not await condition():
        dead = next((child for child in children if not child.running), None)
        if dead is not None or perf_counter() - began > _PATIENCE:
            why = dead.fall_report() if dead else "\n".join(f"{child.name}: {child.tail(5)}" for child in children)
            raise Incomplete(f"void: {otherwise} after {perf_counter() - began:.0f} s\n{why}")
        await asyncio.sleep(0.25)


async def _sleep_until(database: Any, at: datetime) -> None:
    await asyncio.sleep(max(timedelta(), at - await server_time(database)).total_seconds())
