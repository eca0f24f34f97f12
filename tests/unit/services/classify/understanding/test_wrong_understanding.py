"""A wrong understanding.yaml is refused with a message that says where, and what to write instead."""

import re
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.classify.domain.text import words_of
from services.classify.understanding.file import read_understanding
from shared.runtime.yaml_file import WrongFile
from tests.unit.services.classify.understanding.files import LANGUAGES, complaint, read

WORDS = st.sampled_from(
    ["off", "own", "phrases", "not", "flags", "answer", "intent", "refund", "safety", "churn", "en", "warranty",
     "title", "like", "languages", "thresholds", "intents", "harm", "second_opinion", "*", "(a|b)?", "money back"]
)  # fmt: skip
LEAVES = st.one_of(WORDS, st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8))
CONTENTS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.one_of(WORDS, st.booleans(), st.integers()), inner, max_size=3)
    ),
    max_leaves=12,
)
OWN = {"title": "Warranty", "phrases": ["warranty"], "like": "defect"}


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("", "begin it with `version: 1`"),
        ("- version", "begin it with `version: 1`"),
        ("version: 2", "version: Input should be 1"),
        ("default: {}", "version: Field required"),
        ("version: [", "is not YAML"),
        ("version: 1\nversion: 1", "'version' stands here twice: write it once"),
        ("version: 1\nbrand: {}", "there is no setting brand here; known are version, default, brands"),
        ("version: 1\nbrands: {Acme Corp: {}}", "brands/Acme Corp/[key]"),
        ("version: 1\ndefault: {languages: [en, no]}", 'write Norwegian in quotes, "no"'),
        ("version: 1\ndefault: {intents: {off: refund}}", "default/intents/off: write a list: [refund]"),
        ("version: 1\ndefault: {intents: {off: [nothing]}}", "there is no intent nothing; known are outage, delivery"),
    ],
)
def test_a_file_that_says_something_else_is_refused(tmp_path: Path, text: str, advice: str) -> None:
    assert advice in complaint(tmp_path, text)


@pytest.mark.parametrize(
    ("brand", "advice"),
    [
        ({"thresholds": {"answer": 1.2}}, "brands/acme/thresholds/answer: 1.2 is no share of likelihood"),
        ({"thresholds": {"answer": 0}}, "write a number above 0 and up to 1"),
        ({"thresholds": {"intent": True}}, "True is no share of likelihood"),
        ({"thresholds": {"intent": "0.5"}}, "'0.5' is no share of likelihood"),
        ({"thresholds": {"flags": {"chrun": 0.5}}}, "there is no flag chrun; known are safety, injury"),
        ({"thresholds": {"flag": {}}}, "brands/acme/thresholds: there is no setting flag here"),
        ({"languages": ["en", "pl"]}, "pl is no language that this station reads: read are en, nl, de, fr, es"),
        ({"languages": "en"}, "brands/acme/languages: write a list, such as [en, nl]"),
        ({"languages": []}, "write a list, such as [en, nl]"),
        ({"intents": {"off": ["other"]}}, "other cannot be off"),
        ({"intents": {"off": ["refund"], "phrases": {"refund": ["money back"]}}}, "refund is off, yet has phrases"),
        ({"intents": {"phrases": {"refnd": ["money back"]}}}, "there is no intent refnd"),
        ({"intents": {"own": {"refund": OWN}}}, "refund is an intent already"),
        ({"intents": {"own": {"Warranty!": OWN}}}, "'Warranty!' is no name of an intent"),
        ({"intents": {"own": {"warranty": {**OWN, "like": "broken"}}}}, "warranty/like: there is no intent broken"),
        ({"intents": {"own": {"warranty": {**OWN, "phrases": []}}}}, "warranty/phrases: an empty list finds nothing"),
        ({"intents": {"own": {"warranty": {"title": "Warranty", "like": "defect"}}}}, "phrases: Field required"),
        ({"intents": {"own": {f"own_{i}": OWN for i in range(51)}}}, "at most 50 items"),
        ({"harm": {"phrases": {"fire": ["fire"]}}}, "there is no kind of harm fire; known are safety, injury"),
        ({"harm": {"not": []}}, "brands/acme/harm/not: an empty list finds nothing"),
        ({"second_opinion": "yes please"}, "brands/acme/second_opinion"),
    ],
)
def test_a_setting_that_cannot_be_is_named_with_its_place(tmp_path: Path, brand: Any, advice: str) -> None:
    assert advice in complaint(tmp_path, {"version": 1, "brands": {"acme": brand}})


