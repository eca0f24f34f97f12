"""The arithmetic of the bench: quantiles, ratios of pairs, rates between two points of a backlog. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median


@dataclass(frozen=True, slots=True)
class Spread:
    """The median of repeated measurements, with the least and the greatest."""

    median: float
    least: float
    greatest: float


def spread(values: Sequence[float]) -> Spread:
    """Return the spread of at least one value."""
    return Spread(median(values), min(values), max(values))


def quantile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least `share` (0..1) of the values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, ceil(share * len(ordered)) - 1)]


def pair_ratios(ours: Sequence[float], floors: Sequence[float]) -> list[float]:
    """Return ours / floor of each pair. A pair was measured back to back, so what disturbed one disturbed both."""
    return [one / floor for one, floor in zip(ours, floors, strict=True)]


def rate_between(seen: Sequence[tuple[float, int]], *, total: int, start_share: float = 0.05) -> float:
    """Return records per second from the first look at which `start_share` of `total` was done, to the end.

    `seen` are looks: the second, and how many were done by then; the last one says that all were. Both ends are taken
    as they were seen, so that the coarseness of batches cancels out. Raises ValueError when it went too fast to say.
    """
    first = next((look for look in seen if look[1] >= start_share * total), None)
    last = next((look for look in seen if look[1] >= total), None)
    if first is None or last is None or last[1] == first[1]:
        raise ValueError("too few looks between 5 % and 100 %: take a larger backlog")
    return (last[1] - first[1]) / (last[0] - first[0])


def latencies(due: Sequence[float], seen: Sequence[float]) -> list[float]:
    """Return seconds from when each was due, never from when it was sent.

    A generator that waits for a slow answer sends the next one late; counted from its sending, the wait that a customer
    would have had would be missing (coordinated omission).
    """
    return [end - start for start, end in zip(due, seen, strict=True)]


def due_times(start: float, *, per_second: float, count: int) -> list[float]:
    """Return when each of `count` is due, evenly, whatever became of those before."""
    return [start + number / per_second for number in range(count)]
