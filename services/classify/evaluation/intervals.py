"""How far a measured figure may be off: 95 % intervals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, lgamma, log, sqrt
from random import Random
from typing import Final

_Z: Final = 1.959964
_EITHER_SIDE: Final = 0.025
_DRAWS: Final = 400


@dataclass(frozen=True, slots=True)
class Interval:
    """Lower and upper end."""

    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.low:.3f} to {self.high:.3f}"


def of_share(hits: int, n: int) -> Interval:
    """Return Wilson's interval of a proportion; of nothing seen it is everything."""
    if n == 0:
        return Interval(0.0, 1.0)
    share, z2 = hits / n, _Z * _Z
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = _Z * sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def of_rate(events: int, exposure: float) -> Interval:
    """Return the exact interval of events per unit, as if they came at random (Poisson)."""
    low = _solve(lambda mean: 1 - _at_most(events - 1, mean), rising=True) if events else 0.0
    return Interval(low / exposure, _solve(lambda mean: _at_most(events, mean), rising=False) / exposure)


def by_drawing(figure: Callable[[Sequence[int]], float], n: int, seed: int = 5) -> Interval:
    """Return the bootstrap interval of a figure of `n` cases; `figure` takes the drawn places (with repeats)."""
    chance = Random(seed)  # noqa: S311 a fixed seed is the point
    drawn = sorted(figure([chance.randrange(n) for _ in range(n)]) for _ in range(_DRAWS))
    return Interval(drawn[int(_DRAWS * 0.025)], drawn[int(_DRAWS * 0.975)])


def _at_most(events: int, mean: float) -> float:
    if mean == 0:
        return 1.0
    return sum(exp(-mean + k * log(mean) - lgamma(k + 1)) for k in range(events + 1))


def _solve(chance: Callable[[float], float], *, rising: bool) -> float:
    low, high = 0.0, 1_000.0
    for _ in range(100):
        middle = (low + high) / 2
        if (chance(middle) < _EITHER_SIDE) is rising:
            low = middle
        else:
            high = middle
    return low