@pytest.mark.parametrize(
    ("phrase", "advice"),
    [
        ("", "has no word in it"),
        ("  ", "has no word in it"),
        ("!?", "has no word in it"),
        ("\U0001f525", "write words in Latin letters"),
        ("возврат", "write words in Latin letters"),
        (7, "write it as text, in quotes"),
        ("money back, refund", "has a comma: write two phrases"),
        ("*", "has no word in it"),
        ("a*", "with 3 letters to it"),
        ("*en", "with 3 letters to it"),
        ("re*fund", "stands at the beginning or the end of a word"),
        ("(lost|missing", "write choices as (lost|missing)"),
        ("lost|missing", "write choices as (lost|missing)"),
        ("(lost|)", "a choice without a word"),
        ("(the)?", "empty phrase"),
        ("(parcel)? (lost)?", "empty phrase"),
        ("the", "would be found in nearly every post"),
        ("is it", "would be found in nearly every post"),
        ("(is|parcel)", "would be found in nearly every post"),
        ("(the)? de", "would be found in nearly every post"),
        ("*hat", "would be found in nearly every post"),
        ("-*parcel", "stands at the beginning or the end of a word"),
        ("x" * 121, "121 characters: 120 is the most"),
        ("one two three four five six seven eight nine", "longer than 8 words"),
        ("(a b|c d) (e f|g h) (i j|k l) (m n|o p)", "more than 3 choices"),
    ],
)
def test_a_phrase_that_finds_nothing_or_everything_is_refused(tmp_path: Path, phrase: Any, advice: str) -> None:
    said = complaint(tmp_path, {"version": 1, "default": {"harm": {"phrases": {"safety": ["smoke", phrase]}}}})

    assert "default/harm/phrases/safety: 1: " in said
    assert advice in said


@pytest.mark.parametrize(
    "phrase",
    ["money back", "caught+fire", "hand .. bandaged", "*wagen kapot*", "(lost|missing) parcel*", "(the)? broken disc",
     "don't work", "s'il vous plaît aidez", "größe", "3 Tage (ohne|kein+einziges) Paket"],
)  # fmt: skip
def test_a_phrase_as_people_say_it_is_taken(tmp_path: Path, phrase: str) -> None:
    """And it finds itself, with the first of each choice."""
    harms = read(tmp_path, {"version": 1, "default": {"harm": {"phrases": {"safety": [phrase]}}}}).default.harms

    said = re.sub(r"\((.*?)(\|.*?)?\)\??", r" \1 ", phrase)
    assert harms is not None
    assert harms.find(words_of(re.sub(r"[+*.]", " ", said)))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=CONTENTS)
def test_whatever_the_file_says_it_is_taken_or_refused_with_advice(tmp_path: Path, content: Any) -> None:
    """Nothing else is raised than WrongFile."""
    with suppress(WrongFile):
        read(tmp_path, {"version": 1, "default": content, "brands": {"acme": content}})


def test_more_phrases_than_anybody_oversees_are_refused(tmp_path: Path) -> None:
    many = [f"gadget{i}" for i in range(501)]

    said = complaint(tmp_path, {"version": 1, "default": {"harm": {"not": many}}})

    assert "501 phrases: 500 is the most" in said


def test_a_phrase_that_stands_twice_is_refused(tmp_path: Path) -> None:
    said = complaint(tmp_path, {"version": 1, "default": {"harm": {"not": ["fire sale", "fire sale"]}}})

    assert "'fire sale' stands here twice: write it once" in said


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    said = complaint(
        tmp_path,
        {"version": 1, "default": {"thresholds": {"answer": 2}}, "brands": {"acme": {"harm": {"not": ["the"]}}}},
    )

    assert "default/thresholds/answer" in said
    assert "brands/acme/harm/not" in said


def test_a_file_that_is_not_there_says_which_setting_names_it(tmp_path: Path) -> None:
    with pytest.raises(WrongFile, match=r"No such file or directory\. Set EARSHOT_UNDERSTANDING"):
        read_understanding(tmp_path / "understanding.yaml", LANGUAGES)


def test_settings_with_nothing_below_them_are_left_out(tmp_path: Path) -> None:
    """As when every line below them is commented out."""
    assert read(tmp_path, "version: 1\ndefault:\nbrands:\n") == read(tmp_path, "version: 1\n")
