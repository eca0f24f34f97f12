"""What another judgement would change is counted label by label, and shown without the customers' texts."""

import json
from typing import Any

from services.classify.domain.difference import Change, Tally, changes
from services.classify.dry_run_report import as_json, report
from shared.contracts.classification import Classification, Reason, Severity, Source
from tests.builders import a_classified, a_mention


def judged(**labels: Any) -> Classification:
    return a_classified(a_mention(), **labels).classification


def because(label: str, evidence: str) -> Reason:
    return Reason(label=label, evidence=evidence, weight=1.0)


def tally(*pairs: tuple[Classification, Classification], brand: str = "discus", examples: int = 3) -> Tally:
    found = Tally(examples=examples)
    for place, (then, now) in enumerate(pairs):
        found.add(a_mention(f"post-{place}", brand=brand, text="My secret words"), then, now)
    return found


def rows(text: str) -> list[list[str]]:
    """The lines, cut at two spaces or more."""
    return [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in text.splitlines()]


def test_the_same_labels_are_no_change_however_sure() -> None:
    assert list(changes(judged(intent_confidence=0.9), judged(intent_confidence=0.4, model="other"))) == []


def test_each_label_that_differs_is_a_change_with_the_words_that_decided() -> None:
    now = judged(
        intent="warranty",
        severity=Severity.CRITICAL,
        needs_answer=False,
        reasons=(because("intent:warranty", "warranty"), because("flag:safety", "smoke")),
    )

    assert list(changes(judged(), now)) == [
        Change("intent", "delivery", "warranty", ("warranty",)),
        Change("severity", "normal", "critical", ("smoke",)),
        Change("needs_answer", "yes", "no", ()),
    ]


def test_a_number_among_the_words_that_decided_is_not_shown() -> None:
    now = judged(intent="billing", reasons=(because("intent:billing", "0612345678"), because("intent:billing", "1,99")))

    assert [one.words for one in changes(judged(), now)] == [("[number]", "1,99")]


def test_flags_change_one_by_one() -> None:
    then = judged(flags=("churn", "legal"), reasons=(because("flag:legal", "my lawyer"),))
    now = judged(flags=("churn", "safety"), reasons=(because("flag:safety", "smoke"),))

    assert list(changes(then, now)) == [
        Change("flags", "legal", "not legal", ("my lawyer",)),
        Change("flags", "not safety", "safety", ("smoke",)),
    ]


def test_the_report_counts_changes_per_brand_from_the_most_frequent_on() -> None:
    refund, other = judged(intent="refund"), judged(intent="other")
    found = tally((judged(), refund), (judged(), other), (judged(), refund), (judged(), judged()))

    said = rows(report(found, model="m-2", titles={}, texts=False))

    assert ["4 posts, 1 stay as they are (25.0 %)"] in said
    assert ["discus: 4 posts, 1 stay as they are"] in said
    first = said.index(["intent", "delivery", "refund", "2", "50.0 %"])
    assert said[first + 1] == ["intent", "delivery", "other", "1", "25.0 %"]


def test_models_then_and_now_are_named_and_what_that_may_mean() -> None:
    other = rows(report(tally((judged(model="m-1"), judged())), model="m-2", titles={}, texts=False))
    same = rows(report(tally((judged(model="m-2"), judged())), model="m-2", titles={}, texts=False))

    assert ["m-1", "1"] in other
    assert ["now judged by m-2"] in other
    assert any("may be the model's doing" in line[0] for line in other if line)
    assert not any("may be the model's doing" in line[0] for line in same if line)


def test_second_opinions_are_counted_since_nobody_is_asked_again() -> None:
    found = tally((judged(source=Source.LLM), judged(intent="other")))

    assert "1 had a second opinion, which a dry run does not ask for." in report(
        found, model="m", titles={}, texts=False
    )


def test_a_text_is_shown_only_when_asked_for_and_on_one_line() -> None:
    found = Tally(examples=3)
    found.add(a_mention(text="My secret\n\x1b[31mwords"), judged(), judged(intent="other"))

    assert "secret" not in report(found, model="m", titles={}, texts=False)
    assert "secret" not in as_json(found, model="m", titles={}, texts=False)
    shown = report(found, model="m", titles={}, texts=True)
    assert "My secret ?[31mwords" in shown
    assert "\x1b" not in shown


def test_so_many_examples_of_each_change_are_kept() -> None:
    found = tally(*[(judged(), judged(intent="refund"))] * 5, examples=2)

    (change,) = json.loads(as_json(found, model="m", titles={}, texts=True))["brands"]["discus"]["changes"]

    assert change["count"] == 5
    assert change["share"] == 1.0
    assert [one["event_id"] for one in change["examples"]] == [a_mention(f"post-{n}").event_id for n in (0, 1)]
    assert change["examples"][0]["text"] == "My secret words"


def test_own_intents_are_listed_with_their_titles() -> None:
    titles = {"": {}, "discus": {"subtitles": "Subtitles missing or wrong"}}
    found = tally((judged(), judged(intent="subtitles")))

    assert ["subtitles", "Subtitles missing or wrong"] in rows(report(found, model="m", titles=titles, texts=False))


def test_a_lone_surrogate_in_a_text_is_no_obstacle() -> None:
    found = Tally(examples=1)
    mention = a_mention().model_copy(update={"text": "broken \ud800 text"})
    found.add(mention, judged(), judged(intent="other"))

    assert "broken ? text" in as_json(found, model="m", titles={}, texts=True)
    report(found, model="m", titles={}, texts=True).encode()
