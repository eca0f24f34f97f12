"""Personal data that everybody could read: what is found, as it is written in each country, and what is none."""

import pytest

from shared.levels.answers import Check
from shared.personal.card_number import is_card_number
from tests.unit.services.respond.checks.looking import looked, marked

FOUND = [
    # Telephone numbers, at home and from abroad.
    (Check.PHONE, "Is 06 12 34 56 78 yours?", "06 12 34 56 78"),
    (Check.PHONE, "Is 06-12345678 yours?", "06-12345678"),
    (Check.PHONE, "Bel (020) 123 45 67.", "020) 123 45 67"),
    (Check.PHONE, "On +31 6 12345678 tomorrow", "31 6 12345678"),
    (Check.PHONE, "On 0031612345678 tomorrow", "0031612345678"),
    (Check.PHONE, "Unter 0151 23456789 erreichbar", "0151 23456789"),
    (Check.PHONE, "Unter 030/12345678 erreichbar", "030/12345678"),
    (Check.PHONE, "On +49 (0)151 23456789", "49 (0)151 23456789"),
    (Check.PHONE, "C'est le 06.12.34.56.78 ?", "06.12.34.56.78"),
    (Check.PHONE, "C'est le +33 6 12 34 56 78 ?", "33 6 12 34 56 78"),
    (Check.PHONE, "Es el 612 345 678, ¿verdad?", "612 345 678"),
    (Check.PHONE, "Es el 93 412 34 56, ¿verdad?", "93 412 34 56"),
    (Check.PHONE, "Su número es 612345678", "612345678"),
    (Check.PHONE, "On 07700 900123 then", "07700 900123"),
    (Check.PHONE, "On (415) 555-0123 then", "415) 555-0123"),
    (Check.PHONE, "On +1 415 555 0123 then", "1 415 555 0123"),
    (Check.PHONE, "Your mobile: 555 0123?", "555 0123"),
    # E-mail addresses.
    (Check.EMAIL, "We wrote to joe.bloggs@example.com.", "joe.bloggs@example.com"),
    (Check.EMAIL, "(j-doe+news@mail.example.co.uk)", "j-doe+news@mail.example.co.uk"),
    # Bank accounts.
    (Check.IBAN, "To NL91ABNA0417164300 today", "NL91ABNA0417164300"),
    (Check.IBAN, "To NL91 ABNA 0417 1643 00 today", "NL91 ABNA 0417 1643 00"),
    (Check.IBAN, "auf de89 3704 0044 0532 0130 00.", "de89 3704 0044 0532 0130 00"),
    (Check.IBAN, "FR14 2004 1010 0505 0001 3M02 606", "FR14 2004 1010 0505 0001 3M02 606"),
    (Check.IBAN, "ES91-2100-0418-4502-0005-1332", "ES91-2100-0418-4502-0005-1332"),
    (Check.IBAN, "BE68 5390 0754 7034", "BE68 5390 0754 7034"),
    # Cards.
    (Check.CARD_NUMBER, "Your card 4111 1111 1111 1111 was charged", "4111 1111 1111 1111"),
    (Check.CARD_NUMBER, "Your card 4111111111111111", "4111111111111111"),
    (Check.CARD_NUMBER, "5555-5555-5555-4444 it was", "5555-5555-5555-4444"),
    (Check.CARD_NUMBER, "3782 822463 10005", "3782 822463 10005"),
    # Orders, bookings, customers.
    (Check.REFERENCE, "Your order 123456 is late", "123456"),
    (Check.REFERENCE, "Order number: AB-12345 is late", "AB-12345"),
    (Check.REFERENCE, "Booking code XK7QPL", "XK7QPL"),
    (Check.REFERENCE, "booking reference QWERTY", "QWERTY"),
    (Check.REFERENCE, "Your customer no. 4711-0815", "4711-0815"),
    (Check.REFERENCE, "About ticket #48213", "48213"),
    (Check.REFERENCE, "We see #482133 here", "482133"),
    (Check.REFERENCE, "Bestelnummer 20261121 is onderweg", "20261121"),
    (Check.REFERENCE, "Uw klantnummer is 90210", "90210"),
    (Check.REFERENCE, "Ihre Kundennummer: 90210-7", "90210-7"),
    (Check.REFERENCE, "Bestellung Nr. 555123", "555123"),
    (Check.REFERENCE, "Votre numéro de commande 445566", "445566"),
    (Check.REFERENCE, "n° de dossier : 998877", "998877"),
    (Check.REFERENCE, "Su número de pedido es 334455", "334455"),
    (Check.REFERENCE, "Localizador: ABC123", "ABC123"),
]
NO_PERSONAL_DATA = [
    "It is with you on 24-12-2026, between 09:00 and 17:00.",
    "Am 24.12.2026 um 10.30 Uhr",
    "From 01.02.2026 10 to 12",
    "It costs 1.234.567,89 or 950.000.000 in all",
    "We are open 24/7, 365 days, since 1998-2026.",
    "Call us on 0800 123 4567, it is free.",
    "Call us on 1-800-555-0123.",
    "Rufen Sie 0800 1234567 an.",
    "Bel 0900-1234 of 088 123 4567.",
    "Appelez le 0 800 12 34 56 ou le 0825 123 456.",
    "Llame al 900 123 456.",
    "Call +44 808 123 4567.",
    "Version 10.0.19045.3803 at 192.168.100.200",
    "Write to support@discus.example or klantenservice@quay.example.",
    "Thank you @joe@square.example and @ann.",
    "See https://square.example/@joe@other.example/1",
    "Your card ends in 1111, from **** **** **** 1111.",
    "The number 4111 1111 1111 1112 is no card",
    "NL91ABNA0417164301 is no account",
    "Your order of 12 boxes from 2026 is late",
    "Order 10 or more and pay less",
    "Your order: 24-12-2026",
    "A booking costs 12345€",
    "Order by 18:00 today",
    "We have 100000 customers",
    "That is what the policy says.",
    "#2026 was a good year",
    "SKU3SABC1234567890 and 12345678901234567890123",
    "Your order QWERTY is late",
    "The new order is 30minutes late",
    "On a mobile with version 8.4.22.515 of the app",
    "PayPal case PP-006-234-348-863",
    "Their telephone number is 0344 556 5650.",
]


