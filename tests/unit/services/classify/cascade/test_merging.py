"""A second opinion can make us more careful, never less."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.classify.domain.policy import Policy
from services.classify.domain.second_opinion import Doubt, SecondOpinion, merged, unsure
from services.classify.domain.taxonomy import Intent
from shared.contracts.classification import Classification, Reason, Sentiment, Severity, Source
from tests.unit.services.classify.cascade.asking import DOUBT, WANTS, a_first, a_second

RANKS = list(Severity)
SHARES = st.floats(0, 1)
FLAGS = ["safety", "injury", "self_harm", "threat", "legal", "fraud", "hardship", "churn", "spam"]

firsts = st.builds(
    lambda flags, **labels: a_first(flags=tuple(sorted(flags)), **labels),
    st.sets(st.sampled_from(FLAGS)),
    intent=st.sampled_from([*map(str, Intent), "warranty"]),
    intent_confidence=SHARES,
    sentiment=st.sampled_from(Sentiment),
    sentiment_confidence=SHARES,
    severity=st.sampled_from(Severity),
    needs_answer=st.booleans(),
    needs_answer_confidence=SHARES,
    reasons=st.lists(st.builds(Reason, label=st.text(), evidence=st.text(), weight=SHARES), max_size=3).map(tuple),
)
seconds = st.builds(
    SecondOpinion,
    intent=st.sampled_from(Intent),
    sentiment=st.sampled_from(Sentiment),
    severity=st.sampled_from(Severity),
    needs_answer=st.booleans(),
    churn=st.booleans(),
    confidence=SHARES,
    by=st.just("small"),
    source=st.sampled_from([Source.LLM, Source.EMBEDDING]),
)
doubts = st.builds(Doubt, intent_below=SHARES, sentiment_below=SHARES, answer_at=SHARES, answer_within=SHARES)
policies = st.builds(Policy, off=st.sets(st.sampled_from(Intent)).map(frozenset), second_opinion=st.booleans())


@given(firsts, seconds, policies, doubts)
def test_whatever_is_answered_nothing_becomes_less_careful(
    first: Classification, second: SecondOpinion, policy: Policy, doubt: Doubt
) -> None:
    found = merged(first, second, policy, doubt)

    assert RANKS.index(found.severity) >= RANKS.index(first.severity)
    assert found.severity is not Severity.CRITICAL or first.severity is Severity.CRITICAL
    assert set(first.flags) <= set(found.flags) <= {*first.flags, "churn"}
    assert found.needs_answer >= first.needs_answer
    assert found.needs_answer <= (found.severity is not Severity.LOW)


@given(firsts, seconds, policies, doubts)
def test_who_judged_is_told_and_what_decided_first_is_kept(
    first: Classification, second: SecondOpinion, policy: Policy, doubt: Doubt
) -> None:
    found = merged(first, second, policy, doubt)

    assert found.source is second.source
    assert found.reasons == (
        *first.reasons,
        Reason(label="second_opinion", evidence="small", weight=second.confidence),
    )
    same = ("model", "language", "language_confidence", "personal")
    assert [getattr(found, name) for name in same] == [getattr(first, name) for name in same]
    assert Classification.model_validate_json(found.model_dump_json()) == found


@given(firsts, seconds, policies, doubts)
def test_asked_twice_it_says_the_same_labels(
    first: Classification, second: SecondOpinion, policy: Policy, doubt: Doubt
) -> None:
    labels = {"severity", "flags", "needs_answer"}
    once = merged(first, second, policy, doubt)

    assert merged(once, second, policy, doubt).model_dump(include=labels) == once.model_dump(include=labels)


def test_what_the_first_was_sure_of_stands() -> None:
    first = a_first(intent="billing", intent_confidence=0.8, sentiment_confidence=0.9)

    found = merged(first, a_second(), WANTS, DOUBT)

    assert (found.intent, found.sentiment) == ("billing", Sentiment.NEGATIVE)


def test_what_it_was_unsure_of_changes() -> None:
    found = merged(a_first(sentiment_confidence=0.3), a_second(confidence=0.7), WANTS, DOUBT)

    assert (found.intent, found.intent_confidence) == ("praise", 0.7)
    assert (found.sentiment, found.sentiment_confidence) == (Sentiment.POSITIVE, 0.7)


def test_two_that_agree_are_as_sure_as_the_surer() -> None:
    first = a_first(intent="praise", intent_confidence=0.4)

    assert merged(first, a_second(confidence=0.3), WANTS, DOUBT).intent_confidence == 0.4


def test_an_intent_that_the_brand_does_not_use_is_not_taken() -> None:
    policy = Policy(second_opinion=True, off=frozenset({Intent.PRAISE}))

    assert merged(a_first(intent="delivery"), a_second(), policy, DOUBT).intent == "delivery"


def test_an_intent_of_the_brands_own_stands_however_much_the_doubt() -> None:
    """Else it would count for storms as the like of what it no longer is."""
    first = a_first(intent="warranty", intent_like="defect", intent_confidence=0.95)

    found = merged(first, a_second(), WANTS, Doubt(intent_below=1.0))

    assert (found.intent, found.intent_like, found.intent_confidence) == ("warranty", "defect", 0.95)


def test_who_turns_out_to_wait_gets_an_answer_with_at_least_everyday_severity() -> None:
    first = a_first(needs_answer=False, severity=Severity.LOW)

    found = merged(first, a_second(needs_answer=True, confidence=0.6), WANTS, DOUBT)

    assert (found.needs_answer, found.needs_answer_confidence, found.severity) == (True, 0.6, Severity.NORMAL)


def test_critical_is_taken_as_high() -> None:
    assert merged(a_first(), a_second(severity=Severity.CRITICAL), WANTS, DOUBT).severity is Severity.HIGH


@pytest.mark.parametrize(
    "labels",
    [
        {"intent_confidence": 0.49},
        {"intent_confidence": 0.9, "sentiment_confidence": 0.49},
        {"intent_confidence": 0.9, "needs_answer": True, "needs_answer_confidence": 0.55},
        {"intent_confidence": 0.9, "needs_answer": False, "needs_answer_confidence": 0.55},
    ],
)
def test_a_post_is_unsure_when_one_label_is(labels: dict[str, float]) -> None:
    assert unsure(a_first(**labels), WANTS, DOUBT) > 0.0


def test_a_post_is_sure_when_every_label_is() -> None:
    assert unsure(a_first(intent_confidence=0.5, sentiment_confidence=0.5), WANTS, DOUBT) == 0.0


def test_near_goes_by_the_brands_own_threshold() -> None:
    first = a_first(intent_confidence=0.9, needs_answer=True, needs_answer_confidence=0.8)

    assert unsure(first, Policy(answer_at_least=0.78, second_opinion=True), DOUBT) > 0.0
    assert unsure(first, WANTS, DOUBT) == 0.0


def test_the_less_sure_the_sooner() -> None:
    shares = [0.45, 0.3, 0.1, 0.0]

    found = [unsure(a_first(intent_confidence=share), WANTS, DOUBT) for share in shares]

    assert found == sorted(found)
    assert found[-1] == 1.0


def test_advertisements_are_not_asked_about() -> None:
    assert unsure(a_first(flags=("spam",)), WANTS, DOUBT) == 0.0


@given(firsts, policies, doubts)
def test_doubt_is_a_share(first: Classification, policy: Policy, doubt: Doubt) -> None:
    assert 0.0 <= unsure(first, policy, doubt) <= 1.0
