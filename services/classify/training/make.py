"""Posts in, artefact out: first fitted, then calibrated on posts that fitting never saw."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from services.classify.domain.harm import Harm
from services.classify.model.artefact import Artefact, Head, rarity
from services.classify.model.valence import valences
from services.classify.training.authored import EVALUATION, LEXICONS, POSTS, Post, digest
from services.classify.training.calibrate import (
    Doubles,
    Truth,
    answer_threshold,
    flag_threshold,
    harm_threshold,
    one_hot,
    sigmoid,
    softmax,
    temperature,
)
from services.classify.training.fit import QUESTIONS, SEED
from services.classify.training.matrix import matrix, met, scaled
from services.classify.training.stack import stacked

NAME: Final = "linear-2"
GRAVE: Final = "severity:high"
"""The threshold from which the model alone lifts a mention to high."""


def sources(*, public: bool) -> dict[str, Any]:
    """Return what the card says of the data: a model whose digests are not these is of other posts or lexicons."""
    return {
        "authored": digest(POSTS),
        "calibration": digest(EVALUATION),
        "lexicons": digest(LEXICONS, "*.py"),
        "public": public,
    }


def fitted(posts: Sequence[Post], card: Mapping[str, Any]) -> Artefact:
    """Return the model fitted to `posts`, as yet without temperatures and thresholds; `card` tells of the data."""
    rows = matrix(posts, valences())
    frequencies = met(rows)
    rare = rarity(frequencies, len(posts))
    weights, bias = stacked(posts, scaled(rows, rare))
    weights *= rare[:, None]
    heads, first = {}, 0
    for question in QUESTIONS:
        heads[question.name] = Head(question.name, question.labels, first, question.several, 1.0)
        first += len(question.labels)
    return Artefact(
        version=NAME,
        weights=weights.astype(np.float32),
        frequencies=frequencies,
        posts=len(posts),
        bias=bias.astype(np.float32),
        heads=heads,
        thresholds={},
        card={"seed": SEED, **card},
    )


def calibrated(model: Artefact, posts: Sequence[Post]) -> Artefact:
    """Return the model with temperatures and thresholds that suit `posts`."""
    scores = scored(model, posts)
    heads: dict[str, Head] = {}
    thresholds: dict[str, float] = {}
    for question in QUESTIONS:
        head = model.heads[question.name]
        mine = scores[:, head.columns]
        truth = one_hot(head.labels, [question.answers(post) or frozenset() for post in posts])
        warmth = temperature(mine, truth, several=head.several)
        heads[head.name] = replace(head, temperature=warmth)
        shares = (sigmoid if head.several else softmax)(mine / warmth)
        for at, label in enumerate(head.labels if head.several else ()):
            thresholds[label] = _chooser(label)(shares[:, at], truth[:, at])
        if head.name == "severity":
            thresholds[GRAVE] = flag_threshold(shares[:, 2:].sum(axis=1), truth[:, 2] | truth[:, 3])
    return replace(model, heads=heads, thresholds=thresholds, card={**model.card, "calibrated_on": len(posts)})


def scored(model: Artefact, posts: Sequence[Post]) -> Doubles:
    """Return posts times outputs: what `Linear` says of them, the languages being known."""
    rows = matrix(posts, valences())
    size = np.sqrt(np.maximum(rows @ model.sizes.astype(np.float64), 1e-9))
    scores: Doubles = np.asarray(rows @ model.weights.astype(np.float64)) / size[:, None] + model.bias
    return scores


def _chooser(label: str) -> Callable[[Doubles, Truth], float]:
    if label == "answer":
        return answer_threshold
    return harm_threshold if label in set(Harm) else flag_threshold
