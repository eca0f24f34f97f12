"""The posts that the model learns from, and those that it is judged by."""

from collections import Counter
from pathlib import Path

import pytest

from services.classify.domain.taxonomy import Intent
from services.classify.domain.text import words_of
from services.classify.training.authored import BadPost, evaluation_posts, training_posts
from shared.contracts.classification import Sentiment, Severity

LANGUAGES = {"en", "nl", "de", "fr", "es"}
TRAINING = training_posts()
EVALUATION = evaluation_posts()


def test_every_intent_has_150_posts_in_every_language() -> None:
    counted = Counter((post.language, post.intent) for post in TRAINING)

    assert {pair: n for pair, n in counted.items() if n < 150} == {}
    assert counted.keys() == {(language, intent) for language in LANGUAGES for intent in Intent}


def test_every_language_has_300_posts_to_be_judged_by() -> None:
    counted = Counter(post.language for post in EVALUATION)

    assert counted.keys() == LANGUAGES
    assert min(counted.values()) >= 300
    assert len({post.where for post in EVALUATION}) == len(EVALUATION)


def test_nobody_is_judged_by_what_they_learned() -> None:
    learned = {words_of(post.text) for post in TRAINING}

    assert [post.where for post in EVALUATION if len(post.text) > 25 and words_of(post.text) in learned] == []


def test_no_post_stands_twice() -> None:
    counted = Counter((post.language, words_of(post.text)) for post in TRAINING if len(post.text) > 25)

    assert [text for text, n in counted.items() if n > 1] == []


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("-\ty\t1\t.", "4 columns"),
        ("x\ty\t1\t.\ttext", "KeyError"),
        ("-\tmaybe\t1\t.\ttext", "KeyError"),
        ("-\ty\t7\t.\ttext", "KeyError"),
        ("-\ty\t1\tangry\ttext", "unknown flags"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str, complaint: str) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "outage.tsv").write_text(f"# remark\n{line}\n")

    with pytest.raises(BadPost, match=complaint) as refused:
        training_posts(tmp_path)
    assert "outage.tsv:2" in str(refused.value)


def test_a_line_is_read_as_the_taxonomy_says(tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "refund.tsv").write_text("-\ty\t2\tlegal,churn\teerste\\ntweede\n")
    (post,) = training_posts(tmp_path)

    assert (post.language, post.intent, post.sentiment) == ("nl", Intent.REFUND, Sentiment.NEGATIVE)
    assert (post.needs_answer, post.severity) == (True, Severity.HIGH)
    assert post.flags == frozenset({"legal", "churn"})
    assert post.text == "eerste\ntweede"
