"""What is measured: one row of the table each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from services.classify.evaluation.intervals import Interval, by_drawing, of_share

_BINS: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A result beside the best measured before and the target. `smaller` is better for errors and delays.

    `note`: what a reader has to know, such as a split other than the published one.
    """

    metric: str
    baseline: str
    target: float | None
    result: float
    n: int
    interval: Interval | None
    smaller: bool = False
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the target is reached; None without one."""
        if self.target is None:
            return None
        return self.result <= self.target if self.smaller else self.result >= self.target


def share(metric: str, hits: int, n: int, *, baseline: str, target: float | None, note: str = "") -> Figure:
    """Return how many of `n` were hit; of none it is nought."""
    return Figure(
        metric=metric,
        baseline=baseline,
        target=target,
        result=hits / max(n, 1),
        n=n,
        interval=of_share(hits, n),
        note=note,
    )


def accuracy(metric: str, truth: Sequence[str], said: Sequence[str], **more: object) -> Figure:
    """Return the share that is right."""
    hits = sum(one == other for one, other in zip(truth, said, strict=True))
    n = len(truth)
    return Figure(metric=metric, result=hits / max(n, 1), n=n, interval=of_share(hits, n), **more)  # type: ignore[arg-type]


def macro_f1(metric: str, truth: Sequence[str], said: Sequence[str], **more: object) -> Figure:
    """Return the F1 averaged over the labels that occur in the truth, each counting alike."""
    right, told = np.array(truth), np.array(said)
    result = _macro(right, told, "f1")
    interval = by_drawing(lambda drawn: _macro(right[list(drawn)], told[list(drawn)], "f1"), len(right))
    return Figure(metric=metric, result=result, n=len(right), interval=interval, **more)  # type: ignore[arg-type]


def macro_recall(metric: str, truth: Sequence[str], said: Sequence[str], **more: object) -> Figure:
    """Return the recall averaged over the labels."""
    right, told = np.array(truth), np.array(said)
    result = _macro(right, told, "recall")
    interval = by_drawing(lambda drawn: _macro(right[list(drawn)], told[list(drawn)], "recall"), len(right))
    return Figure(metric=metric, result=result, n=len(right), interval=interval, **more)  # type: ignore[arg-type]


def expected_error(shares: npt.NDArray[np.float64], hits: npt.NDArray[np.bool_]) -> float:
    """Return how far confidences are from the share that is right, over ten equal bins (ECE, 0..1)."""
    bins = np.minimum((shares * _BINS).astype(int), _BINS - 1)
    total = 0.0
    for one in range(_BINS):
        here = bins == one
        if here.any():
            total += here.sum() / len(shares) * abs(float(shares[here].mean()) - float(hits[here].mean()))
    return total


def _macro(truth: npt.NDArray[np.str_], said: npt.NDArray[np.str_], what: str) -> float:
    figures = []
    for label in np.unique(truth):
        both = float(((truth == label) & (said == label)).sum())
        there, told = float((truth == label).sum()), float((said == label).sum())
        figures.append(2 * both / (there + told) if what == "f1" else both / there)
    return float(np.mean(figures))
