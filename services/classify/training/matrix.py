"""Texts as rows of a sparse matrix, built from the very functions that serve."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, diags

from services.classify.domain.features import (
    BITS,
    PIECE,
    TURNED_FOR,
    Valence,
    beginning,
    bucket,
    edges,
    own,
    pair,
    turned,
)
from services.classify.domain.hints import hints
from services.classify.domain.lexicon import lexicon
from services.classify.domain.text import read
from services.classify.domain.tokens import surfaces, token
from services.classify.training.authored import Post


def matrix(posts: Sequence[Post], valence: Valence) -> csr_matrix:
    """Return posts times buckets: how often each is met, pieces counting half."""
    places: list[int] = []
    values: list[float] = []
    ends = [0]
    for post in posts:
        row = features_of(post, valence)
        places.extend(place for place, _ in row)
        values.extend(value for _, value in row)
        ends.append(len(places))
    made = csr_matrix(
        (np.array(values, dtype=np.float64), np.array(places, dtype=np.int32), np.array(ends)),
        shape=(len(posts), 1 << BITS),
    )
    made.sum_duplicates()
    return made


def met(rows: csr_matrix) -> npt.NDArray[np.int64]:
    """Return in how many posts each bucket is met."""
    found: npt.NDArray[np.int64] = np.bincount(rows.indices, minlength=rows.shape[1])
    return found


def scaled(rows: csr_matrix, rare: npt.NDArray[np.float64]) -> csr_matrix:
    """Return the rows as `Linear` weighs them: the rarer the more, and no text more than another."""
    size = np.sqrt(np.maximum(rows @ (rare * rare), 1e-9))
    return csr_matrix(diags(1.0 / size) @ rows @ diags(rare))


def features_of(post: Post, valence: Valence) -> list[tuple[int, float]]:
    """Return the buckets of a post, each with what it counts."""
    reading = read(post.text)
    row: list[tuple[int, float]] = []
    before, turning = beginning("^"), 0
    texts: list[bytes] = []
    for surface in surfaces(reading.plain):
        meant = token(surface)
        features = own(meant, valence)
        row += [(one, 1.0) for one in features.whole] + [(one, PIECE) for one in features.pieces]
        text = meant.text.encode("utf-8", "surrogatepass")
        row.append((pair(before, text), 1.0))
        if turning > 0:
            row += [(one, 1.0) for one in turned(meant, valence)]
        turning = TURNED_FOR if meant.negates else 0 if meant.stops else turning - 1
        before = beginning(meant.text)
        texts.append(text)
    row += [(one, 1.0) for _, one in edges(texts)]
    seen = hints(reading, lexicon(post.language).topics.find(reading.words))
    return row + [(bucket(name), 1.0) for name, _ in seen]
