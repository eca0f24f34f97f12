"""What is shown: the rules to the system, the post as data, and nothing of whose it is."""

import json
import time
from typing import Any, Final

import pytest

from services.classify.cascade.prompt import RULES, SCHEMA, question, ref_of
from services.classify.cascade.redaction import LONGEST, redacted
from services.classify.domain.taxonomy import Intent
from shared.contracts.classification import PersonalKind, PersonalSpan
from shared.contracts.mention import Author, Entity
from tests.builders import a_mention
from tests.unit.services.classify.cascade.injections import INJECTIONS

JOE: Final = Author(id="https://square.example/@joe_d", handle="joe_d", display_name="Joe Doe")


def shown(text: str, **fields: Any) -> str:
    return redacted(a_mention(text=text, **fields), ())


@pytest.mark.parametrize("text", INJECTIONS)
def test_a_post_stays_inside_one_json_string_of_the_users_message(text: str) -> None:
    post = shown(text)

    asked = json.loads(question("small", post, "en"))

    assert [message["role"] for message in asked["messages"]] == ["system", "user"]
    assert asked["messages"][0]["content"] == RULES
    assert json.loads(asked["messages"][1]["content"]) == {"ref": ref_of(post), "language": "en", "post": post}


@pytest.mark.parametrize("text", INJECTIONS)
def test_marks_of_chat_templates_and_hidden_letters_are_taken_out(text: str) -> None:
    post = shown(text)

    marks = ("<|", "|>", "[INST]", "[/INST]", "<system>", "</post>", "<!--", "<script>")
    assert [mark for mark in marks if mark in post] == []
    assert post.isprintable()
    post.encode()


def test_the_corpus_is_large_and_each_post_once() -> None:
    assert len(set(INJECTIONS)) == len(INJECTIONS) >= 40


def test_the_answer_is_bound_to_a_strict_schema_without_chance() -> None:
    asked = json.loads(question("small", "Where is it", "en"))

    assert (asked["model"], asked["temperature"]) == ("small", 0)
    assert asked["max_tokens"] <= 200
    assert asked["response_format"] == {
        "type": "json_schema",
        "json_schema": {"name": "labels", "strict": True, "schema": SCHEMA},
    }
    assert SCHEMA["additionalProperties"] is False


def test_the_rules_teach_every_intent() -> None:
    assert all(f"- {intent}: " in RULES for intent in Intent)


def test_the_same_post_asks_the_same_question_and_another_has_another_mark() -> None:
    assert question("small", "a", "en") == question("small", "a", "en")
    assert ref_of("a") != ref_of("b")


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("mail joe.doe+x@mail.example.com now", "mail [email] now"),
        ("mail joe&#64;mail.example.com now", "mail [email] now"),
        ("mail joe\u200b@mail.example.com now", "mail [email] now"),
        ("mail ｊｏｅ＠mail.example now", "mail [email] now"),
        ("@acme why, @other@square.example?", "[handle] why, [handle]?"),
        ("see https://x.example/order?id=joe&n=1 ok", "see [link] ok"),
        ("call +31 6 1234 5678 please", "call +[number] please"),
        ("call (030) 123-456-78 please", "call ([number] please"),
        ("order 8812345 is late", "order [number] is late"),
        ("card 4111 1111 1111 1111 was charged", "card [number] was charged"),
        ("٠١٢٣٤٥٦٧ order", "[number] order"),
        ("two of 12 came at 9:30 for 19.99", "two of 12 came at 9:30 for 19.99"),
        ("I <3 you", "I <3 you"),
        ("I <3 you but it caught fire >:(", "I <3 you but it caught fire >:("),
        ("<b>lost</b> parcel", "lost parcel"),
        ("one\n\ttwo", "one two"),
    ],
)
def test_links_handles_addresses_and_numbers_are_replaced(text: str, post: str) -> None:
    assert shown(text) == post


def test_personal_spans_and_entities_are_replaced_where_they_stand() -> None:
    text = "My code X7K2PQ and IBAN NL91 ABNA 0417 1643 00, dear Acme Help"
    code, iban, us = text.index("X7"), text.index("NL91"), text.index("Acme")
    personal = (
        PersonalSpan(kind=PersonalKind.BOOKING, start=code, end=code + 6),
        PersonalSpan(kind=PersonalKind.IBAN, start=iban, end=iban + 22),
    )
    mention = a_mention(text=text, entities=(Entity(type="mention", start=us, end=us + 9),))

    assert redacted(mention, personal) == "My code [booking] and IBAN [iban], dear [handle]"


def test_spans_that_overlap_or_leave_the_text_hide_all_that_any_of_them_covers() -> None:
    personal = (
        PersonalSpan(kind=PersonalKind.PHONE, start=5, end=12),
        PersonalSpan(kind=PersonalKind.CARD, start=8, end=20),
        PersonalSpan(kind=PersonalKind.EMAIL, start=900, end=910),
        PersonalSpan(kind=PersonalKind.EMAIL, start=3, end=3),
    )

    assert redacted(a_mention(text="abcd secret words, open end"), personal) == "abcd [phone]pen end"


def test_the_authors_name_under_a_post_is_replaced() -> None:
    mention = a_mention(text="It broke. Regards, Joe Doe (joe_d). Joe").model_copy(update={"author": JOE})

    assert redacted(mention, ()) == "It broke. Regards, [name] ([name]). [name]"


@pytest.mark.parametrize("signed", ["regards, joe doe", "JOE DOE", "joe", "JOE_D"])
def test_however_large_or_small_they_write_it(signed: str) -> None:
    mention = a_mention(text=f"It broke. {signed}").model_copy(update={"author": JOE})

    assert "joe" not in redacted(mention, ()).lower()


def test_letters_that_become_many_make_no_long_text_of_a_post_with_many_names() -> None:
    author = JOE.model_copy(update={"display_name": " ".join(f"n{n:02}" for n in range(128))})
    mention = a_mention(text="\ufdfa" * 4_000).model_copy(update={"author": author})
    started = time.thread_time()
    redacted(mention, ())

    assert time.thread_time() - started < 0.1


def test_nothing_but_text_and_language_leaves() -> None:
    post = a_mention(text="It broke", permalink="https://square.example/@joe_d/1")
    mention = post.model_copy(update={"author": JOE})

    body = question("small", redacted(mention, ()), "en").decode()

    for hidden in ("joe_d", "Joe", "square.example", "discus", "mastodon", "post-1", mention.event_id):
        assert hidden not in body


def test_a_long_post_is_cut() -> None:
    assert len(shown("word " * 8_000)) == LONGEST


@pytest.mark.parametrize("text", ["", "   ", "😀😀", "12345678", "\u200b\u202e", "?!", "<b></b>"])
def test_nothing_is_shown_of_a_post_without_words(text: str) -> None:
    assert shown(text) == ""
