"""The classifier that F5 measures."""

import pytest

from services.classify.model.artefact import load
from services.classify.model.fast import FastClassifier
from services.classify.model.language import Languages


@pytest.fixture(scope="session")
def classifier() -> FastClassifier:
    """As F5's process makes it."""
    return FastClassifier(Languages(["en", "nl", "de", "fr", "es"]), load())