@pytest.mark.parametrize(("check", "text", "part"), FOUND)
def test_personal_data_is_found_and_pointed_at(check: Check, text: str, part: str) -> None:
    assert marked(text, check) == [part]


@pytest.mark.parametrize(("check", "text", "part"), FOUND)
def test_a_number_is_of_one_kind_only(check: Check, text: str, part: str) -> None:
    kinds = set(looked(text)) & {Check.PHONE, Check.EMAIL, Check.IBAN, Check.CARD_NUMBER, Check.REFERENCE}

    assert kinds == {check}, part


@pytest.mark.parametrize("text", NO_PERSONAL_DATA)
def test_what_only_looks_like_personal_data_is_not_found(text: str) -> None:
    assert looked(text) == {}


def test_several_are_all_found() -> None:
    text = "Call 06 12 34 56 78 or 06-87654321, or mail joe@example.com or ann@example.com."

    assert marked(text, Check.PHONE) == ["06 12 34 56 78", "06-87654321"]
    assert marked(text, Check.EMAIL) == ["joe@example.com", "ann@example.com"]


@pytest.mark.parametrize("number", ["4222222222222", "5105105105105100", "378282246310005", "30569309025904"])
def test_a_card_has_its_issuers_digits_and_its_check_digit(number: str) -> None:
    assert is_card_number(number)
    assert not is_card_number(number[:-1] + str((int(number[-1]) + 1) % 10))
    assert not is_card_number("9" + number[1:])


def test_sixteen_zeros_are_no_card() -> None:
    assert not is_card_number("0" * 16)
    assert not is_card_number("4" * 16)
