"""Posts in, artefact out: first fitted, then calibrated on posts that fitting never saw."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from services.classify.model.artefact import Artefact, Head
from services.classify.model.valence import valences
from services.classify.training.authored import EVALUATION, LEXICONS, POSTS, Post, digest
from services.classify.training.calibrate import (
    answer_threshold,
    flag_threshold,
    one_hot,
    sigmoid,
    softmax,
    temperature,
)
from services.classify.training.fit import QUESTIONS, SEED
from services.classify.training.matrix import matrix
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
    weights, bias = stacked(posts, rows)
    heads, first = {}, 0
    for question in QUESTIONS:
        heads[question.name] = Head(question.name, question.labels, first, question.several, 1.0)
        first += len(question.labels)
    return Artefact(
        version=NAME,
        weights=weights.astype(np.float32),
        bias=bias.astype(np.float32),
        heads=heads,
        thresholds={},
        card={"seed": SEED, "posts": len(posts), **card},
    )


def calibrated(model: Artefact, posts: Sequence[Post]) -> Artefact:
    """Return the model with temperatures and thresholds that suit `posts`."""
    scores = np.asarray(matrix(posts, valences()) @ model.weights.astype(np.float64) + model.bias)
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
            choose = answer_threshold if label == "answer" else flag_threshold
            thresholds[label] = choose(shares[:, at], truth[:, at])
        if head.name == "severity":
            thresholds[GRAVE] = flag_threshold(shares[:, 2:].sum(axis=1), truth[:, 2] | truth[:, 3])
    return replace(model, heads=heads, thresholds=thresholds, card={**model.card, "calibrated_on": len(posts)})
