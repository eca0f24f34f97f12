"""Reading: what a customer typed, without tricks, and never more than a bounded part of it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.classify.domain.text import READ_AT_MOST, read, words_of


def test_links_handles_and_markup_are_not_words() -> None:
    found = read("<p>@discus my <b>parcel</b> https://t.co/x &amp; me</p>")

    assert found.words == ("my", "parcel", "me")
    assert found.links == 1


@pytest.mark.parametrize(
    "text", ["par\u200bcel", "p\u00adarcel", "\u202eparcel\u202c", "ｐａｒｃｅｌ", "\ufeffparcel\u2060"]
)
def test_invisible_and_lookalike_characters_do_not_hide_a_word(text: str) -> None:
    assert read(text).words == ("parcel",)


@pytest.mark.parametrize("text", ["par&shy;cel", "par&#8203;cel", "&zwj;parcel&nbsp;", "&#xFF50;arcel"])
def test_nor_do_they_where_they_are_written_as_entities(text: str) -> None:
    assert read(text).words == ("parcel",)


@pytest.mark.parametrize("text", ["I <3 you but my parcel is lost >:(", "< 5 days? my parcel is lost > 9 days"])
def test_a_heart_or_a_smaller_than_is_no_mark_up(text: str) -> None:
    assert {"my", "parcel", "is", "lost"} <= set(read(text).words)


def test_accents_may_stand_or_not() -> None:
    assert words_of("Größe où caído") == words_of("GROSSE ou caido")


@pytest.mark.parametrize("text", ["isn't it", "isn’t it", "isnt it"])
def test_a_negation_is_one_word_however_it_is_spelt(text: str) -> None:
    assert "not" in read(text).words


def test_other_scripts_are_counted_apart() -> None:
    found = read("где parcel")

    assert (found.latin_letters, found.other_letters) == (6, 3)


@given(st.text(max_size=3_000))
def test_whatever_the_text_reading_does_not_raise_and_is_bounded(text: str) -> None:
    found = read(text)

    assert len(found.plain) <= READ_AT_MOST
    assert all(word.isascii() and word.isalnum() for word in found.words)


HOSTILE = {
    "angles": "<" * 10_000,
    "unclosed tags": "<a " * 3_000,
    "ampersands": "&amp;" * 2_000,
    "entities that make entities": "&amp;lt;" * 1_500,
    "schemes": "http://" * 1_500,
    "ats": "@" * 10_000,
    "dots": "@a." * 3_000,
    "one long word": "a" * 10_000,
    "combining": "a\u0301\u0302\u0303" * 2_500,
    "one letter that becomes eighteen": "\ufdfa" * 10_000,
    "zero width": "\u200b" * 10_000,
    "bidi": "\u202e\u2066" * 5_000,
    "emoji": "😡" * 10_000,
    "families": "👨‍👩‍👧‍👦" * 1_500,
    "controls": "\x00\x1b[31m" * 2_000,
    "apostrophes": "n't" * 3_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_is_slow_to_read(text: str) -> None:
    """Linear and bounded: a fortieth of a second would be a hundred times the usual cost."""
    started = time.thread_time()
    read(text)

    assert time.thread_time() - started < 0.025
