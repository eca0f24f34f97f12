"""The classifier as it runs, made once: loading its language model costs half a second."""

import pytest

from services.classify.model.artefact import load
from services.classify.model.fast import FastClassifier
from services.classify.model.language import Languages
from tests.unit.services.classify.saying import Says


@pytest.fixture(scope="session")
def classifier() -> FastClassifier:
    """As the lane's wiring makes it, with the default languages."""
    return FastClassifier(Languages(["en", "nl", "de", "fr", "es"]), load())


@pytest.fixture(scope="session")
def says(classifier: FastClassifier) -> Says:
    """What the classifier makes of one post."""
    return Says(classifier)
