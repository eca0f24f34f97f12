"""Which mentions count towards a storm, once each, at the time when they were written."""

from datetime import timedelta
from typing import Any

import pytest

from services.classify.domain.complaint import SINGLY, happened_at, is_complaint, signals_id, signals_of
from shared.contracts.mention import Author, MentionKind
from tests.builders import NOON, a_classified, a_mention


def test_a_person_who_reports_a_problem_counts() -> None:
    assert is_complaint(a_classified())


@pytest.mark.parametrize("kind", [one for one in MentionKind if one is not MentionKind.CREATED])
def test_only_new_posts_count(kind: MentionKind) -> None:
    assert not is_complaint(a_classified(a_mention(kind=kind)))


def test_a_bot_does_not_count() -> None:
    assert not is_complaint(a_classified(a_mention().model_copy(update={"author": Author(id="b", is_bot=True)})))


@pytest.mark.parametrize(
    "labels",
    [
        {"sentiment": "positive"},
        {"intent": "question", "sentiment": "neutral"},
        {"intent": "other", "sentiment": "neutral"},
        {"intent": "other", "needs_answer": False},
        {"intent": "praise", "sentiment": "neutral", "needs_answer": False},
        {"intent": "suggestion", "sentiment": "neutral"},
        {"flags": ("spam",)},
    ],
)
def test_praise_questions_ideas_and_advertisements_do_not_count(labels: dict[str, Any]) -> None:
    assert not is_complaint(a_classified(a_mention(text="What a nice day"), **labels))


def test_who_reports_a_problem_counts_though_they_ask_for_no_answer() -> None:
    assert is_complaint(a_classified(needs_answer=False))


def test_somebody_who_is_upset_counts_though_nobody_could_name_the_issue() -> None:
    assert is_complaint(a_classified(intent="other"))


@pytest.mark.parametrize("text", ["Is the app down?", "Ligt de app eruit?", "Ist die App kaputt?", "¿Se ha caído?"])
def test_a_question_that_names_a_failure_counts(text: str) -> None:
    assert is_complaint(a_classified(a_mention(text=text), intent="question", sentiment="neutral"))


def test_a_text_that_is_repeated_does_not_count() -> None:
    assert not is_complaint(a_classified(a_mention(text="RT @joe: my parcel is lost")))


def test_a_neutral_report_of_a_problem_counts() -> None:
    assert is_complaint(a_classified(sentiment="neutral"))


def test_complaints_are_gathered_per_brand_and_intent() -> None:
    batch = [
        a_classified(a_mention("1", author="ann")),
        a_classified(a_mention("2", author="ben"), intent="outage"),
        a_classified(a_mention("3", author="cat", brand="other-brand")),
        a_classified(a_mention("4", author="dan")),
    ]
    found = {(one.brand, one.intent): [signal.author for signal in one.signals] for one in signals_of(batch)}

    assert found == {
        ("discus", "delivery"): [batch[0].mention.customer_key, batch[3].mention.customer_key],
        ("discus", "outage"): [batch[1].mention.customer_key],
        ("other-brand", "delivery"): [batch[2].mention.customer_key],
    }


def test_a_batch_without_complaints_has_no_signals() -> None:
    assert signals_of([a_classified(intent="praise", sentiment="positive")]) == []


def test_a_post_that_claims_to_come_from_the_future_happened_when_we_received_it() -> None:
    assert happened_at(a_mention(occurred_at=NOON + timedelta(days=400))) == NOON
    assert happened_at(a_mention(occurred_at=NOON - timedelta(hours=1))) == NOON - timedelta(hours=1)


def test_the_same_complaints_have_the_same_id_and_others_another() -> None:
    (one,) = signals_of([a_classified(a_mention("1"))])
    (again,) = signals_of([a_classified(a_mention("1"))])
    (other,) = signals_of([a_classified(a_mention("2"))])

    assert signals_id(one) == signals_id(again) != signals_id(other)


def test_what_travels_of_a_text_is_words_worth_counting_what_it_is_about_and_a_sketch() -> None:
    (counted,) = signals_of(
        [a_classified(a_mention(text="@discus my parcel AB-12345678 was lost again by your depot"))]
    )
    (signal,) = counted.signals

    assert signal.terms == ("parcel", "lost", "depot", "parcel lost", "parcel depot", "lost depot")
    assert signal.concepts == ("parcel", "lost", "lost+parcel") or set(signal.concepts) == {
        "lost",
        "parcel",
        "lost+parcel",
    }
    assert len(signal.sketch) == 32


def test_beyond_so_many_of_a_brand_a_batch_counts_a_crowd_and_other_brands_are_told_singly() -> None:
    hot = [a_classified(a_mention(f"{n}", author=f"a{n}", occurred_at=NOON)) for n in range(500)]
    quiet = [a_classified(a_mention(f"q{n}", author=f"q{n}", brand="quiet")) for n in range(20)]
    found = {one.brand: one for one in signals_of([*hot, *quiet])}

    assert len(found["discus"].signals) == SINGLY
    (crowd,) = found["discus"].crowds
    assert len(set(crowd.authors)) == 500 - SINGLY
    assert crowd.members
    assert (len(found["quiet"].signals), found["quiet"].crowds) == (20, ())
    assert len(found["discus"].model_dump_json()) < 60_000


def test_a_crowd_is_counted_by_windows_and_people_once() -> None:
    hot = [a_classified(a_mention(f"{n}", author=f"a{n}")) for n in range(SINGLY)]
    more = [
        a_classified(a_mention(f"m{n}", author="loud", occurred_at=NOON - timedelta(minutes=10 * (n % 2))))
        for n in range(10)
    ]
    (found,) = signals_of([*hot, *more])

    assert [len(crowd.authors) for crowd in found.crowds] == [1, 1]


def test_reach_is_the_audience_or_else_the_followers() -> None:
    author = Author(id="ann", followers=7)
    (known,) = signals_of([a_classified(a_mention(audience=50).model_copy(update={"author": author}))])
    (followers,) = signals_of([a_classified(a_mention().model_copy(update={"author": author}))])

    assert (known.signals[0].audience, followers.signals[0].audience) == (50, 7)
