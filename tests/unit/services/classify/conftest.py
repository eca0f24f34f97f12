"""The classifier as it runs, made once: loading its language model costs half a second."""

import pytest

from services.classify.model.language import Languages
from services.classify.model.polarity import EnglishPolarity
from services.classify.model.simple import SimpleClassifier
from tests.unit.services.classify.saying import Says


@pytest.fixture(scope="session")
def classifier() -> SimpleClassifier:
    """As the lane's wiring makes it, with the default languages."""
    return SimpleClassifier(Languages(["en", "nl", "de", "fr", "es"]), EnglishPolarity())


@pytest.fixture(scope="session")
def says(classifier: SimpleClassifier) -> Says:
    """What the classifier makes of one post."""
    return Says(classifier)
