"""Facts as Kafka records, after the CloudEvents Kafka protocol binding in binary mode."""

import json
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import jsonschema_rs
import pytest

from shared.contracts.asyncapi import asyncapi
from shared.contracts.case import CaseAnnounced
from shared.contracts.contract import Contract
from shared.contracts.envelope import pack, unpack
from shared.contracts.mention import Mention
from shared.contracts.topics import CASES, TOPICS
from shared.kafka.record import Incoming, Outgoing
from shared.runtime.errors import Poison
from tests.builders import NOON, a_mention
from tests.contract.catalogue import ALL_EXAMPLES, EXAMPLES, example, named

TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
TOPIC_OF = {contract: topic for topic in TOPICS for contract in topic.carries}
DOCUMENT = asyncapi()


def packed(fact: Contract, **more: str) -> Outgoing:
    topic = TOPIC_OF[type(fact)]
    return pack(topic, fact, key="k/ü", fact_id="id-1", source="/earshot/test", at=NOON, traceparent=more.get("trace"))


def arrived(record: Outgoing) -> Incoming:
    return Incoming(
        topic=record.topic, partition=0, offset=0, key=record.key, value=record.value, headers=record.headers
    )


def with_value(value: bytes | None) -> Incoming:
    return replace(arrived(packed(a_mention())), value=value)


def test_the_attributes_are_in_the_headers_under_the_names_of_the_binding() -> None:
    record = packed(a_mention(), trace=TRACE)

    assert dict(record.headers) == {
        "ce_specversion": b"1.0",
        "ce_id": b"id-1",
        "ce_source": b"/earshot/test",
        "ce_type": b"care.mention.v1",
        "ce_time": b"2026-11-21T12:00:00+00:00",
        "content-type": b"application/json",
        "traceparent": TRACE.encode(),
    }
    assert len(record.headers) == len(dict(record.headers))
    assert record.key == "k/ü".encode()


def test_without_a_trace_there_is_no_traceparent() -> None:
    assert "traceparent" not in dict(packed(a_mention()).headers)


@pytest.mark.parametrize(("contract", "path"), ALL_EXAMPLES, ids=named)
def test_what_was_packed_is_unpacked_and_is_what_the_document_promises(contract: type[Contract], path: Path) -> None:
    fact = contract.model_validate_json(path.read_bytes())
    record = arrived(packed(fact, trace=TRACE))

    assert unpack(record, contract) == fact
    assert record.traceparent == TRACE
    headers = {name: value.decode() for name, value in record.headers}
    validator_of(f"#/components/messages/{contract.ce_type}/headers").validate(headers)
    validator_of(f"#/components/schemas/{contract.__name__}").validate(json.loads(record.value or b""))


@lru_cache
def validator_of(pointer: str) -> jsonschema_rs.Draft7Validator:
    return jsonschema_rs.Draft7Validator({"$ref": pointer, "components": DOCUMENT["components"]})


def test_a_topic_refuses_to_carry_a_type_that_it_does_not_declare() -> None:
    with pytest.raises(TypeError, match=r"care\.cases does not carry Mention"):
        pack(CASES, a_mention(), key="k", fact_id="i", source="/s", at=NOON)


def test_a_record_of_another_type_is_poison_even_when_it_would_parse() -> None:
    record = arrived(packed(example(CaseAnnounced, "minimal")))

    with pytest.raises(Poison, match=r"expected care\.mention\.v1, found care\.case\.v1"):
        unpack(record, Mention)


def test_a_record_of_a_later_version_is_poison() -> None:
    record = arrived(packed(a_mention()))
    headers = tuple((name, b"care.mention.v2" if name == "ce_type" else value) for name, value in record.headers)

    with pytest.raises(Poison, match=r"care\.mention\.v2"):
        unpack(replace(record, headers=headers), Mention)


def test_a_record_without_headers_is_taken_for_what_the_topic_carries() -> None:
    record = replace(arrived(packed(a_mention())), headers=())

    assert unpack(record, Mention) == a_mention()


def test_a_type_that_is_not_text_is_poison() -> None:
    with pytest.raises(Poison):
        unpack(replace(with_value(b"{}"), headers=(("ce_type", b"\xff\xfe"),)), Mention)


MINIMAL = (EXAMPLES / "care.mention.v1" / "minimal.json").read_bytes()

GARBAGE: dict[str, bytes | None] = {
    "a tombstone": None,
    "nothing": b"",
    "not JSON": b"<xml/>",
    "not UTF-8": MINIMAL.replace(b"joe", b"\xff\xfe"),
    "half a surrogate": MINIMAL.replace(b"joe", rb"\ud800"),
    "a byte order mark": b"\xef\xbb\xbf" + MINIMAL,
    "cut off": MINIMAL[:-20],
    "two documents": MINIMAL + MINIMAL,
    "a list": b"[" + MINIMAL + b"]",
    "null": b"null",
    "a text": b'"mention"',
    "an empty object": b"{}",
    "too deep": b"[" * 100_000,
    "another version": MINIMAL.replace(b"{", b'{"version": 2, ', 1),
    "a wrong type": MINIMAL.replace(b"{", b'{"audience": "many", ', 1),
    "a negative count": MINIMAL.replace(b"{", b'{"audience": -1, ', 1),
    "an unknown member of an enumeration": MINIMAL.replace(b"{", b'{"kind": "liked", ', 1),
    "too long": MINIMAL.replace(b"{", b'{"text": "' + b"a" * 40_001 + b'", ', 1),
    "a time without a zone": MINIMAL.replace(b"12:00:00Z", b"12:00:00"),
    "a time that is none": MINIMAL.replace(b"2026-11-21T12:00:00Z", b"yesterday"),
    "not a number": MINIMAL.replace(b'"2026-11-21T12:00:00Z"', b"NaN"),
    "an infinite number": MINIMAL.replace(b'"2026-11-21T12:00:00Z"', b"1e400"),
}


@pytest.mark.parametrize("what", GARBAGE)
def test_garbage_is_poison(what: str) -> None:
    """Never anything else: another error would be taken for a bug or an outage."""
    with pytest.raises(Poison):
        unpack(with_value(GARBAGE[what]), Mention)


@pytest.mark.parametrize("instant", ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"])
def test_an_instant_that_has_no_place_in_utc_is_poison(instant: str) -> None:
    with pytest.raises(Poison):
        unpack(with_value(MINIMAL.replace(b"2026-11-21T12:00:00Z", instant.encode())), Mention)


def test_what_is_wrong_is_said_without_the_customers_words() -> None:
    value = MINIMAL.replace(b"{", b'{"visibility": "my secret", "text": ["my secret"], "lang": "my secret", ', 1)

    with pytest.raises(Poison) as caught:
        unpack(with_value(value), Mention)

    assert "my secret" not in str(caught.value)
    assert all(place in str(caught.value) for place in ("visibility", "text", "lang"))


def test_times_are_utc_to_the_millisecond() -> None:
    """MongoDB keeps no more, and what it gives back has to equal what it was given."""
    value = MINIMAL.replace(b"2026-11-21T12:00:00Z", b"2026-11-21T13:00:00.123999+01:00")

    found = unpack(with_value(value), Mention).occurred_at
    assert found == datetime.fromisoformat("2026-11-21T12:00:00.123+00:00")
    assert found.utcoffset() == NOON.utcoffset()
