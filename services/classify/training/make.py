"""Posts in, artefact out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from services.classify.model.artefact import Artefact, Head
from services.classify.model.valence import valences
from services.classify.training.authored import Post
from services.classify.training.calibrate import (
    Doubles,
    answer_threshold,
    flag_threshold,
    one_hot,
    sigmoid,
    softmax,
    temperature,
)
from services.classify.training.fit import QUESTIONS, SEED, Question, fit
from services.classify.training.matrix import matrix

NAME: Final = "linear-2"


@dataclass(frozen=True, slots=True)
class Fitted:
    """One head's numbers, and its scores on the posts that it is calibrated with."""

    question: Question
    weights: Doubles
    bias: Doubles
    scores: Doubles


def make(posts: Sequence[Post], calibration: Sequence[Post], card: Mapping[str, Any]) -> Artefact:
    """Return the model fitted to `posts`, calibrated on `calibration`; `card` is what to tell of the data."""
    rows, unseen = matrix(posts, valences()), matrix(calibration, valences())
    fitted: list[Fitted] = []
    for question in QUESTIONS:
        weights, bias = fit(question, posts, rows)
        fitted.append(Fitted(question, weights, bias, np.asarray(unseen @ weights + bias)))
    heads, thresholds, first = {}, {}, 0
    for one in fitted:
        question = one.question
        truth = one_hot(question.labels, [question.answers(post) or frozenset() for post in calibration])
        warmth = temperature(one.scores, truth, several=question.several)
        heads[question.name] = Head(question.name, question.labels, first, question.several, warmth)
        first += len(question.labels)
        shares = (sigmoid if question.several else softmax)(one.scores / warmth)
        for at, label in enumerate(question.labels if question.several else ()):
            choose = answer_threshold if label == "answer" else flag_threshold
            thresholds[label] = choose(shares[:, at], truth[:, at])
        if question.name == "severity":
            grave = truth[:, 2] | truth[:, 3]
            thresholds["severity:high"] = flag_threshold(shares[:, 2:].sum(axis=1), grave)
    return Artefact(
        version=NAME,
        weights=np.hstack([one.weights for one in fitted]).astype(np.float32),
        bias=np.concatenate([one.bias for one in fitted]).astype(np.float32),
        heads=heads,
        thresholds=thresholds,
        card={"seed": SEED, "posts": len(posts), "calibrated_on": len(calibration), **card},
    )
