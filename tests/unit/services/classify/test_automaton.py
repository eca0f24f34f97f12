"""Many texts at once are read as each is read alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.classify.model.automaton import Automaton

TEXTS = [
    "Where is my parcel? It was promised for Tuesday.",
    "Waar blijft mijn pakket? Het zou gisteren komen.",
    "Wo bleibt mein Paket? Es sollte gestern ankommen.",
    "Où est mon colis ? Il devait arriver mardi.",
    "¿Dónde está mi paquete? Tenía que llegar el lunes.",
    "HELP ME PLEASE",
    "ÉTÉ",
    "x" * 300,
    "a\u0308pfel",
    "",
]


@pytest.fixture(scope="module")
def automaton() -> Automaton:
    return Automaton(["en", "nl", "de", "fr", "es"])


def alone_and_together(automaton: Automaton, texts: list[str]) -> None:
    together = automaton.likely(texts * (1 + 24 // len(texts)))[: len(texts)]
    for text, likely in zip(texts, together, strict=True):
        assert likely == pytest.approx(automaton.likely([text])[0], abs=1e-4), text


def test_a_text_reads_the_same_in_any_company(automaton: Automaton) -> None:
    alone_and_together(automaton, TEXTS)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=80), min_size=1, max_size=30))
def test_whatever_the_texts_are(automaton: Automaton, texts: list[str]) -> None:
    alone_and_together(automaton, texts)


def test_shares_add_up_and_name_the_language(automaton: Automaton) -> None:
    found = automaton.likely(TEXTS[:5] * 6)[:5]
    assert [max(shares, key=shares.__getitem__) for shares in found] == ["en", "nl", "de", "fr", "es"]
    assert [sum(shares.values()) for shares in found] == pytest.approx([1.0] * 5)


def test_nothing_to_read_is_nothing_to_say(automaton: Automaton) -> None:
    assert automaton.likely([]) == []
