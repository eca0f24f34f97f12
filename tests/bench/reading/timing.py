"""How long reading takes, by this thread's CPU time: what else the machine does counts less, not nothing."""

from collections.abc import Callable, Sequence
from time import perf_counter, thread_time
from typing import Any, Final

from shared.contracts.mention import Mention
from tests.bench.numbers import quantile
from tests.bench.results import Sample

BATCH: Final = 64
"""What the lane gives the classifier at a time."""

Read = Callable[[Sequence[Mention]], Sequence[Any]]


def in_batches(read: Read, mentions: Sequence[Mention]) -> Sample:
    """Return posts per second of CPU time, in whole batches; besides, by the clock on the wall."""
    whole = len(mentions) // BATCH * BATCH
    began, spent = perf_counter(), thread_time()
    for start in range(0, whole, BATCH):
        read(mentions[start : start + BATCH])
    spent, took = thread_time() - spent, perf_counter() - began
    return Sample(
        value=whole / spent,
        more={"by the wall": whole / took, "characters": sum(len(one.text) for one in mentions) / len(mentions)},
        cpu_us={"classifier": spent / whole * 1e6},
    )


def one_by_one(read: Read, mentions: Sequence[Mention]) -> Sample:
    """Return posts per second of CPU time, and how long a post takes, in ms: by CPU time and by the wall."""
    cpu, wall = [], []
    for mention in mentions:
        began, spent = perf_counter(), thread_time()
        read([mention])
        cpu.append(thread_time() - spent)
        wall.append(perf_counter() - began)
    return Sample(
        value=len(mentions) / sum(cpu),
        more={
            "p50 ms": quantile(cpu, 0.5) * 1000,
            "p99 ms": quantile(cpu, 0.99) * 1000,
            "wall p50 ms": quantile(wall, 0.5) * 1000,
            "wall p99 ms": quantile(wall, 0.99) * 1000,
        },
        cpu_us={"classifier": sum(cpu) / len(cpu) * 1e6},
    )
