"""What counts as an answer: the labels that were asked for, of the very post. Else there is no opinion."""

import json
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.classify.cascade.answer import IntentSaid, NoOpinion, SentimentSaid, SeveritySaid, opinion_of
from services.classify.cascade.prompt import SCHEMA
from services.classify.domain.taxonomy import Intent
from shared.contracts.classification import Sentiment, Severity, Source
from tests.fakes.judge import PRAISE, completion

GOOD = {"ref": "12345678", **PRAISE}


def read(content: str | None, **choice: Any) -> Any:
    return opinion_of(completion(content, **choice), ref="12345678", by="small")


def test_labels_of_the_taxonomy_are_an_opinion() -> None:
    found = read(json.dumps(GOOD))

    assert (found.intent, found.sentiment, found.severity) == (Intent.PRAISE, Sentiment.POSITIVE, Severity.LOW)
    assert (found.needs_answer, found.churn, found.confidence) == (False, False, 0.9)
    assert (found.by, found.source) == ("small", Source.LLM)


def test_what_may_be_answered_is_what_is_asked_for_and_is_the_taxonomy() -> None:
    for name, said, labels in (
        ("intent", IntentSaid, Intent),
        ("sentiment", SentimentSaid, Sentiment),
        ("severity", SeveritySaid, Severity),
    ):
        assert list(get_args(said)) == [str(label) for label in labels] == SCHEMA["properties"][name]["enum"]
    assert set(SCHEMA["required"]) == set(GOOD)


def without(name: str) -> str:
    return json.dumps({key: value for key, value in GOOD.items() if key != name})


def having(**labels: Any) -> str:
    return json.dumps({**GOOD, **labels})


NO_ANSWERS = {
    "empty": "",
    "no JSON": "The label is praise.",
    "fenced": f"```json\n{json.dumps(GOOD)}\n```",
    "chatter behind": json.dumps(GOOD) + " I hope this helps!",
    "twice": json.dumps(GOOD) * 2,
    "a list": json.dumps([GOOD]),
    "null": "null",
    "a number": "7",
    "a text": json.dumps(json.dumps(GOOD)),
    "cut": json.dumps(GOOD)[:-9],
    "another schema": '{"label": "praise", "score": 0.9}',
    "a field too many": having(close=True),
    "a field missing": without("severity"),
    "no ref": without("ref"),
    "another ref": having(ref="87654321"),
    "ref of another type": having(ref=12345678),
    "an intent outside": having(intent="spam"),
    "an intent in capitals": having(intent="Praise"),
    "an intent with a space": having(intent="praise "),
    "full-width": having(intent="ｐｒａｉｓｅ"),
    "a Cyrillic letter": having(severity="lоw"),
    "a zero-width letter": having(severity="l\u200bow"),
    "a lone surrogate": having(severity="low\ud800"),
    "a flag": having(flags=[]),
    "yes for true": having(needs_answer="true"),
    "one for true": having(needs_answer=1),
    "null for false": having(churn=None),
    "a severity as number": having(severity=0),
    "confidence as text": having(confidence="0.9"),
    "confidence as truth": having(confidence=True),
    "confidence over 1": having(confidence=1.1),
    "confidence below 0": having(confidence=-0.1),
    "confidence NaN": having(confidence=float("nan")),
    "confidence infinite": having(confidence=float("inf")),
    "confidence huge": json.dumps(GOOD).replace("0.9", "1" + "0" * 400),
    "confidence of 5,000 digits": json.dumps(GOOD).replace("0.9", "9" * 5_000),
    "a name twice": json.dumps(GOOD)[:-1] + ', "severity": "low"}',
    "a name twice, escaped": json.dumps(GOOD)[:-1] + ', "\\u0073everity": "critical"}',
    "nested deep": "[" * 20_000,
    "nested deep in a field": '{"ref": ' + '{"a": ' * 5_000,
    "byte order mark": "\ufeff" + json.dumps(GOOD),
    "NUL behind": json.dumps(GOOD) + "\0",
    "single quotes": str(GOOD),
    "a comment": json.dumps(GOOD) + " // sure",
}


@pytest.mark.parametrize("content", NO_ANSWERS.values(), ids=NO_ANSWERS)
def test_anything_else_is_no_opinion(content: str) -> None:
    with pytest.raises(NoOpinion):
        read(content)


ENVELOPES = {
    "nothing": b"",
    "HTML": b"<!doctype html><title>Sign in</title>",
    "not UTF-8": b"\xff\xfe{}",
    "UTF-16": completion(json.dumps(GOOD)).decode().encode("utf-16"),
    "the labels themselves": json.dumps(GOOD).encode(),
    "an error": b'{"error": {"message": "overloaded"}}',
    "no choice": b'{"choices": []}',
    "two choices": completion(json.dumps(GOOD)).replace(b'"choices": [', b'"choices": [{}, '),
    "choices twice": completion(json.dumps(GOOD)).replace(b'"usage"', b'"choices"'),
    "choices of text": b'{"choices": "praise"}',
    "content null": completion(None),
    "content a list": completion(json.dumps(GOOD)).replace(b'"content": ', b'"content": 7, "x": '),
    "nested deep": b"[" * 60_000,
}


@pytest.mark.parametrize("body", ENVELOPES.values(), ids=ENVELOPES)
def test_what_is_no_completion_is_no_opinion(body: bytes) -> None:
    with pytest.raises(NoOpinion):
        opinion_of(body, ref="12345678", by="small")


@pytest.mark.parametrize(
    "choice",
    [
        {"finish_reason": "length"},
        {"finish_reason": "content_filter"},
        {"finish_reason": None},
        {"message": {"content": json.dumps(GOOD), "refusal": "I cannot label this."}},
        {"message": {"content": json.dumps(GOOD), "tool_calls": [{"function": {"name": "close_case"}}]}},
    ],
)
def test_an_answer_that_is_cut_refused_or_calls_something_is_no_opinion(choice: dict[str, Any]) -> None:
    with pytest.raises(NoOpinion):
        read(json.dumps(GOOD), **choice)


@pytest.mark.parametrize("content", NO_ANSWERS.values(), ids=NO_ANSWERS)
def test_why_not_is_said_without_what_came(content: str) -> None:
    with pytest.raises(NoOpinion) as found:
        read(content)

    assert str(found.value) in {"no JSON inside", "labels that were not asked for", "an answer to another question"}
    assert found.value.__suppress_context__ or found.value.__context__ is None


@given(st.binary(max_size=300))
def test_no_bytes_are_anything_but_no_opinion(body: bytes) -> None:
    with pytest.raises(NoOpinion):
        opinion_of(body, ref="12345678", by="small")


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from([*GOOD, "close"]), inner),
    )
)
def test_no_json_but_the_labels_is_an_opinion(content: object) -> None:
    with pytest.raises(NoOpinion):
        read(json.dumps(content))
