"""A long answer becomes a thread: nothing is lost, nothing is too long, and each post says whom and which it is."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from services.respond.networks.length import measure
from services.respond.networks.mastodon.body import said_in_parts
from services.respond.networks.mastodon.length import MAX_CHARACTERS, counted_length
from tests.builders import a_message
from tests.unit.services.respond.networks.test_freeze import ACCOUNT

PARENT = a_message(handle="joe@elsewhere.example")
SENTENCE = "We looked into it, and your parcel went to the wrong depot. "
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.just(" "), min_size=1, max_size=2000)


def bare(post: str) -> str:
    """Without the mention in front and the number behind."""
    return re.sub(r" \(\d+/\d+\)$", "", post.removeprefix("@joe@elsewhere.example "))


def test_what_fits_is_one_post_without_a_number() -> None:
    assert said_in_parts(ACCOUNT, PARENT, "Sorry!") == ("@joe@elsewhere.example Sorry!",)


def test_each_post_calls_upon_the_customer_and_says_which_it_is() -> None:
    posts = said_in_parts(ACCOUNT, PARENT, SENTENCE * 20)

    assert len(posts) == 3
    assert all(post.startswith("@joe@elsewhere.example We") for post in posts)
    assert [post[-6:] for post in posts] == [" (1/3)", " (2/3)", " (3/3)"]


def test_a_post_ends_with_a_sentence_where_it_can() -> None:
    assert all(bare(post).endswith("depot.") for post in said_in_parts(ACCOUNT, PARENT, SENTENCE * 20))


def test_it_ends_with_a_word_where_sentences_are_long() -> None:
    posts = said_in_parts(ACCOUNT, PARENT, "wonderful " * 150)

    assert {word for post in posts for word in bare(post).split()} == {"wonderful"}


def test_a_word_that_fits_nowhere_is_cut() -> None:
    posts = said_in_parts(ACCOUNT, PARENT, "a" * 1200)

    assert "".join(map(bare, posts)) == "a" * 1200


def test_links_are_never_cut() -> None:
    link = "https://square.example/" + "long" * 60

    posts = said_in_parts(ACCOUNT, PARENT, f"{SENTENCE * 7}{link} {SENTENCE * 7}")

    assert sum(link in post for post in posts) == 1


@given(WORDS)
@example("👩‍👩‍👧‍👦" * 700)
@example("e\u0301" * 1500)
def test_nothing_is_lost_and_no_post_is_too_long(text: str) -> None:
    posts = said_in_parts(ACCOUNT, PARENT, text)

    assert all(counted_length(post) <= MAX_CHARACTERS for post in posts)
    if len(posts) > 1:
        assert "".join("".join(map(bare, posts)).split()) == "".join(text.split())
    assert posts == said_in_parts(ACCOUNT, PARENT, text)


def test_a_draft_is_measured_as_it_would_be_posted() -> None:
    short, long = measure(ACCOUNT, PARENT, "Sorry!", False), measure(ACCOUNT, PARENT, "x" * 3000, True)

    assert (short.used, short.limit, short.unit, short.parts, short.fits) == (11, 500, "characters", 1, True)
    assert (long.parts, long.fits) == (7, False)


def test_a_draft_that_answers_nothing_yet_is_measured_without_a_name() -> None:
    assert measure(ACCOUNT, None, "Sorry!", False).used == 6
