"""From scores to shares of likelihood, per head and for a batch at once, and the words that decided."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from services.classify.model.artefact import Artefact, Floats, Head
from services.classify.model.linear import Weighed

_WORDS: Final = 3
_LEAST: Final = 0.08

Shares = dict[str, list[list[float]]]
"""Per head and text the share of each label (0..1), in the order of the head's labels."""


def judge(artefact: Artefact, weighed: Weighed) -> Shares:
    """Return what the model says of each text, in order. In a head with `several` labels each stands for itself."""
    return {name: shares(head, weighed.scores[:, head.columns]).tolist() for name, head in artefact.heads.items()}


def shares(head: Head, scores: Floats) -> Floats:
    """Return likelihoods of one head's scores (texts times labels)."""
    scaled = scores / np.float32(head.temperature)
    if head.several:
        flat: Floats = 1.0 / (1.0 + np.exp(-np.clip(scaled, -30, 30)))
        return flat
    likely = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    summed: Floats = likely / likely.sum(axis=1, keepdims=True)
    return summed


def evidence(head: Head, winners: Sequence[int], weighed: Weighed) -> list[tuple[tuple[str, float], ...]]:
    """Return per text the tokens that spoke most for its winning label, each with its part (0..1) of all that did.

    A token speaks for a label by as much as it lifts it above the average of all labels.
    """
    lengths = np.diff(weighed.starts)
    mine = weighed.parts[:, head.columns]
    chosen = np.repeat(np.array(winners, dtype=np.intp), lengths)
    lift = (mine[np.arange(len(mine)), chosen] - mine.mean(axis=1)).tolist()
    bounds = zip(weighed.starts, weighed.starts[1:], strict=False)
    return [_strongest(said, lift[start:end]) for said, (start, end) in zip(weighed.tokens, bounds, strict=True)]


def _strongest(said: Sequence[str], lift: list[float]) -> tuple[tuple[str, float], ...]:
    for_it = [(-one, place) for place, one in enumerate(lift) if one > 0.0]
    total = -sum(one for one, _ in for_it)
    found: dict[str, float] = {}
    for one, place in sorted(for_it)[: 2 * _WORDS]:
        part = round(-one / total, 3)
        if part >= _LEAST and said[place]:
            found.setdefault(said[place], part)
    return tuple(found.items())[:_WORDS]
