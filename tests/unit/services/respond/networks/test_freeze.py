"""What is fixed at approval: the exact body that the network will get."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deploy.local.townsquare.text import counted_length as as_the_square_counts
from services.respond.networks.freeze import Unpostable, freeze
from services.respond.networks.mastodon.length import MAX_CHARACTERS, counted_length
from services.respond.networks.mastodon.visibility import WIDEST_FIRST, is_narrower, no_wider_than
from shared.case.state.parts import Message
from shared.contracts.mention import Visibility
from shared.directory.model import Account
from tests.builders import a_message

ACCOUNT = Account.model_validate(
    {
        "id": "discus@townsquare",
        "brand": "discus",
        "network": "mastodon",
        "base_url": "https://square.example",
        "token": "a token that is long enough",
    }
)
OURS = [each.value for each in Visibility]

words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=80)
pieces = st.one_of(
    words,
    st.sampled_from(
        [
            "https://example.com/a/very/long/path/to/somewhere",
            "https://t.co",
            "http://localhost:8090/@joe",
            "@joe",
            "@joe@remote.example",
            "@joe@127.0.0.1:8090",
            "#parcels",
            "\U0001f468\u200d\U0001f469\u200d\U0001f467",
            "\U0001f1f3\U0001f1f1",
            "e\u0301",
            "\n",
        ]
    ),
)
texts = st.lists(pieces, max_size=12).map(" ".join)


def body(text: str = "We are sorry.", *, parent: Message | None = None) -> dict[str, Any]:
    told = json.loads(freeze(ACCOUNT, parent or a_message(), text)[0].body)
    assert isinstance(told, dict)
    return told


def code_of(text: str, **parent: Any) -> str:
    with pytest.raises(Unpostable) as refused:
        freeze(ACCOUNT, a_message(**parent), text)
    assert refused.value.message
    return refused.value.code


def test_an_answer_calls_upon_the_author_and_hangs_below_their_post() -> None:
    assert body() == {"status": "@joe We are sorry.", "in_reply_to_id": "post-1", "visibility": "public"}


@pytest.mark.parametrize("text", ["@joe sorry", "Sorry, @JOE!", "so (@joe) it is", "sorry @joe."])
def test_who_is_called_upon_already_is_not_called_twice(text: str) -> None:
    assert body(text)["status"] == text


@pytest.mark.parametrize("text", ["joe sorry", "@joel sorry", "@joe@elsewhere.example sorry", "see https://x.org/@joe"])
def test_a_handle_that_only_looks_like_the_authors_does_not_count(text: str) -> None:
    assert body(text)["status"] == f"@joe {text}"


def test_a_remote_author_is_called_by_the_full_handle() -> None:
    parent = a_message(handle="@joe@remote.example")

    assert body("@joe sorry", parent=parent)["status"] == "@joe@remote.example @joe sorry"


def test_an_author_on_our_own_server_may_be_called_without_the_domain() -> None:
    parent = a_message(handle="joe@square.example")

    assert body("@joe sorry", parent=parent)["status"] == "@joe sorry"
    assert body("sorry", parent=parent)["status"] == "@joe@square.example sorry"


def test_the_language_goes_along_if_it_is_known() -> None:
    assert body(parent=a_message(language="nl"))["language"] == "nl"
    assert "language" not in body(parent=a_message(language="not a language"))


def test_an_answer_without_words_is_not_posted() -> None:
    assert code_of(" \n\t ") == "empty"


def test_an_answer_that_the_network_could_not_store_is_not_posted() -> None:
    assert code_of("a\x00b") == code_of("a\ud800b") == "unprintable"


def test_a_message_that_is_not_on_the_network_cannot_be_answered_there() -> None:
    assert code_of("Sorry.", api_id=None) == "not_on_network"


def test_an_author_without_a_handle_would_not_be_reached() -> None:
    assert code_of("Sorry.", handle=None) == "no_handle"


def test_a_network_that_we_do_not_speak_is_refused() -> None:
    with pytest.raises(Unpostable) as refused:
        freeze(ACCOUNT.model_copy(update={"network": "x"}), a_message(), "Sorry.")

    assert refused.value.code == "unknown_network"


def test_five_hundred_characters_fit_with_the_mention_and_one_more_makes_a_thread() -> None:
    fits = "x" * (MAX_CHARACTERS - len("@joe "))

    assert body(fits)["status"].endswith("x")
    first, second = (json.loads(post.body) for post in freeze(ACCOUNT, a_message(), f"{fits} x"))
    assert first["in_reply_to_id"] == "post-1"
    assert "in_reply_to_id" not in second, "it goes below the first, which has no id yet"
    assert (first["visibility"], second["visibility"]) == ("public", "public")


def test_a_thread_has_five_posts_at_most() -> None:
    assert len(freeze(ACCOUNT, a_message(), "Sorry! " * 340)) == 5
    assert code_of("Sorry! " * 360) == "too_long"


def test_what_a_post_says_is_kept_without_the_name_in_front() -> None:
    [post] = freeze(ACCOUNT, a_message(), "Sorry!")

    assert (post.text, json.loads(post.body)["status"]) == ("Sorry!", "@joe Sorry!")


@pytest.mark.parametrize("visibility", OURS)
def test_a_private_answer_is_for_the_customer_alone_and_calls_upon_them(visibility: str) -> None:
    [post] = freeze(ACCOUNT, a_message(visibility=visibility), "Sorry!", private=True)

    told = json.loads(post.body)
    assert (told["visibility"], told["status"], told["in_reply_to_id"]) == ("direct", "@joe Sorry!", "post-1")


@pytest.mark.parametrize(
    ("parent", "posted"),
    [
        ("public", "public"),
        ("unlisted", "unlisted"),
        ("followers", "private"),
        ("direct", "direct"),
        ("private", "direct"),
        ("a new circle", "direct"),
    ],
)
def test_an_answer_is_seen_by_those_who_see_the_post(parent: str, posted: str) -> None:
    assert body(parent=a_message(visibility=parent))["visibility"] == posted


@given(st.sampled_from(OURS) | st.text(max_size=12))
def test_an_answer_is_never_wider_than_what_it_answers(visibility: str) -> None:
    posted = no_wider_than(visibility)

    assert posted in WIDEST_FIRST
    # Ours are declared widest first too, so an answer's circle is at least as far down as its parent's.
    place = OURS.index(visibility) if visibility in OURS else len(OURS)
    assert WIDEST_FIRST.index(posted) >= min(place, len(WIDEST_FIRST) - 1)
    assert not is_narrower(posted, posted)


@given(texts)
def test_freezing_twice_gives_the_same_body_or_the_same_refusal(text: str) -> None:
    def outcome() -> str:
        try:
            return freeze(ACCOUNT, a_message(), text)[0].body
        except Unpostable as refused:
            return refused.code

    assert outcome() == outcome()


@given(texts)
def test_nothing_is_frozen_that_the_network_finds_too_long(text: str) -> None:
    try:
        status = body(text)["status"]
    except Unpostable:
        return
    assert as_the_square_counts(status) <= MAX_CHARACTERS


@given(texts)
def test_we_never_count_less_than_the_network(text: str) -> None:
    assert counted_length(text) >= as_the_square_counts(text)


@given(st.text("abcdefghijklmnopqrstuvwxyz ", max_size=600))
def test_plain_letters_count_one_each(text: str) -> None:
    assert counted_length(text) == len(text)


@given(st.text("abcdefghijklmnopqrstuvwxyz/", min_size=0, max_size=300))
def test_a_link_counts_twenty_three_however_long_it_is(path: str) -> None:
    assert counted_length(f"https://example.com/{path}") == 23


@given(st.from_regex(r"[a-z]{1,20}(\.[a-z]{2,20}){1,4}", fullmatch=True))
def test_the_domain_of_a_mention_counts_nothing(domain: str) -> None:
    assert counted_length(f"@joe@{domain} hello") == len("@joe hello")


@pytest.mark.parametrize("one", ["e\u0301", "\U0001f1f3\U0001f1f1", "\U0001f44b\U0001f3fd", "\u2764\ufe0f"])
def test_what_readers_see_as_one_letter_counts_one(one: str) -> None:
    assert counted_length(one * 3) == 3
