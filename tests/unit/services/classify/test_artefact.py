"""The model's file: the same model is the same bytes, and what is not the model it says it is, is refused."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from services.classify.domain.features import BITS
from services.classify.model.artefact import CARD, SPELLING, WEIGHTS, Artefact, BadModel, Head, load, save


def a_model() -> Artefact:
    weights = np.zeros((1 << BITS, 3), dtype=np.float32)
    weights[5] = (1.0, -2.0, 0.5)
    weights[77] = (0.01, 0.02, 12.0)
    return Artefact(
        version="test-1",
        weights=weights,
        frequencies=np.where(weights.any(axis=1), 2, 0),
        posts=9,
        bias=np.array([0.1, -0.2, 0.3], dtype=np.float32),
        heads={"mood": Head("mood", ("glad", "sad"), 0, False, 1.5), "flags": Head("flags", ("odd",), 2, True, 0.7)},
        thresholds={"odd": 0.4},
        card={"seed": 5},
    )


def test_the_same_model_is_the_same_bytes(tmp_path: Path) -> None:
    save(a_model(), tmp_path / "one")
    save(a_model(), tmp_path / "two")

    for name in (WEIGHTS, CARD):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_what_is_read_is_what_was_written_but_for_rounding(tmp_path: Path) -> None:
    model = a_model()
    save(model, tmp_path)
    found = load(tmp_path)

    assert np.abs(found.weights - model.weights).max() <= np.abs(model.weights).max() / 127
    assert (found.heads, found.thresholds) == (model.heads, model.thresholds)
    assert (found.sizes == model.sizes).all()
    assert found.version.startswith("test-1-")


def test_a_new_model_has_a_new_version(tmp_path: Path) -> None:
    save(a_model(), tmp_path / "one")
    save(replace(a_model(), bias=np.array([0.1, -0.2, 0.4], dtype=np.float32)), tmp_path / "two")

    assert load(tmp_path / "one").version != load(tmp_path / "two").version


def test_another_model_of_languages_is_another_version(tmp_path: Path) -> None:
    save(a_model(), tmp_path)
    versions = {load(tmp_path).version}
    for table in (b"one", b"two"):
        (tmp_path / SPELLING).write_bytes(table)
        versions.add(load(tmp_path).version)

    assert len(versions) == 3


def test_no_model_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(BadModel, match="make model"):
        load(tmp_path)


def test_weights_that_are_not_the_cards_are_refused(tmp_path: Path) -> None:
    save(a_model(), tmp_path)
    (tmp_path / WEIGHTS).write_bytes((tmp_path / WEIGHTS).read_bytes() + b"!")

    with pytest.raises(BadModel, match="not the file"):
        load(tmp_path)


def test_a_model_of_another_format_is_refused(tmp_path: Path) -> None:
    save(a_model(), tmp_path)
    card = json.loads((tmp_path / CARD).read_text())
    (tmp_path / CARD).write_text(json.dumps({**card, "bits": 12}))

    with pytest.raises(BadModel, match="another format"):
        load(tmp_path)


def test_the_weights_hold_numbers_only() -> None:
    """No pickle: whoever can swap the file must not be able to run code."""
    with np.load(Path(load.__code__.co_filename).parent / "shipped" / WEIGHTS, allow_pickle=False) as arrays:
        assert {str(arrays[name].dtype) for name in arrays.files} <= {"uint32", "uint16", "int8", "float32"}
