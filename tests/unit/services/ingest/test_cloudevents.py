"""CloudEvents: the mode is decided on the Content-Type, and nothing that was left out is invented."""

import string
from base64 import b64encode
from typing import Any
from urllib.parse import quote

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.ingest.domain.cloudevents import Mode, binary, mode_of, structured
from services.ingest.domain.limits import EVENT_BYTES
from services.ingest.domain.refusal import Refused, Wrong
from tests.unit.services.ingest.senders import an_event, as_json, with_attributes

# CloudEvents' String: Unicode without control characters, surrogates and noncharacters.
TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=60)
NAMES = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=20).filter(
    lambda name: name not in {"data", "subject", "time", "dataschema", "datacontenttype", "specversion", "datacontent"}
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=10,
)
HEADERS = {"ce-specversion": "1.0", "ce-id": "1", "ce-source": "/s", "ce-type": "mention.v1"}


@pytest.mark.parametrize(
    ("content_type", "mode"),
    [
        ("application/cloudevents+json", Mode.STRUCTURED),
        ("Application/CloudEvents+JSON; charset=UTF-8", Mode.STRUCTURED),
        ("application/cloudevents-batch+json", Mode.BATCHED),
        ('APPLICATION/cloudevents-batch+json;charset="utf-8"', Mode.BATCHED),
        ("application/json", Mode.BINARY),
        ("application/vnd.example+json; charset=utf-8", Mode.BINARY),
    ],
)
def test_the_mode_is_decided_on_the_content_type(content_type: str, mode: Mode) -> None:
    assert mode_of(content_type, HEADERS) is mode


@pytest.mark.parametrize(
    ("content_type", "headers"),
    [
        (None, {}),
        ("application/json", {}),
        ("text/plain", HEADERS),
        (None, HEADERS),
        ("application/cloudevents+xml", HEADERS),
        ("application/cloudevents", HEADERS),
        ("application/cloudevents-batch+avro", HEADERS),
        ("application/cloudevents+json; charset=latin-1", {}),
    ],
)
def test_anything_but_cloudevents_in_json_and_utf8_is_an_unsupported_media_type(
    content_type: str | None, headers: dict[str, str]
) -> None:
    with pytest.raises(Refused) as refusal:
        mode_of(content_type, headers)

    assert refusal.value.wrong is Wrong.MEDIA_TYPE


@given(id=TEXTS, source=TEXTS, type=TEXTS, data=JSON.filter(lambda data: data is not None), extensions=st.data())
def test_a_structured_event_is_read_as_it_was_written(
    id: str, source: str, type: str, data: Any, extensions: st.DataObject
) -> None:
    more = extensions.draw(st.dictionaries(NAMES, TEXTS | st.booleans() | st.integers(-9, 9), max_size=3))
    raw = as_json({**more, "specversion": "1.0", "id": id, "source": source, "type": type, "data": data})

    event = structured(raw)

    assert (event.id, event.source, event.type) == (id, source, type)
    assert orjson.loads(event.data) == data
    assert event.raw == raw


@given(id=TEXTS, source=TEXTS, data=JSON.filter(lambda data: data is not None), quoted=st.booleans())
def test_a_binary_event_says_the_same_as_the_structured_one(id: str, source: str, data: Any, quoted: bool) -> None:
    def header(value: str) -> str:
        encoded = quote(value, safe="")
        return f'"{encoded}"' if quoted else encoded

    headers = {**HEADERS, "ce-id": header(id), "ce-source": header(source)}
    event = binary(headers, as_json(data))

    assert (event.id, event.source, orjson.loads(event.data)) == (id, source, data)


@given(raw=st.binary(max_size=200) | JSON.map(as_json))
def test_whatever_comes_is_an_event_or_refused(raw: bytes) -> None:
    try:
        event = structured(raw)
    except Refused:
        return
    assert event.raw == raw


@pytest.mark.parametrize("name", ["specversion", "id", "source", "type"])
@pytest.mark.parametrize("value", [None, "", 5, "\x07", ["x"]])
def test_a_required_attribute_is_never_invented_or_guessed(name: str, value: Any) -> None:
    with pytest.raises(Refused) as refusal:
        structured(as_json({**an_event(), name: value}))

    assert [flaw.path for flaw in refusal.value.flaws] == [(name,)]


