"""Which language a text is spelt like: naive Bayes over pieces of words, learned from Earshot's own posts.

It knows five languages by how customers write in them. py3langid knows a hundred by longer and tidier texts: where
one errs the other often does not.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from services.classify.model.artefact import SHIPPED, SPELLING, BadModel
from services.classify.model.pieces import BUCKETS, pieces

FILE: Final = SPELLING
_ROW: Final = 8

Floats = npt.NDArray[np.float32]


class Spelling:
    """Says how likely each language is."""

    def __init__(self, folder: Path = SHIPPED) -> None:
        """Read the table. Raises BadModel."""
        try:
            with np.load(folder / FILE, allow_pickle=False) as arrays:
                rounded, scale = arrays["weights"], arrays["scale"]
                self.languages: tuple[str, ...] = tuple(str(one) for one in arrays["languages"])
        except (OSError, ValueError, KeyError) as error:
            raise BadModel(f"{folder / FILE} cannot be used: {error}; run `make model`") from None
        # The last row, of pieces that would be of two texts, is nought. Rows of 32 bytes are read twice as fast.
        self._weights: Floats = np.zeros((BUCKETS + 1, max(len(self.languages), _ROW)), dtype=np.float32)
        self._weights[:BUCKETS, : len(self.languages)] = rounded * scale

    def shares(self, texts: Sequence[str], languages: Sequence[str]) -> Floats:
        """Return each text's shares of likelihood, which add up to 1: a row per text, a column per language.

        `languages` are some of those that it knows.
        """
        columns = [self.languages.index(language) for language in languages]
        cut = pieces(texts)
        weighed = self._weights.take(cut.lengths[0], axis=0)
        for places in cut.lengths[1:]:
            weighed[: len(places)] += self._weights.take(places, axis=0)
        scores = np.add.reduceat(weighed, cut.starts)[:-1, columns]
        # Pieces overlap, so each is worth less the more there are: the root is between all and their average.
        scores /= np.sqrt(len(cut.lengths) * np.diff(cut.starts), dtype=np.float32)[:, None]
        likely = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares: Floats = likely / likely.sum(axis=1, keepdims=True)
        return shares
