"""One post to the classifier, in one line."""

from typing import Any

from services.classify.handlers import Classifier
from shared.contracts.classification import Classification
from tests.builders import a_mention


class Says:
    """Call it with a text to see what the classifier makes of a post that says so."""

    def __init__(self, classifier: Classifier) -> None:
        self._classifier = classifier

    def __call__(self, text: str, **fields: Any) -> Classification:
        (found,) = self._classifier.classify([a_mention(text=text, **fields)])
        return found
