"""Makes shares of likelihood as often right as they say, and sets the thresholds, on posts that training never saw."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

Doubles = npt.NDArray[np.float64]
Truth = npt.NDArray[np.bool_]

_TEMPERATURES: Final = np.geomspace(0.1, 5.0, 120)
_LEAST_RECALL: Final = 0.955
"""Of those who wait for an answer: a little above the target, because the next posts are others."""
_LEAST_PRECISION: Final = 0.6
_HARM_PRECISION: Final = 0.55
_HARM_LEAST: Final = 0.15
"""Below, ordinary complaints are flagged too, and a second person would have to look at every answer."""


def temperature(scores: Doubles, truth: Truth, *, several: bool) -> float:
    """Return the divisor of the scores under which what happened was likeliest. `truth`: texts times labels."""
    return float(min(_TEMPERATURES, key=lambda one: _surprise(scores / one, truth, several=several)))


def answer_threshold(shares: Doubles, truth: Truth) -> float:
    """Return the highest share at which 95.5 in 100 of those who wait are still seen."""
    waiting = np.sort(shares[truth])
    if not len(waiting):
        return 0.5
    return round(float(waiting[int(len(waiting) * (1 - _LEAST_RECALL))]), 3)


def flag_threshold(shares: Doubles, truth: Truth) -> float:
    """Return the share from which a flag is best raised: best F1 among those right six times in ten, at least 0.3.

    Where none is right so often, 0.95: then it is left to the rules.
    """
    best, best_f1 = 0.95, 0.0
    for threshold in np.arange(0.3, 0.95, 0.05):
        raised = shares >= threshold
        right = int((raised & truth).sum())
        if right == 0 or right / raised.sum() < _LEAST_PRECISION:
            continue
        f1 = 2 * right / (raised.sum() + truth.sum())
        if f1 > best_f1:
            best, best_f1 = float(threshold), f1
    return round(best, 2)


def harm_threshold(shares: Doubles, truth: Truth) -> float:
    """Return the lowest share at which a flag of harm is still right more often than wrong; 0.95 where none is.

    To overlook harm costs more than to look twice, so recall is what is sought.
    """
    for threshold in np.arange(_HARM_LEAST, 0.95, 0.01):
        raised = shares >= threshold
        if raised.any() and truth[raised].mean() >= _HARM_PRECISION:
            return round(float(threshold), 2)
    return 0.95


def softmax(scores: Doubles) -> Doubles:
    """Return shares that add up to 1 per row."""
    likely = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Doubles = likely / likely.sum(axis=1, keepdims=True)
    return shares


def sigmoid(scores: Doubles) -> Doubles:
    """Return a share per score, each for itself."""
    shares: Doubles = 1.0 / (1.0 + np.exp(-np.clip(scores, -30, 30)))
    return shares


def one_hot(labels: Sequence[str], said: Sequence[frozenset[str]]) -> Truth:
    """Return texts times labels: which hold."""
    return np.array([[label in some for label in labels] for some in said], dtype=bool).reshape(len(said), len(labels))


def _surprise(scores: Doubles, truth: Truth, *, several: bool) -> float:
    if several:
        shares = np.clip(sigmoid(scores), 1e-9, 1 - 1e-9)
        return -float(np.where(truth, np.log(shares), np.log(1 - shares)).mean())
    return -float(np.log(np.clip(softmax(scores)[truth], 1e-9, 1)).mean())
