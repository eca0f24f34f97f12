"""What a brand has set decides its posts, and nobody else's."""

from pathlib import Path
from typing import Any

import pytest

from services.classify.domain.complaint import signals_of
from services.classify.domain.policy import Policy
from services.classify.model.artefact import load
from services.classify.model.fast import FastClassifier
from services.classify.model.language import Languages
from services.classify.understanding.policies import Understanding
from shared.contracts.classification import Classification, MentionClassified, Severity
from tests.builders import NOON, a_mention
from tests.unit.services.classify.understanding.files import LANGUAGES, of_brand


class Judging:
    """The classifier under settings that a test chooses."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._settings = Understanding()
        self._classifier = FastClassifier(Languages(LANGUAGES), load(), self._policy_of)

    def set(self, brand: Any) -> None:
        self._settings = of_brand(self._folder, brand)

    def _policy_of(self, brand: str) -> Policy:
        return self._settings.of(brand)

    def __call__(self, text: str, brand: str = "acme") -> Classification:
        (found,) = self._classifier.classify([a_mention(text=text, brand=brand)])
        return found


@pytest.fixture(scope="module")
def _made(tmp_path_factory: pytest.TempPathFactory) -> Judging:
    return Judging(tmp_path_factory.mktemp("judging"))


@pytest.fixture
def judged(_made: Judging) -> Judging:
    _made.set({})
    return _made


def own(**more: Any) -> dict[str, Any]:
    return {"intents": {"own": {"warranty": {"title": "Warranty", "phrases": ["warranty"], "like": "defect"}}}, **more}


def test_an_own_intent_is_found_by_its_words_and_says_what_it_counts_as(judged: Judging) -> None:
    judged.set(own())

    found = judged("My toaster is broken, is that under warranty?")

    assert (found.intent, found.intent_like) == ("warranty", "defect")
    assert ("intent:warranty", "warranty") in {(one.label, one.evidence) for one in found.reasons}
    elsewhere = judged("My toaster is broken, is that under warranty?", "somebody-else")
    assert elsewhere.intent != "warranty"
    assert elsewhere.intent_like is None


def test_an_own_intent_counts_towards_storms_as_what_it_is_like(judged: Judging) -> None:
    judged.set(own())
    text = "It broke after a day and you refuse the warranty!! Fix this now"
    mention = a_mention(text=text, brand="acme")
    found = judged(text).model_copy(update={"needs_answer": True})

    (counted,) = signals_of([MentionClassified(mention=mention, classification=found, classified_at=NOON)])

    assert counted.intent == "defect"


def test_the_brands_words_decide_the_intent(judged: Judging) -> None:
    judged.set({"intents": {"phrases": {"cancellation": ["take me off the list"]}}})

    assert judged("Take me off the list please").intent == "cancellation"


def test_an_intent_that_is_off_is_never_given(judged: Judging) -> None:
    text = "I want my money back, where is my refund?"
    before = judged(text).intent
    judged.set({"intents": {"off": [before]}})

    assert judged(text).intent != before


def test_words_that_mean_harm_here_outrank_the_model(judged: Judging) -> None:
    judged.set({"harm": {"phrases": {"safety": ["blue+lid .. hissing"]}}})

    found = judged("the blue lid keeps hissing")

    assert "safety" in found.flags
    assert found.severity is Severity.CRITICAL
    assert found.needs_answer


def test_words_that_are_no_harm_here_excuse_what_stands_in_them_and_nothing_else(judged: Judging) -> None:
    fine = "when is the caught fire festival?"
    burning = "the oven caught fire at the caught fire festival"
    assert "safety" in judged(fine).flags
    judged.set({"harm": {"not": ["caught+fire+festival"]}})

    assert "flag:safety" not in {one.label for one in judged(fine).reasons}
    assert "safety" in judged(burning).flags


@pytest.mark.parametrize(("least", "waits"), [(0.001, True), (1, False)])
def test_how_sure_is_sure_enough_for_an_answer_is_the_brands_to_say(judged: Judging, least: float, waits: bool) -> None:
    judged.set({"thresholds": {"answer": least}})

    assert judged("where is my parcel").needs_answer is waits


def test_below_the_brands_threshold_the_intent_is_other(judged: Judging) -> None:
    judged.set({"thresholds": {"intent": 1}})

    assert judged("where is my parcel").intent == "other"


def test_a_models_flag_needs_as_much_as_the_brand_asks(judged: Judging) -> None:
    judged.set({"thresholds": {"flags": {"churn": 0.0001}}})
    assert "churn" in judged("where is my parcel").flags

    judged.set({"thresholds": {"flags": {"churn": 1}}})
    assert "churn" not in judged("I am leaving you for another company").flags
