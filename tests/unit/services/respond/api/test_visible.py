"""Customers' text on a page: inert, and without anything hidden."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from services.respond.console.visible import visible


def test_markup_is_text() -> None:
    assert visible('<script>alert("1")</script>') == "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;"


@pytest.mark.parametrize(
    "hidden",
    ["\u202e", "\u2066", "\u200b", "\u200e", "\ufeff", "\u00ad", "\x00", "\x1b", "\u2028", "\U000e0041", "\u3164"],
)
def test_what_is_meant_to_be_unseen_is_seen(hidden: str) -> None:
    shown = visible(f"a{hidden}b")

    assert hidden not in shown
    assert f"U+{ord(hidden):04X}" in shown


@pytest.mark.parametrize(
    "text",
    [
        "plain, with \"quotes' & a\nnew line\tand tab",
        "family \U0001f468\u200d\U0001f469\u200d\U0001f467",
        "heart on fire \u2764\ufe0f\u200d\U0001f525",
        "می\u200cخواهم",
        "क्\u200dष",
        "متى يصل طلبي؟",
        "naïve café, 日本語",
    ],
)
def test_writing_stays_as_it_is(text: str) -> None:
    assert visible(text) == escape(text)


@pytest.mark.parametrize("text", ["pay\u200dpal", "\u200d", "a\u200c", "\u200cb"])
def test_a_joiner_that_joins_nothing_is_seen(text: str) -> None:
    assert "U+200" in visible(text)


@given(st.text())
def test_no_text_makes_markup_of_its_own(text: str) -> None:
    shown = visible(text)

    assert isinstance(shown, Markup)
    assert {part.split(" ")[0].split(">")[0] for part in shown.split("<")[1:]} <= {"span", "/span"}


def test_a_long_hostile_text_costs_little() -> None:
    started = time.thread_time()

    visible("\u200d\u202e<" * 10_000)

    assert time.thread_time() - started < 1.5  # processor time; RELIABILITY allows 50 ms per KB
