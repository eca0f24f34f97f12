"""What a word is to the search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.respond.domain.search.words import LONGEST, fold, words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Where is my parcel?", ["where", "is", "my", "parcel"]),
        ("DV-123, e-mail: a@b.example", ["dv", "123", "e", "mail", "a", "b", "example"]),
        ("#movienight @discus snake_case", ["movienight", "discus", "snake_case"]),
        ("Größe GRÖSSE grösse", ["grosse"] * 3),
        ("café cafe\u0301 CAFÉ", ["cafe"] * 3),
        ("ÎLE naïve ñandú", ["ile", "naive", "nandu"]),
        ("par\u00adcel par\u200bcel \ufeffparcel", ["parcel"] * 3),
        ("𝐩𝐚𝐫𝐜𝐞𝐥 ｐａｒｃｅｌ ﬁnd", ["parcel", "parcel", "find"]),
        ("посылка ПОСЫЛКА", ["посылка"] * 2),
        ("荷物はどこ", ["荷物はとこ"]),
        ("😡 !!! \u202e …", []),
        ("", []),
    ],
)
def test_words_are_the_same_whatever_their_case_accents_and_hidden_characters(text: str, words: list[str]) -> None:
    assert [word.text for word in words_in(text)] == words


def test_a_word_tells_where_it_stands_as_it_was_written() -> None:
    text = "a par\u00adcel, CAFE\u0301"

    assert [text[word.start : word.end] for word in words_in(text)] == ["a", "par\u00adcel", "CAFE\u0301"]


@given(st.text())
def test_a_word_holds_letters_and_digits_alone_and_is_found_by_itself(text: str) -> None:
    """So it can be no operator and no pattern, and what is copied out of a text finds it."""
    for word in words_in(text):
        assert 1 <= len(word.text) <= LONGEST
        assert all(one.isalnum() or one == "_" for one in word.text)
        assert word.text in (found.text for found in words_in(text[word.start : word.end]))


def test_of_a_very_long_word_the_beginning_counts() -> None:
    assert fold("x" * 10_000) == "x" * LONGEST
    assert fold("É" * 10_000) == "e" * LONGEST
