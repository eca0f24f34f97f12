"""Linear heads, one label against the rest, by liblinear: the same data and seed give the same weights."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from services.classify.domain.taxonomy import Intent
from services.classify.training.authored import FLAGS, Post
from shared.contracts.classification import Sentiment, Severity

Doubles = npt.NDArray[np.float64]
SEED: Final = 5


@dataclass(frozen=True, slots=True)
class Question:
    """A head before it is fitted. `answers` of a post: the labels that hold; None when nobody said.

    `softness` is liblinear's C: larger trusts the posts more and smoothness less.
    """

    name: str
    labels: tuple[str, ...]
    several: bool
    softness: float
    answers: Callable[[Post], frozenset[str] | None]


def _one(value: object) -> frozenset[str] | None:
    return None if value is None else frozenset({str(value)})


def _answer(post: Post) -> frozenset[str] | None:
    if post.needs_answer is None:
        return None
    return frozenset({"answer"}) if post.needs_answer else frozenset()


QUESTIONS: Final = (
    Question("intent", tuple(Intent), False, 30.0, lambda post: _one(post.intent)),
    Question("sentiment", tuple(Sentiment), False, 30.0, lambda post: _one(post.sentiment)),
    Question("severity", tuple(Severity), False, 30.0, lambda post: _one(post.severity)),
    Question("answer", ("answer",), True, 30.0, _answer),
    Question("flags", FLAGS, True, 30.0, lambda post: post.flags),
)


def fit(question: Question, posts: Sequence[Post], rows: csr_matrix) -> tuple[Doubles, Doubles]:
    """Return weights (buckets times labels) and bias (labels) of one head.

    A label that no post has, or every post has, gets no weights and a bias against, or for it.
    """
    said = [question.answers(post) for post in posts]
    known = [place for place, labels in enumerate(said) if labels is not None]
    some = rows[known]
    columns = np.unique(some.indices)
    small = some[:, columns]
    weights = np.zeros((rows.shape[1], len(question.labels)))
    bias = np.zeros(len(question.labels))
    for at, label in enumerate(question.labels):
        truth = np.array([label in (said[place] or ()) for place in known])
        if truth.all() or not truth.any():
            bias[at] = 5.0 if truth.all() else -5.0
            continue
        with threadpool_limits(limits=1):
            head = LogisticRegression(
                C=question.softness, solver="liblinear", dual=True, tol=1e-3, max_iter=1000, random_state=SEED
            ).fit(small, truth)
        weights[columns, at] = head.coef_[0]
        bias[at] = head.intercept_[0]
    return weights, bias
