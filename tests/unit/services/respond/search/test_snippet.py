"""The piece of a text that is shown, and where in it the hits are."""

from hypothesis import given
from hypothesis import strategies as st

from services.respond.domain.refusals import NotTaken
from services.respond.domain.search.question import question
from services.respond.domain.search.snippet import LONGEST, snippet


def marked(text: str, asked: str) -> list[str]:
    """What is marked in the snippet."""
    piece = snippet(text, question(asked))
    return [piece.text[span.start : span.end] for span in piece.spans]


def test_a_short_text_is_shown_whole_with_every_hit() -> None:
    text = "My parcel? MY PARCEL! my\nparcel"

    assert snippet(text, question("parcel")).text == text
    assert marked(text, "parcel") == ["parcel", "PARCEL", "parcel"]
    assert marked(text, '"my parcel"') == ["My parcel", "MY PARCEL", "my\nparcel"]
    assert marked(text, "par*") == ["parcel", "PARCEL", "parcel"]
    assert marked(text, "my parcel") == ["My", "parcel", "MY", "PARCEL", "my", "parcel"]
    assert marked(text, '"my parcel" parcel') == ["My parcel", "MY PARCEL", "my\nparcel"]


def test_of_a_long_text_the_words_around_the_first_hit_are_shown() -> None:
    text = "before " * 100 + "the PARCEL is lost " + "after " * 100
    piece = snippet(text, question("parcel"))

    assert len(piece.text) <= LONGEST
    assert piece.text.startswith("…before ")
    assert piece.text.endswith("after…")
    assert marked(text, "parcel") == ["PARCEL"]


def test_a_hit_at_the_end_brings_the_end() -> None:
    text = "before " * 100 + "parcel"

    assert snippet(text, question("parcel")).text.endswith("before parcel")
    assert marked(text, "parcel") == ["parcel"]


@given(
    st.text(alphabet="ab \u00ad\u0301é-\n😡", max_size=800),
    st.text(alphabet='ab "-*é', min_size=1, max_size=20),
)
def test_a_snippet_is_a_piece_of_the_text_and_its_spans_lie_within(text: str, asked: str) -> None:
    try:
        wanted = question(asked)
    except NotTaken:
        return
    piece = snippet(text, wanted)

    assert len(piece.text) <= LONGEST
    assert piece.text.removeprefix("…").removesuffix("…") in text
    ends = [edge for span in piece.spans for edge in (span.start, span.end)]
    assert ends == sorted(ends)
    assert all(0 <= span.start < span.end <= len(piece.text) for span in piece.spans)
