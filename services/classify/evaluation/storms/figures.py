"""Shares, medians and how sure they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from services.classify.evaluation.intervals import of_rate, of_share

_Z = 1.96


@dataclass(frozen=True, slots=True)
class Figure:
    """A result, the interval that holds it with 95 % confidence, and of how many cases."""

    value: float
    low: float
    high: float
    n: int


def share(hits: int, n: int) -> Figure:
    """Return a share with Wilson's interval."""
    interval = of_share(hits, n)
    return Figure(hits / n if n else 0.0, interval.low, interval.high, n)


def rate(events: int, n: int) -> Figure:
    """Return events per case with the exact interval of a Poisson count."""
    if n == 0:
        return Figure(0.0, 0.0, 1.0, 0)
    interval = of_rate(events, n)
    return Figure(events / n, interval.low, interval.high, n)


def median(values: Sequence[float]) -> Figure:
    """Return the median with the interval of its order statistics."""
    if not values:
        return Figure(float("nan"), float("nan"), float("nan"), 0)
    ranked, n = sorted(values), len(values)
    reach = _Z * sqrt(n) / 2
    low, high = int(max(0, n / 2 - reach)), int(min(n - 1, n / 2 + reach))
    middle = (ranked[(n - 1) // 2] + ranked[n // 2]) / 2
    return Figure(middle, ranked[low], ranked[high], n)
