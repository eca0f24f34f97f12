"""Whatever a customer can write: classified, in bounded time, in a batch where nobody holds up the rest."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.classify.model.fast import FastClassifier
from tests.builders import a_mention
from tests.unit.services.classify.saying import Says
from tests.unit.services.classify.test_text import HOSTILE

LONG = {
    **HOSTILE,
    "negations and feelings": "not good but never bad " * 400,
    "capitals": "PARCEL LOST " * 800,
    "every phrase begins": "cancel my not where is " * 400,
    "mixed scripts": "parcel посылка 荷物 pakket 소포 " * 300,
}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(max_size=400))
def test_no_text_makes_it_raise(says: Says, text: str) -> None:
    found = says(text)

    assert 0 <= found.sentiment_confidence <= 1


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_no_text_is_slow_to_classify(says: Says, text: str) -> None:
    """Two milliseconds at worst on a quiet machine; fifty here, so that a busy one does not make this fail."""
    says(text)
    started = time.thread_time()
    says(text)

    assert time.thread_time() - started < 0.05


def test_a_hidden_word_is_seen(says: Says) -> None:
    assert says("my par\u200bcel is l\u00adost").intent == "delivery"


def test_the_answer_of_a_batch_is_in_the_order_of_the_batch(classifier: FastClassifier) -> None:
    texts = ["my parcel is lost", "", "thank you so much!", "\u200b" * 100, "the app is down again"]
    found = classifier.classify([a_mention(f"{n}", text=text) for n, text in enumerate(texts)])

    assert [one.intent for one in found] == ["delivery", "other", "praise", "other", "outage"]


def test_an_empty_batch_is_nothing(classifier: FastClassifier) -> None:
    assert classifier.classify([]) == []
