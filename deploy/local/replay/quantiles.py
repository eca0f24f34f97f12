"""How long it took most, nearly all, and the slowest."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds over `count` messages."""

    count: int
    p50: float
    p95: float
    p99: float
    max: float


def latency(milliseconds: Sequence[float]) -> Latency | None:
    """None where there is nothing to measure."""
    if not milliseconds:
        return None
    ordered = sorted(milliseconds)
    return Latency(
        count=len(ordered),
        p50=quantile(ordered, 0.50),
        p95=quantile(ordered, 0.95),
        p99=quantile(ordered, 0.99),
        max=ordered[-1],
    )


def quantile(ordered: Sequence[float], share: float) -> float:
    """The smallest value that at least this share does not exceed (nearest rank); a value that was really measured."""
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
