"""A text is the same one without the customer's own particulars; a mere word of thanks is no text."""

from datetime import timedelta

import pytest

from services.respond.domain.checks.length import too_long
from services.respond.domain.checks.sent_to_many import fingerprint, sent_to_many
from shared.levels.answers import SentToMany

TEXT = "Hi Joe, your parcel comes at 18:00. We are sorry for the wait! Mira"


@pytest.mark.parametrize(
    "other",
    [
        "hi  joe,\nyour PARCEL comes at 9:30 – we are sorry, for the wait. mira",
        "@joe@square.example Your parcel comes at 18:00. Hi! We are sorry for the wait Mira".replace(" Hi!", ""),
        "Joe: hi, your parcel comes at 7. We are sorry for the wait.",
        "hi your parcel comes at XK7QPL we are sorry for the wait",
    ],
)
def test_names_handles_digits_case_and_space_do_not_make_another_text(other: str) -> None:
    names = ["joe", "Joe Bloggs", "Mira"]
    same = {fingerprint(TEXT, names=names), fingerprint(other, names=names)}
    without_greeting = {fingerprint(TEXT.replace("Hi ", ""), names=names), fingerprint(other, names=names)}

    assert len(same) == 1 or len(without_greeting) == 1
    assert None not in same


def test_the_same_text_to_another_customer_is_the_same_text() -> None:
    joe = fingerprint(TEXT, names=["joe", None, "Mira"])

    assert fingerprint(TEXT.replace("Joe", "Ann"), names=["ann", "Ann Lee", "Mira"]) == joe


def test_other_words_are_another_text() -> None:
    assert fingerprint(TEXT, names=[]) != fingerprint(TEXT.replace("parcel", "money"), names=[])


@pytest.mark.parametrize("text", ["", "Thank you!", "@joe Thank you so much 12345", "👍👍👍", "Dank u wel, Joe"])
def test_what_is_too_short_has_no_fingerprint(text: str) -> None:
    assert fingerprint(text, names=["joe"]) is None


def test_many_is_as_many_as_the_brand_says_and_not_one_fewer() -> None:
    many = SentToMany(customers=3, within=timedelta(hours=12))
    remark = sent_to_many(3, many)

    assert sent_to_many(2, many) is None
    assert remark is not None
    assert "3 or more other customers within 12 h" in remark.what


def test_a_length_is_worth_a_word_from_the_second_post_on() -> None:
    def what(parts: int) -> str:
        remark = too_long(used=501 * parts, limit=500, unit="characters", parts=parts, most_parts=5)
        return "" if remark is None else remark.what

    assert what(1) == ""
    assert "becomes 2 posts" in what(2)
    assert "becomes 5 posts" in what(5)
    assert "refused above 5" in what(6)
