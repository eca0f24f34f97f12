"""Signatures: only the holder of a live secret, only these bytes, only now."""

from base64 import b64encode
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.ingest.domain.standard_webhooks import Signature, Unproven, check_time, key_of, proven, sign

# Computed with the standardwebhooks package 1.1.0 from PyPI (the specification's own implementation).
VECTOR_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
VECTOR_ID = "msg_p5jXN8AQM9LWM0D4loKWxJek"
KEYS = st.binary(min_size=24, max_size=64)
IDS = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=40)
TOLERANCE = timedelta(minutes=5)
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("body", "signature"),
    [
        ('{"test": 2432232314}', "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
        ('{"text": "\u00e9\u20ac"}', "v1,lro5JhR7nxmFMm3XW/HhA654RXonVQUGTk9KC1fiVBQ="),
    ],
)
def test_public_vectors_are_signed_as_by_the_reference_implementation(body: str, signature: str) -> None:
    key = key_of(VECTOR_SECRET)

    assert sign(key, message_id=VECTOR_ID, timestamp="1614265330", body=body.encode()) == signature


@given(key=KEYS, message_id=IDS, body=st.binary())
def test_what_was_signed_with_a_secret_is_proven_by_it(key: bytes, message_id: str, body: bytes) -> None:
    signature = sign(key, message_id=message_id, timestamp="1", body=body)

    assert proven([key], Signature(message_id, "1", signature), body)


@given(key=KEYS, body=st.binary(min_size=1), data=st.data())
def test_one_changed_bit_of_the_body_is_noticed(key: bytes, body: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, 8 * len(body) - 1))
    changed = bytearray(body)
    changed[at // 8] ^= 1 << at % 8
    signature = Signature("m", "1", sign(key, message_id="m", timestamp="1", body=body))

    assert not proven([key], signature, bytes(changed))


@given(key=KEYS, other=KEYS, body=st.binary())
def test_another_secret_proves_nothing(key: bytes, other: bytes, body: bytes) -> None:
    signature = Signature("m", "1", sign(key, message_id="m", timestamp="1", body=body))

    assert proven([other], signature, body) == (key == other)


@given(header=st.text(max_size=200), body=st.binary(max_size=50))
def test_any_text_may_stand_in_the_header_and_proves_nothing(header: str, body: bytes) -> None:
    assert not proven([b"k" * 32], Signature("m", "1", header), body)


@pytest.mark.parametrize(("message_id", "timestamp"), [("n", "1"), ("m", "2"), ("m.1", "1")])
def test_the_id_and_the_time_are_signed_too(message_id: str, timestamp: str) -> None:
    signature = sign(b"k" * 32, message_id="m", timestamp="1", body=b"x")

    assert not proven([b"k" * 32], Signature(message_id, timestamp, signature), b"x")


def test_during_a_rotation_either_secret_and_any_signature_of_the_list_will_do() -> None:
    old, new = b"o" * 32, b"n" * 32
    by_old, by_new = (sign(key, message_id="m", timestamp="1", body=b"x") for key in (old, new))

    assert proven([old, new], Signature("m", "1", by_old), b"x")
    assert proven([old, new], Signature("m", "1", by_new), b"x")
    assert proven([new], Signature("m", "1", f"v1a,AAAA {by_old} {by_new}"), b"x")


def test_a_signature_of_another_version_is_passed_over() -> None:
    signature = sign(b"k" * 32, message_id="m", timestamp="1", body=b"x")

    assert not proven([b"k" * 32], Signature("m", "1", signature.replace("v1,", "v2,")), b"x")


def test_without_a_secret_nothing_is_proven() -> None:
    assert not proven([], Signature("m", "1", "v1,"), b"")


@pytest.mark.parametrize("seconds", [-300, 0, 300])
def test_the_time_may_be_off_by_the_tolerance(seconds: int) -> None:
    check_time(Signature("m", str(int(NOW.timestamp()) + seconds), ""), now=NOW, tolerance=TOLERANCE)


@pytest.mark.parametrize("seconds", [-301, 301])
def test_a_stale_or_an_early_time_is_refused(seconds: int) -> None:
    with pytest.raises(Unproven, match="300 s"):
        check_time(Signature("m", str(int(NOW.timestamp()) + seconds), ""), now=NOW, tolerance=TOLERANCE)


@pytest.mark.parametrize("timestamp", ["", "now", "1.5", "-1", "+1", " 1", "1e9", "\u0661", "1" * 12])
def test_a_time_that_is_not_whole_seconds_is_refused(timestamp: str) -> None:
    with pytest.raises(Unproven, match="whole seconds"):
        check_time(Signature("m", timestamp, ""), now=NOW, tolerance=TOLERANCE)


def test_an_empty_id_is_refused() -> None:
    with pytest.raises(Unproven):
        check_time(Signature("", str(int(NOW.timestamp())), ""), now=NOW, tolerance=TOLERANCE)


@pytest.mark.parametrize("size", [24, 64])
def test_a_secret_has_24_to_64_bytes(size: int) -> None:
    assert key_of("whsec_" + b64encode(b"x" * size).decode()) == b"x" * size


@pytest.mark.parametrize("secret", ["whsec_", "whsec_c2hvcnQ=", "whsec_not base64", "whsec_" + "A" * 88])
def test_a_secret_of_another_form_refuses_to_start(secret: str) -> None:
    with pytest.raises(ValueError, match="Standard Webhooks secret"):
        key_of(secret)
