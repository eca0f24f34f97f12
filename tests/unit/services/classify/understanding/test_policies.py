"""What stands in understanding.yaml is what posts are judged by."""

from pathlib import Path

from services.classify.domain.harm import Harm
from services.classify.domain.policy import PLAIN, Meant
from services.classify.domain.taxonomy import Intent
from services.classify.domain.text import words_of
from services.classify.understanding.policies import Understanding
from tests.unit.services.classify.understanding.files import of_brand, read


def test_a_file_that_sets_nothing_is_as_no_file(tmp_path: Path) -> None:
    assert read(tmp_path, "version: 1") == Understanding(titles={"": {}})
    assert read(tmp_path, "version: 1").of("acme") == PLAIN == Understanding().of("acme")


def test_a_brand_that_the_file_does_not_name_gets_the_default(tmp_path: Path) -> None:
    found = of_brand(tmp_path, {"thresholds": {"answer": 0.7}}, default={"thresholds": {"answer": 0.3}})

    assert found.of("acme").answer_at_least == 0.7
    assert found.of("somebody-else").answer_at_least == 0.3


def test_what_a_brand_sets_takes_the_place_of_the_default_each_for_itself(tmp_path: Path) -> None:
    found = of_brand(
        tmp_path,
        {"thresholds": {"flags": {"churn": 0.9}}, "intents": {"off": []}, "second_opinion": False},
        default={
            "languages": ["en", "nl"],
            "thresholds": {"intent": 0.5, "flags": {"churn": 0.2, "spam": 0.4}},
            "intents": {"off": ["order"]},
            "second_opinion": True,
        },
    )

    assert found.default.off == {Intent.ORDER}
    policy = found.of("acme")
    assert policy.languages == ("en", "nl")
    assert policy.intent_at_least == 0.5
    assert policy.flags_at_least == {"churn": 0.9, "spam": 0.4}
    assert policy.off == frozenset()
    assert (found.default.second_opinion, policy.second_opinion) == (True, False)


def test_a_brands_phrases_come_on_top_of_the_defaults(tmp_path: Path) -> None:
    policy = of_brand(
        tmp_path,
        {"intents": {"phrases": {"refund": ["chargeback*"]}}, "harm": {"phrases": {"safety": ["fumes"]}}},
        default={"intents": {"phrases": {"refund": ["money back"]}}, "harm": {"not": ["fire sale"]}},
    ).of("acme")

    assert policy.intents is not None
    assert policy.harms is not None
    assert policy.not_harm is not None
    refund = Meant("refund", Intent.REFUND)
    assert [one.label for one in policy.intents.find(words_of("money back, or a chargeback"))] == [refund, refund]
    assert [one.label for one in policy.harms.find(words_of("strange fumes"))] == [Harm.SAFETY]
    assert policy.not_harm.find(words_of("your fire sale"))


def test_an_own_intent_has_a_title_and_counts_as_one_of_the_taxonomy(tmp_path: Path) -> None:
    found = of_brand(
        tmp_path,
        {"intents": {"own": {"warranty": {"title": "Warranty", "phrases": ["warranty"], "like": "defect"}}}},
    )

    intents = found.of("acme").intents
    assert intents is not None
    assert [one.label for one in intents.find(["my", "warranty"])] == [Meant("warranty", Intent.DEFECT)]
    assert found.of("somebody-else").intents is None
    assert found.titles["acme"] == {"warranty": "Warranty"}


def test_an_intent_that_a_brand_does_without_is_not_named_by_the_defaults_phrases_either(tmp_path: Path) -> None:
    found = of_brand(
        tmp_path, {"intents": {"off": ["refund"]}}, default={"intents": {"phrases": {"refund": ["money back"]}}}
    )

    intents = found.of("acme").intents
    assert intents is None or not intents.find(["money", "back"])


def test_the_key_off_is_read_though_yaml_takes_it_for_false(tmp_path: Path) -> None:
    found = read(tmp_path, "version: 1\ndefault: {intents: {off: [order]}}")

    assert found.default.off == {Intent.ORDER}
