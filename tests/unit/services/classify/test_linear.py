"""The linear model: what it says in service is what it was fitted to say, and each token's part in it is known."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.classify.domain.hints import hints
from services.classify.domain.lexicon import lexicon
from services.classify.domain.text import read
from services.classify.model import linear
from services.classify.model.artefact import load
from services.classify.model.linear import Linear, Weighed
from services.classify.model.valence import valences
from services.classify.training.authored import Post, evaluation_posts
from services.classify.training.make import scored

MODEL = load()
POSTS = evaluation_posts()[::12]


def weighed(posts: list[Post], model: Linear | None = None) -> Weighed:
    readings = [read(post.text) for post in posts]
    seen = [
        hints(reading, lexicon(post.language).topics.find(reading.words))
        for post, reading in zip(posts, readings, strict=True)
    ]
    return (model or Linear(MODEL, valences())).weigh([reading.plain for reading in readings], seen)


def test_service_gives_the_scores_of_training() -> None:
    assert np.abs(weighed(POSTS).scores - scored(MODEL, POSTS)).max() < 1e-3


def test_what_the_tokens_added_and_the_bias_is_the_score() -> None:
    found = weighed(POSTS)

    for at in range(len(POSTS)):
        mine = found.parts[found.starts[at] : found.starts[at + 1]]
        assert len(mine) == len(found.tokens[at])
        assert np.abs(mine.sum(axis=0) + MODEL.bias - found.scores[at]).max() < 1e-4


def test_a_text_scores_the_same_alone_and_in_company() -> None:
    together = weighed(POSTS).scores

    for at, post in enumerate(POSTS):
        assert np.abs(weighed([post]).scores[0] - together[at]).max() < 1e-5


def test_a_memory_of_words_that_is_full_is_emptied_and_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = weighed(POSTS).scores
    monkeypatch.setattr(linear, "_REMEMBERED", 64 * 400 + 100)
    small = Linear(MODEL, valences())
    for _ in range(3):
        weighed(POSTS, small)

    assert np.abs(weighed(POSTS, small).scores - before).max() < 1e-5


def test_nothing_to_weigh_leaves_the_bias() -> None:
    found = Linear(MODEL, valences()).weigh(["", ""], [[], []])

    assert (found.scores == MODEL.bias).all()
    assert found.tokens == ((), ())


@settings(deadline=None)
@given(texts=st.lists(st.text(max_size=60), min_size=1, max_size=5))
def test_any_text_has_finite_scores(texts: list[str]) -> None:
    assert np.isfinite(Linear(MODEL, valences()).weigh(texts, [[] for _ in texts]).scores).all()
