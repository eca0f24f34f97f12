"""The phrasebook: prefixes, gaps, neighbours, and what it says it saw."""

import time

import pytest

from services.classify.domain.phrases import Phrasebook


def book(phrases: str) -> Phrasebook[str]:
    return Phrasebook([("hit", 1.0, phrases)])


@pytest.mark.parametrize(
    ("phrase", "text", "seen"),
    [
        ("parcel*", "my parcels today", "parcels"),
        ("cancel subscription", "cancel my damn subscription", "cancel my damn subscription"),
        ("caught+fire", "it caught fire", "caught fire"),
        ("get+in touch*", "get in very touchy", "get in very touchy"),
        ("*wagen", "ein krankenwagen", "krankenwagen"),
        ("(hand|arm*) .. (burnt|cut)", "arms of my poor old aunt are burnt", "arms of my poor old aunt are burnt"),
        ("(the+)?end+is+near", "end is near", "end is near"),
        ("(big+toe|nose) hurts", "my big toe still hurts", "big toe still hurts"),
    ],
)
def test_a_phrase_is_found_and_named_as_it_was_written(phrase: str, text: str, seen: str) -> None:
    assert [found.evidence for found in book(phrase).find(text.split())] == [seen]


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("parcel", "parcels"),
        ("cancel subscription", "cancel the whole damn awful subscription"),
        ("cancel subscription", "subscription cancel"),
        ("caught+fire", "caught a fire"),
        ("late", "plate chocolate"),
        ("hand .. burnt", "hand of my poor old dear great aunt burnt"),
        ("(hand|arm)+burnt", "hand was burnt"),
    ],
)
def test_near_misses_are_not_found(phrase: str, text: str) -> None:
    assert book(phrase).find(text.split()) == []


def test_an_empty_phrase_is_refused_when_the_book_is_made() -> None:
    with pytest.raises(ValueError, match="empty phrase"):
        book("parcel,,lost")


def test_however_many_words_it_has_seen_its_memory_is_bounded_and_it_still_finds() -> None:
    made = book("parcel")
    made.find([f"word{number}" for number in range(30_000)])

    assert len(made.find(["a", "parcel"])) == 1
    assert len(made._known) < 25_000


def test_looking_takes_time_linear_in_the_words() -> None:
    made = book("a b a b a b c")
    words = ["a", "b"] * 20_000
    started = time.thread_time()
    made.find(words)

    assert time.thread_time() - started < 1.0


def test_an_excuse_voids_what_it_touches_and_nothing_else() -> None:
    made = Phrasebook(
        [("threat", 1.0, "kill*"), ("legal", 1.0, "lawyer")], excuses=[(frozenset({"threat"}), "killing+me, lawyer")]
    )

    assert made.find("this is killing me".split()) == []
    assert [found.label for found in made.find("killing me ask my lawyer i kill".split())] == ["legal", "threat"]
