"""Personal data in what customers write: spans of the original text, and numbers that are nobody's."""

import time
from itertools import pairwise

import pytest

from services.classify.domain.personal.spans import READ_AT_MOST, personal
from services.classify.evaluation.personal import false_per_thousand, figures
from tests.unit.services.classify.saying import Says

FOUND = [
    ("email", "mail me: jo.bloggs@example.org please", "jo.bloggs@example.org"),
    ("email", "jo at example dot org", "jo at example dot org"),
    ("email", "eva (at) beispiel punkt de", "eva (at) beispiel punkt de"),
    ("email", "an jörg.müller@müller-bau.de schreiben", "jörg.müller@müller-bau.de"),
    ("email", "jo at sub dot example dot org", "jo at sub dot example dot org"),
    ("phone", "bel 06 12345678", "06 12345678"),
    ("phone", "bel +31 (0)6 1234 5678", "+31 (0)6 1234 5678"),
    ("phone", "0475/12.34.56 bellen", "0475/12.34.56"),
    ("phone", "unter 0151 23456789", "0151 23456789"),
    ("phone", "+43 664 1234567 bitte", "+43 664 1234567"),
    ("phone", "079 123 45 67 merci", "079 123 45 67"),
    ("phone", "au 06.12.34.56.78", "06.12.34.56.78"),
    ("phone", "612 345 678 gracias", "612 345 678"),
    ("phone", "call (415) 555-0123", "(415) 555-0123"),
    ("phone", "call 07700 900123", "07700 900123"),
    ("iban", "to NL91 ABNA 0417 1643 00 today", "NL91 ABNA 0417 1643 00"),
    ("iban", "auf de89370400440532013000", "de89370400440532013000"),
    ("card", "card 4111 1111 1111 1111 was charged", "4111 1111 1111 1111"),
    ("card", "4111-1111-1111-1111", "4111-1111-1111-1111"),
    ("booking", "my PNR is FPJ94Y", "FPJ94Y"),
    ("booking", "locator: KARAAX", "KARAAX"),
    ("booking", "boekingsnummer XK49TR", "XK49TR"),
    ("booking", "Kundennummer: 8871234", "8871234"),
    ("booking", "numéro de commande : 4471-220", "4471-220"),
    ("booking", "número de pedido 99120034", "99120034"),
    ("booking", "order no. 77120-3 is late", "77120-3"),
    ("booking", "parcel 3SABCD1234567 is lost", "3SABCD1234567"),
]
NOBODYS = [
    "it was 1.234,50 euro and now 1,299.00",
    "on 12-03-2025 at 14:30, or 24.12.2026",
    "flight KL1234, train 7:14, platform 12",
    "we won 3-2, 25-23, 25-21, 15-13",
    "since 1998, 2004 and 2019",
    "card 4111 1111 1111 1112",
    "NL92ABNA0417164300",
    "call 0800 1234567, your own line",
    "@acme @support.desk see https://t.co/x1",
    "my order cost 12000 euros",
    "meet me at noon on the dot",
    "my booking is broken again",
]


@pytest.mark.parametrize(("kind", "text", "seen"), FOUND)
def test_personal_data_is_found_where_it_stands(kind: str, text: str, seen: str) -> None:
    assert [(one.kind, text[one.start : one.end]) for one in personal(text)] == [(kind, seen)]


@pytest.mark.parametrize("text", NOBODYS)
def test_other_numbers_are_nobodys(text: str) -> None:
    assert personal(text) == ()


def test_spans_count_code_points_of_the_text_as_it_was_written(says: Says) -> None:
    text = "😡😡 <b>\u200b</b> &amp; mail jo@example.org"
    (found,) = says(text).personal

    assert text[found.start : found.end] == "jo@example.org"


def test_no_address_in_words_holds_up_the_lane() -> None:
    """The loop takes 64 posts in one turn, so each has to be cheap: a few milliseconds for the longest that is read."""
    text = (" dot " + (" a" + "-at" * 13 + "-dot" * 32) * 70)[:READ_AT_MOST]
    started = time.thread_time()
    personal(text)

    assert time.thread_time() - started < 0.1


def test_several_kinds_stand_in_order_and_apart() -> None:
    found = personal("I am jo@example.org, 06 12345678, NL91ABNA0417164300, card 4111111111111111, PNR ABC12D")

    assert [one.kind for one in found] == ["email", "phone", "iban", "card", "booking"]
    assert all(one.end <= after.start for one, after in pairwise(found))


def test_a_broken_letter_breaks_nothing() -> None:
    assert [one.kind for one in personal("\ud83d jo@example.org \ud83d 06 12345678 \ude21")] == ["email", "phone"]


def test_only_so_much_of_a_text_is_looked_at() -> None:
    assert personal("x" * READ_AT_MOST + " jo@example.org") == ()


def test_numbers_of_many_countries_inside_sentences_are_found() -> None:
    sentences = [
        "Where is my parcel, it was due last week?",
        "Bitte meldet euch, danke",
        "geen reactie 😡 sinds 3 dagen",
    ]
    recall = {line.kind: line.recall for line in figures(sentences, each=200)}

    assert recall["email"] >= 0.99
    assert recall["phone"] >= 0.93
    assert recall["card"] >= 0.99
    assert recall["iban"] >= 0.99
    assert recall["booking"] >= 0.9
    assert false_per_thousand(sentences) == 0.0


def test_the_same_seed_makes_the_same_numbers() -> None:
    assert figures(["hello there"], each=50) == figures(["hello there"], each=50)
