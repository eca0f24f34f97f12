"""How far a measured figure may be off: 95 % intervals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt
from random import Random
from typing import Final

_Z: Final = 1.959964
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
    """Return an interval of events per unit, as if they came at random (Poisson, by Byar's approximation)."""
    low = events * (1 - 1 / (9 * events) - _Z / (3 * sqrt(events))) ** 3 if events else 0.0
    more = events + 1
    high = more * (1 - 1 / (9 * more) + _Z / (3 * sqrt(more))) ** 3
    return Interval(max(0.0, low) / exposure, high / exposure)


def by_drawing(figure: Callable[[Sequence[int]], float], n: int, seed: int = 5) -> Interval:
    """Return the bootstrap interval of a figure of `n` cases; `figure` takes the drawn places (with repeats)."""
    chance = Random(seed)  # noqa: S311 a fixed seed is the point
    drawn = sorted(figure([chance.randrange(n) for _ in range(n)]) for _ in range(_DRAWS))
    return Interval(drawn[int(_DRAWS * 0.025)], drawn[int(_DRAWS * 0.975)])
