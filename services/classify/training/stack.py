"""A second look: each head may weigh what all heads said. It stays linear, so it is folded into the weights.

Whether somebody waits for an answer follows much from what they want, and what they want from how they feel. The second
look is fitted to scores of posts that the first look had not seen (five folds), or it would trust them too much.
"""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from services.classify.training.authored import Post
from services.classify.training.fit import QUESTIONS, SEED, Doubles, fit

_FOLDS: Final = 5
_FEWEST: Final = 20
_SOFTNESS: Final = 0.1
_PATIENCE: Final = 3_000


def stacked(posts: Sequence[Post], rows: csr_matrix) -> tuple[Doubles, Doubles]:
    """Return weights (buckets times all labels) and bias of all heads after the second look."""
    weights, bias = _first_look(posts, rows)
    unseen = _unseen_scores(posts, rows, len(bias))
    spread = unseen.std(axis=0)
    spread[spread == 0] = 1.0
    unseen /= spread  # so that the fit converges; undone when folded
    turn = np.diag(spread)
    shift = np.zeros(len(bias))
    at = 0
    for question in QUESTIONS:
        columns = slice(at, at + len(question.labels))
        known = [place for place, post in enumerate(posts) if question.answers(post) is not None]
        for place, label in enumerate(question.labels) if question.several else ():
            truth = np.array([label in (question.answers(post) or ()) for post in posts])[known]
            _put(unseen[known], truth, (turn, shift), slice(at + place, at + place + 1), (label,))
        if not question.several:
            truth = np.array([next(iter(question.answers(post) or {""})) for post in posts])[known]
            _put(unseen[known], truth, (turn, shift), columns, question.labels)
        at += len(question.labels)
    turn /= spread[:, None]
    return weights @ turn, bias @ turn + shift


def _first_look(posts: Sequence[Post], rows: csr_matrix) -> tuple[Doubles, Doubles]:
    pairs = [fit(question, posts, rows) for question in QUESTIONS]
    return np.hstack([weights for weights, _ in pairs]), np.concatenate([bias for _, bias in pairs])


def _unseen_scores(posts: Sequence[Post], rows: csr_matrix, outputs: int) -> Doubles:
    """Return the scores of each post by a model that had not seen it. Folds by turns, as the files are in order."""
    fold = np.arange(len(posts)) % _FOLDS
    scores = np.zeros((len(posts), outputs))
    for one in range(_FOLDS):
        weights, bias = _first_look(
            [post for post, of in zip(posts, fold, strict=True) if of != one], rows[fold != one]
        )
        scores[fold == one] = rows[fold == one] @ weights + bias
    return scores


def _put(
    scores: Doubles,
    truth: npt.NDArray[Any],
    folded: tuple[Doubles, Doubles],
    columns: slice,
    labels: Sequence[str],
) -> None:
    if truth.dtype == bool and min(truth.sum(), (~truth).sum()) < _FEWEST:
        return  # too few to learn more from
    turn, shift = folded
    with threadpool_limits(limits=1):
        second = LogisticRegression(C=_SOFTNESS, max_iter=_PATIENCE, tol=1e-3, random_state=SEED).fit(scores, truth)
    if truth.dtype == bool:
        turn[:, columns], shift[columns] = second.coef_.T, second.intercept_
        return
    order = [list(second.classes_).index(label) for label in labels]
    turn[:, columns], shift[columns] = second.coef_[order].T, second.intercept_[order]