@pytest.mark.parametrize("name", ["ce-specversion", "ce-id", "ce-source", "ce-type"])
def test_a_missing_header_is_named(name: str) -> None:
    with pytest.raises(Refused) as refusal:
        binary({header: value for header, value in HEADERS.items() if header != name}, b"{}")

    assert [flaw.header for flaw in refusal.value.flaws] == [name]


@pytest.mark.parametrize(
    "change",
    [
        {"specversion": "0.3"},
        {"time": "yesterday"},
        {"time": "2026-13-21T10:00:00Z"},
        {"time": 1_700_000_000},
        {"subject": 7},
        {"Subject": "x"},
        {"trace_id": "x"},
        {"level": 1.5},
        {"nested": {"a": 1}},
        {"datacontenttype": "text/xml"},
    ],
)
def test_a_wrong_attribute_is_refused_at_its_place(change: dict[str, Any]) -> None:
    with pytest.raises(Refused) as refusal:
        structured(as_json(with_attributes(an_event(), **change)))

    assert [flaw.path for flaw in refusal.value.flaws] == [tuple(change)]


@pytest.mark.parametrize(
    "change",
    [
        {"time": "2026-11-21t10:00:00.123456789+01:00"},
        {"subject": None},
        {"datacontenttype": "application/json; charset=utf-8"},
        {"level": 3, "sampled": True},
    ],
)
def test_optional_attributes_are_taken(change: dict[str, Any]) -> None:
    assert structured(as_json({**an_event(), **change})).id == "e-1"


def test_an_extra_header_for_the_datas_type_is_refused() -> None:
    with pytest.raises(Refused, match="Content-Type"):
        binary({**HEADERS, "ce-datacontenttype": "application/json"}, b"{}")


@pytest.mark.parametrize("value", ["%C0%A0", "%FF", "\xff"])
def test_a_header_that_is_not_utf8_is_refused(value: str) -> None:
    with pytest.raises(Refused) as refusal:
        binary({**HEADERS, "ce-id": value}, b"{}")

    assert refusal.value.flaws[0].header == "ce-id"


def test_headers_are_percent_decoded_once_and_quotes_undone() -> None:
    event = binary({**HEADERS, "ce-id": r'"a\"b%2520%E2%82%AC"', "ce-source": "caf\u00c3\u00a9"}, b"{}")

    assert (event.id, event.source) == ('a"b%20€', "café")


def test_data_may_come_as_base64_of_json() -> None:
    event = with_attributes(an_event(), data=None, data_base64=b64encode(b'{"a": 1}').decode())

    assert structured(as_json(event)).data == b'{"a": 1}'


@pytest.mark.parametrize(
    "change",
    [
        {"data": None},
        {"data_base64": "AAAA"},
        {"data": None, "data_base64": "*"},
        {"data": None, "data_base64": 5},
        {"data": None, "data_base64": b64encode(b"no json").decode()},
    ],
)
def test_data_is_there_once_and_readable(change: dict[str, Any]) -> None:
    with pytest.raises(Refused) as refusal:
        structured(as_json(with_attributes(an_event(), **change)))

    assert refusal.value.flaws[0].path[0] in {"data", "data_base64"}


@pytest.mark.parametrize("document", [b"[]", b'"x"', b"5", b"null"])
def test_an_event_is_an_object(document: bytes) -> None:
    with pytest.raises(Refused, match="JSON object"):
        structured(document)


def test_an_event_has_a_size_at_most() -> None:
    event = an_event(text="x" * 100)
    fill = "x" * (EVENT_BYTES - len(as_json({**event, "fill": ""})))

    assert structured(as_json({**event, "fill": fill[:4000]})).id == "e-1"
    with pytest.raises(Refused) as refusal:
        structured(as_json({**event, "fill": fill + "x"}))
    assert refusal.value.wrong is Wrong.TOO_LARGE
