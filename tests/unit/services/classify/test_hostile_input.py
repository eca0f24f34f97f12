"""Whatever a customer can write: classified, in bounded time, in a batch where nobody holds up the rest."""

import time
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.classify.domain.personal.spans import READ_AT_MOST, personal
from services.classify.handlers import Understand
from services.classify.model.fast import FastClassifier
from shared.contracts.classification import Classification
from shared.contracts.mention import Mention
from tests.builders import NOON, a_classified, a_mention
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


CORPORA = {
    "ats": "@",
    "digits": "7",
    "blanks": " ",
    "dots": ".",
    "less": "<",
    "ampersands": "&",
    "dashes": "-",
    "quotes": "\"'",
    "addresses that never end": "a@b.",
    "addresses in words": "jo at example dot ",
    "addresses in words and hyphens": "a" + "-at" * 13 + "-dot" * 30 + " dot ",
    "numbers in groups": "06 12 ",
    "brackets and digits": "(0) 6/",
    "cards": "4111 ",
    "accounts": "NL91 ",
    "bookings": "order no. A1-",
    "harm again and again": "my hand on fire no one was hurt ",
    "towers": "a" + "\u0301" * 40,
    "nothing": "\x00",
}


@pytest.mark.parametrize("sign", CORPORA.values(), ids=CORPORA)
def test_a_longer_text_takes_no_more_than_its_share(says: Says, sign: str) -> None:
    """Far below 50 ms per KB at each length, up to the longest that a mention may have."""
    for size in (1_000, 10_000, 40_000):
        text = (sign * size)[:size]
        says(text)
        started = time.thread_time()
        found = says(text)

        assert time.thread_time() - started < 0.05 * size / 1_000
        assert 0.0 <= found.language_confidence <= 1.0


@pytest.mark.parametrize(
    "text",
    [
        "😡😡😡",
        "\u200b\u202e",
        "<div></div>",
        "&nbsp;&lt;br&gt;",
        "\x00\x01",
        "...",
        "@@@@",
        "１２３",
        "\u0301" * 50,
    ],
)
def test_where_nothing_is_said_nothing_is_claimed(says: Says, text: str) -> None:
    found = says(text)

    assert found.language == "und"
    assert found.personal == ()
    assert not {"safety", "injury", "self_harm", "threat", "legal"} & set(found.flags)


@pytest.mark.parametrize(
    "text",
    [
        "my law\u200byer will write to you",
        "\u202emy lawyer will write to you\u202c",
        "<p>my</p> &#108;awyer will <br/>write to you",
        "my l\u0301a\u0301wyer will write to you",
        "my ｌａｗｙｅｒ will write to you",
        "MY LAWYER\x00 WILL WRITE TO YOU",
        "my law&shy;yer will wr&#8203;ite to you",
        "I <3 you, but my lawyer will write to you >:(",
    ],
)
def test_tricks_hide_no_harm(says: Says, text: str) -> None:
    assert "legal" in says(text).flags


@settings(deadline=None)
@given(text=st.text(st.characters(codec=None, categories=None), max_size=300))
def test_spans_of_personal_data_lie_inside_the_text_in_order(text: str) -> None:
    """Asked directly: no mention can carry the lone surrogates that are among these."""
    edges = [edge for one in personal(f"{text} jo@example.org {text} 4111") for edge in (one.start, one.end)]

    assert edges == sorted(edges)
    assert all(0 <= edge <= 2 * len(text) + 21 for edge in edges)


def test_a_hidden_word_is_seen(says: Says) -> None:
    assert says("my par\u200bcel is l\u00adost").intent == "delivery"


def test_the_answer_of_a_batch_is_in_the_order_of_the_batch(classifier: FastClassifier) -> None:
    texts = ["my parcel is lost", "", "thank you so much!", "\u200b" * 100, "the app is down again"]
    found = classifier.classify([a_mention(f"{n}", text=text) for n, text in enumerate(texts)])

    assert [one.intent for one in found] == ["delivery", "other", "praise", "other", "outage"]


def test_a_batch_of_nothing_but_new_words_is_classified_however_large(classifier: FastClassifier) -> None:
    """As many words as a text may have, none of them twice: more than are remembered."""
    letters = str.maketrans("0123456789", "abcdefghij")
    texts = [" ".join(f"{n:03}{place:03}".translate(letters) for place in range(140)) for n in range(400)]

    assert len(classifier.classify([a_mention(f"{n}", text=text) for n, text in enumerate(texts)])) == 400


async def test_long_texts_share_a_turn_of_the_loop_with_fewer_others() -> None:
    """Whatever the batch, what is looked at in one turn is bounded, and every mention comes out in its place."""
    turns: list[int] = []

    class Counts:
        def classify(self, mentions: Sequence[Mention]) -> list[Classification]:
            turns.append(sum(min(len(one.text), READ_AT_MOST) for one in mentions))
            return [a_classified(one).classification for one in mentions]

    mentions = [a_mention(f"{n}", text="1 2 " * (10_000 if n % 3 else 100)) for n in range(100)]
    understood = await Understand(Counts(), lambda: NOON)(mentions)

    assert [one.mention for one in understood.classified] == mentions
    assert max(turns) <= 32_000
    assert sum(turns) == sum(min(len(one.text), READ_AT_MOST) for one in mentions)


def test_an_empty_batch_is_nothing(classifier: FastClassifier) -> None:
    assert classifier.classify([]) == []
