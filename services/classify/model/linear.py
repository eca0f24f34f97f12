"""Scores of texts from the weights: a sum over tokens, so that what each token contributed is known exactly.

A token's own part (the word and its pieces) is the same wherever it stands, and people use few different words: each
is summed once and remembered. What is left per text is a look-up per token, a row per pair, and one sum.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import Final

import numpy as np

from services.classify.domain.features import (
    PIECE,
    TURNED_FOR,
    Features,
    Valence,
    beginning,
    bucket,
    edges,
    own,
    pair,
    turned,
)
from services.classify.domain.tokens import Token, surfaces, token
from services.classify.model.artefact import Artefact, Floats

_REMEMBERED: Final = 50_000
_BEGINNING: Final = beginning("^")
_NOTHING: Final = 0  # the row of what has no part of its own


@dataclass(frozen=True, slots=True)
class _Known:
    row: int
    text: bytes
    beginning: int
    token: Token
    turned: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A batch of texts. `scores`: texts times outputs. `tokens` per text; `parts`: what each token of all texts added.

    `starts`: where each text's tokens begin in `parts`, and at the end where the last one's end.
    """

    scores: Floats
    tokens: tuple[tuple[str, ...], ...]
    parts: Floats
    starts: tuple[int, ...]


class Linear:
    """A linear model over hashed words, pairs of words and pieces of words."""

    def __init__(self, artefact: Artefact, valence: Valence) -> None:
        """Takes some 35 MB for the weights and up to 8 MB for the words that it remembers."""
        # The last column says how rare each is: the sum of a text's is the square of what its scores are divided by.
        self._weights = np.hstack([artefact.weights, artefact.sizes[:, None]])
        self._bias = artefact.bias
        self._valence = valence
        self._known: dict[str, _Known] = {}
        self._rows: Floats = np.zeros((_REMEMBERED + 1, self._weights.shape[1]), dtype=np.float32)

    def weigh(self, texts: Sequence[str], hints: Sequence[Sequence[tuple[str, str]]]) -> Weighed:
        """Return the scores of each text, in order. A text without tokens or hints has the bias alone.

        `hints` per text: names of features, and the words they were seen in, which then count as tokens too.
        """
        if len(self._known) > _REMEMBERED - 64 * 400:
            self._known.clear()
        laid = _Layout([], [], [], [], [], [])
        for text, seen in zip(texts, hints, strict=True):
            self._lay_out(text, seen, laid)
        self._sum_up(laid.learned)
        parts = self._rows.take(laid.owns, axis=0)
        parts += self._weights.take(laid.pairs, axis=0)
        if laid.owners:
            np.add.at(parts, laid.owners, self._weights[laid.besides])
        return self._summed(parts, laid.texts)

    def _lay_out(self, text: str, seen: Sequence[tuple[str, str]], laid: "_Layout") -> None:
        before, turning = _BEGINNING, 0
        said = surfaces(text)
        first, texts = len(laid.owns), []
        for surface in said:
            known = self._known.get(surface)
            if known is None:
                known = self._learn(surface, laid)
            laid.owns.append(known.row)
            laid.pairs.append(pair(before, known.text))
            if turning > 0 and known.turned:
                laid.besides.extend(known.turned)
                laid.owners.extend([len(laid.owns) - 1] * len(known.turned))
            turning = TURNED_FOR if known.token.negates else 0 if known.token.stops else turning - 1
            before = known.beginning
            texts.append(known.text)
        for place, one in edges(texts):
            laid.besides.append(one)
            laid.owners.append(first + place)
        for name, evidence in seen:
            laid.owns.append(_NOTHING)
            laid.pairs.append(bucket(name))
            said.append(evidence)
        laid.texts.append(tuple(said))

    def _learn(self, surface: str, laid: "_Layout") -> _Known:
        meant = token(surface)
        features = own(meant, self._valence)
        text = meant.text.encode("utf-8", "surrogatepass")
        known = _Known(len(self._known) + 1, text, beginning(meant.text), meant, turned(meant, self._valence))
        self._known[surface] = known
        laid.learned.append((known.row, features))
        return known

    def _sum_up(self, learned: Sequence[tuple[int, Features]]) -> None:
        """Fill the rows of the words that a batch brought, all at once: one by one, numpy's calls cost most."""
        if learned:
            rows = [row for row, _ in learned]
            self._rows[rows] = self._sums([features.whole for _, features in learned])
            cut = [(row, features.pieces) for row, features in learned if features.pieces]
            if cut:
                self._rows[[row for row, _ in cut]] += PIECE * self._sums([pieces for _, pieces in cut])

    def _sums(self, buckets: Sequence[tuple[int, ...]]) -> Floats:
        """Return the sum of the weights of each; none is empty."""
        starts = [0, *accumulate(map(len, buckets[:-1]))]
        sums: Floats = np.add.reduceat(self._weights.take([*chain(*buckets)], axis=0), starts, axis=0)
        return sums

    def _summed(self, parts: Floats, texts: Sequence[tuple[str, ...]]) -> Weighed:
        lengths = [len(said) for said in texts]
        starts = [0, *accumulate(lengths)]
        scores = np.tile(self._bias, (len(texts), 1))
        having = [place for place, length in enumerate(lengths) if length]
        if having:
            sums = np.add.reduceat(parts, [starts[place] for place in having], axis=0)
            scale = 1.0 / np.sqrt(sums[:, -1:])
            scores[having] += sums[:, :-1] * scale
            parts *= np.repeat(scale, [lengths[place] for place in having], axis=0)
        return Weighed(scores, tuple(texts), parts[:, :-1], tuple(starts))


@dataclass(slots=True)
class _Layout:
    """A batch, laid out for three look-ups: own rows and pairs per token, and what comes besides, with whose it is.

    `learned`: the rows that have yet to be filled, because their words were never seen before.
    """

    owns: list[int]
    pairs: list[int]
    besides: list[int]
    owners: list[int]
    texts: list[tuple[str, ...]]
    learned: list[tuple[int, Features]]
