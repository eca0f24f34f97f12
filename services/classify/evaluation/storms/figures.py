"""Shares, medians and how sure they are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, lgamma, log, sqrt

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
    if n == 0:
        return Figure(0.0, 0.0, 1.0, 0)
    found = hits / n
    middle = (found + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    half = _Z / (1 + _Z**2 / n) * sqrt(found * (1 - found) / n + _Z**2 / (4 * n * n))
    return Figure(found, max(0.0, middle - half), min(1.0, middle + half), n)


def rate(events: int, n: int) -> Figure:
    """Return events per case with the exact interval of a Poisson count."""
    if n == 0:
        return Figure(0.0, 0.0, 1.0, 0)
    low = _solve(lambda mean: 1 - _at_most(events - 1, mean), 0.025, rising=True) if events else 0.0
    high = _solve(lambda mean: _at_most(events, mean), 0.025, rising=False)
    return Figure(events / n, low / n, high / n, n)


def median(values: Sequence[float]) -> Figure:
    """Return the median with the interval of its order statistics."""
    if not values:
        return Figure(float("nan"), float("nan"), float("nan"), 0)
    ranked, n = sorted(values), len(values)
    reach = _Z * sqrt(n) / 2
    low, high = int(max(0, n / 2 - reach)), int(min(n - 1, n / 2 + reach))
    middle = (ranked[(n - 1) // 2] + ranked[n // 2]) / 2
    return Figure(middle, ranked[low], ranked[high], n)


def _at_most(events: int, mean: float) -> float:
    if mean == 0:
        return 1.0
    return sum(exp(-mean + k * log(mean) - lgamma(k + 1)) for k in range(events + 1))


def _solve(chance: Callable[[float], float], wanted: float, *, rising: bool) -> float:
    low, high = 0.0, 1_000.0
    for _ in range(100):
        middle = (low + high) / 2
        if (chance(middle) < wanted) is rising:
            low = middle
        else:
            high = middle
    return low
