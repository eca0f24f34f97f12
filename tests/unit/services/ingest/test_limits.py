"""What is too much costs no more than the limit to find out."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.ingest.domain.limits import INFLATED_BYTES, JSON_DEPTH, inflated, parsed
from services.ingest.domain.refusal import Refused, Wrong
from services.ingest.domain.slices import elements


def nested(depth: int) -> bytes:
    return b'{"a":' * depth + b"1" + b"}" * depth


@given(body=st.binary())
def test_gzip_is_undone(body: bytes) -> None:
    assert inflated(gzip.compress(body), "GZIP") == body
    assert inflated(body, None) == inflated(body, "identity") == body


def test_a_bomb_is_refused_at_the_limit() -> None:
    with pytest.raises(Refused) as refusal:
        inflated(gzip.compress(b"\0" * (INFLATED_BYTES + 1)), "gzip")

    assert refusal.value.wrong is Wrong.TOO_LARGE
    assert len(inflated(gzip.compress(b"\0" * INFLATED_BYTES), "gzip")) == INFLATED_BYTES


@pytest.mark.parametrize("body", [b"", b"no gzip", gzip.compress(b"x")[:-3], gzip.compress(b"x") * 2])
def test_what_is_not_one_whole_gzip_member_is_malformed(body: bytes) -> None:
    with pytest.raises(Refused) as refusal:
        inflated(body, "gzip")

    assert refusal.value.wrong is Wrong.MALFORMED


def test_another_content_encoding_is_not_known() -> None:
    with pytest.raises(Refused) as refusal:
        inflated(b"", "br")

    assert refusal.value.wrong is Wrong.ENCODING


def test_json_may_be_nested_so_deep_and_no_deeper() -> None:
    parsed(nested(JSON_DEPTH))

    for depth in (JSON_DEPTH + 1, 900, 100_000):
        with pytest.raises(Refused) as refusal:
            parsed(nested(depth))
        assert refusal.value.wrong is Wrong.TOO_DEEP


def test_many_brackets_side_by_side_are_not_deep() -> None:
    assert len(parsed(b"[" + b",".join([b"{}"] * 5_000) + b"]")) == 5_000


@pytest.mark.parametrize(
    ("document", "path"),
    [
        (b'{"a": ["x", "\\u0000"]}', ("a", 1)),
        (b'{"a": {"b\\u0000": 1}}', ("a",)),
        (b'"\\u0000"', ()),
    ],
)
def test_a_nul_character_is_refused_at_its_place(document: bytes, path: tuple[str | int, ...]) -> None:
    with pytest.raises(Refused, match=r"U\+0000") as refusal:
        parsed(document)

    assert refusal.value.flaws[0].path == path


def test_a_backslash_before_u0000_is_a_text_like_any_other() -> None:
    assert parsed(b'"\\\\u0000"') == "\\u0000"


@pytest.mark.parametrize("document", [b"\xff", b'"\xff"', b'"\xed\xa0\x80"', b'"\\ud800"', b'"\0"', b"NaN", b"{}{}"])
def test_what_is_not_json_in_utf8_is_malformed(document: bytes) -> None:
    with pytest.raises(Refused) as refusal:
        parsed(document)

    assert refusal.value.wrong is Wrong.MALFORMED


JSON_TEXTS = st.recursive(
    st.sampled_from([b"1", b"-1.5e300", b"null", b'"\xff\xfe"', b'"\\"]"', b'"[,]"', b"9" * 5_000, b'"a\nb"']),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda found: b"[" + b",".join(found) + b"]")
        | st.lists(inner, max_size=3).map(lambda found: b"{" + b", ".join(b'"k\xe9":' + one for one in found) + b"}")
    ),
    max_leaves=8,
)
SPACE = st.sampled_from([b"", b" ", b"\r\n\t"])


@given(items=st.lists(JSON_TEXTS, max_size=6), space=SPACE)
def test_the_elements_of_an_array_are_cut_to_the_byte_even_around_broken_text(items: list[bytes], space: bytes) -> None:
    body = space + b"[" + space + (space + b"," + space).join(items) + space + b"]" + space

    assert elements(body, most=6) == items


@given(body=st.binary(max_size=60))
def test_whatever_comes_is_cut_or_refused(body: bytes) -> None:
    try:
        found = elements(body, most=9)
    except Refused:
        return
    assert all(one in body for one in found)


@pytest.mark.parametrize("body", [b"", b"{}", b"[", b"[1", b"[1,", b"[1,]", b"[1 2]", b"[1]x", b"[tru]", b'["a]'])
def test_a_broken_array_is_malformed(body: bytes) -> None:
    with pytest.raises(Refused) as refusal:
        elements(body, most=9)

    assert refusal.value.wrong is Wrong.MALFORMED


def test_an_array_deeper_than_any_reader_goes_is_refused() -> None:
    with pytest.raises(Refused) as refusal:
        elements(b"[" * 200_000, most=9)

    assert refusal.value.wrong is Wrong.TOO_DEEP


def test_more_elements_than_allowed_are_refused_without_being_read() -> None:
    with pytest.raises(Refused) as refusal:
        elements(b"[" + b",".join([b"1"] * 10) + b",oh]", most=9)

    assert refusal.value.wrong is Wrong.TOO_LARGE
