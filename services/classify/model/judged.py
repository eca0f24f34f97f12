"""From scores to shares of likelihood, per head and for a batch at once, and the words that decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from services.classify.model.artefact import Artefact, Floats, Head
from services.classify.model.linear import Weighed

_WORDS: Final = 4
_LEAST: Final = 0.08


@dataclass(frozen=True, slots=True)
class Judged:
    """Per head the share of each label (0..1); of a head with `several` labels each stands for itself."""

    shares: dict[str, dict[str, float]]


def judge(artefact: Artefact, weighed: Sequence[Weighed]) -> list[Judged]:
    """Return what the model says of each text, in order."""
    scores = np.array([one.scores for one in weighed], dtype=np.float32).reshape(len(weighed), len(artefact.bias))
    judged = [Judged({}) for _ in weighed]
    for head in artefact.heads.values():
        for one, row in zip(judged, shares(head, scores[:, head.columns]).tolist(), strict=True):
            one.shares[head.name] = dict(zip(head.labels, row, strict=True))
    return judged


def shares(head: Head, scores: Floats) -> Floats:
    """Return likelihoods of one head's scores (texts times labels)."""
    scaled = scores / np.float32(head.temperature)
    if head.several:
        flat: Floats = 1.0 / (1.0 + np.exp(-np.clip(scaled, -30, 30)))
        return flat
    likely = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    summed: Floats = likely / likely.sum(axis=1, keepdims=True)
    return summed


def evidence(head: Head, label: str, weighed: Weighed) -> list[tuple[str, float]]:
    """Return the tokens that spoke most for a label, each with its part (0..1) of all that spoke for it.

    In a head where one label wins, a token speaks for it by as much as it lifts it above the average of all.
    """
    mine = weighed.parts[:, head.columns]
    at = head.labels.index(label)
    lift = mine[:, at] if head.several else mine[:, at] - mine.mean(axis=1)
    total = float(lift[lift > 0].sum())
    if total <= 0.0:
        return []
    found: dict[str, float] = {}
    for place in np.argsort(-lift, kind="stable")[: 2 * _WORDS].tolist():
        part = round(float(lift[place]) / total, 3)
        if part >= _LEAST and weighed.tokens[place]:
            found.setdefault(weighed.tokens[place], part)
    return list(found.items())[:_WORDS]
