"""What a person asks the search for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.respond.domain.refusals import NotTaken
from services.respond.domain.search.question import Asked, question


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("parcel Depot", [Asked(("parcel",)), Asked(("depot",))]),
        ('"wrong depot" parcel', [Asked(("wrong", "depot")), Asked(("parcel",))]),
        ("“wrong depot”", [Asked(("wrong", "depot"))]),
        ('"wrong depot', [Asked(("wrong", "depot"))]),
        ('par"wrong depot"cel', [Asked(("par",)), Asked(("wrong", "depot")), Asked(("cel",))]),
        ("DV-123", [Asked(("dv", "123"))]),
        ("refund*", [Asked(("refund",), is_beginning=True)]),
        ("dv-12*", [Asked(("dv", "12"), is_beginning=True)]),
        ("r*", [Asked(("r",))]),
        ('"refund*"', [Asked(("refund",))]),
        ("parcel parcel PARCEL", [Asked(("parcel",))]),
        ("-parcel $where {$ne: 1} .*", [Asked(("parcel",)), Asked(("where",)), Asked(("ne",)), Asked(("1",))]),
    ],
)
def test_words_phrases_and_beginnings_and_no_other_operator(text: str, asked: list[Asked]) -> None:
    assert question(text) == tuple(asked)


@pytest.mark.parametrize("text", ["", "   ", '""', "?!", "*", "\u200b", '"" * ""'])
def test_what_has_no_word_is_refused(text: str) -> None:
    with pytest.raises(NotTaken) as refused:
        question(text)
    assert refused.value.code == "no_words"


def test_more_words_than_anybody_means_are_refused() -> None:
    assert len(question(" ".join(f"w{number}" for number in range(16)))) == 16
    with pytest.raises(NotTaken) as refused:
        question(" ".join(f"w{number}" for number in range(17)))
    assert refused.value.code == "too_many_words"


@given(st.text(max_size=200))
def test_whatever_is_asked_is_words_or_refused(text: str) -> None:
    try:
        asked = question(text)
    except NotTaken:
        return
    assert all(word for one in asked for word in one.words)
