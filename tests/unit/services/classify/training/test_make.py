"""From posts to the model: the same posts give the same bytes, and the shipped one is made of the posts at hand."""

from pathlib import Path

import numpy as np
import pytest

from services.classify.model.artefact import CARD, WEIGHTS, load, save
from services.classify.training.authored import evaluation_posts, training_posts
from services.classify.training.calibrate import answer_threshold, flag_threshold, softmax, temperature
from services.classify.training.make import calibrated, fitted, sources


def test_the_same_posts_give_the_same_bytes(tmp_path: Path) -> None:
    some, others = training_posts()[::25], evaluation_posts()[::8]
    for name in ("one", "two"):
        save(calibrated(fitted(some, {}), others), tmp_path / name)

    for name in (WEIGHTS, CARD):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_the_shipped_model_is_made_of_the_posts_at_hand() -> None:
    """Who changes a post or a lexicon runs `make model`, or what is shipped is not what is shown."""
    assert load().card["data"] == sources(public=False), "run `make model`"


def test_temperature_makes_shares_as_often_right_as_they_say() -> None:
    chance = np.random.default_rng(5)
    true = chance.normal(size=(4_000, 3))
    labels = np.array([chance.choice(3, p=row) for row in softmax(true)])
    truth = np.eye(3, dtype=bool)[labels]

    assert temperature(true * 4, truth, several=False) == pytest.approx(4.0, rel=0.15)


def test_the_answer_threshold_still_sees_those_who_wait() -> None:
    waiting = np.linspace(0.2, 1.0, 100)
    shares = np.concatenate([waiting, np.linspace(0.0, 0.5, 100)])
    truth = np.array([True] * 100 + [False] * 100)

    assert (waiting >= answer_threshold(shares, truth)).mean() >= 0.95


def test_a_flag_that_is_more_often_wrong_than_right_is_left_to_the_rules() -> None:
    shares = np.linspace(0, 1, 100)

    assert flag_threshold(shares, np.arange(100) % 10 == 0) == 0.95
    assert flag_threshold(shares, shares > 0.6) == pytest.approx(0.6, abs=0.06)
