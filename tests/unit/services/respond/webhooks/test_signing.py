"""Requests are signed as the Standard Webhooks specification says; secrets at rest tell nobody anything."""

import re
from base64 import b64decode, b64encode
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.respond.domain.webhooks.event import PING, EventType
from services.respond.domain.webhooks.keys import keys_of
from services.respond.domain.webhooks.signing import secret_text, signed_headers
from services.respond.webhooks.vault import NoKey, Vault
from shared.runtime.clock import system_clock

DOCUMENT: Final = Path(__file__).parents[5] / "docs/webhooks.md"

# Computed with the standardwebhooks package 1.1.0 from PyPI (the specification's own implementation).
VECTOR_KEY = b64decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
VECTOR_ID = "msg_p5jXN8AQM9LWM0D4loKWxJek"
VECTOR_AT = datetime.fromtimestamp(1614265330, UTC)
OLD, NEW = (b64encode(letter * 32).decode() for letter in (b"o", b"n"))


@pytest.mark.parametrize(
    ("body", "signature"),
    [
        ('{"test": 2432232314}', "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
        ('{"text": "\u00e9\u20ac"}', "v1,lro5JhR7nxmFMm3XW/HhA654RXonVQUGTk9KC1fiVBQ="),
    ],
)
def test_public_vectors_are_signed_as_by_the_reference_implementation(body: str, signature: str) -> None:
    headers = signed_headers([VECTOR_KEY], message_id=VECTOR_ID, at=VECTOR_AT, body=body.encode())

    assert headers == {
        "webhook-id": VECTOR_ID,
        "webhook-timestamp": "1614265330",
        "webhook-signature": signature,
    }


def test_during_a_rotation_there_is_one_signature_for_each_secret_the_newest_first() -> None:
    both = signed_headers([b"n" * 32, b"o" * 32], message_id="m", at=VECTOR_AT, body=b"x")["webhook-signature"]
    one, other = (
        signed_headers([key], message_id="m", at=VECTOR_AT, body=b"x")["webhook-signature"]
        for key in (b"n" * 32, b"o" * 32)
    )

    assert both == f"{one} {other}"


def test_a_secret_has_the_form_of_the_specification() -> None:
    assert secret_text(b"k" * 32) == "whsec_" + b64encode(b"k" * 32).decode()


@given(secret=st.binary(min_size=1, max_size=64), of=st.text(min_size=1, max_size=30))
def test_what_was_sealed_can_be_opened_and_not_read(secret: bytes, of: str) -> None:
    vault = Vault(keys_of(NEW))

    sealed = vault.seal(secret, of=of)

    assert vault.open(sealed, of=of) == secret
    assert vault.seal(secret, of=of).data != sealed.data
    assert len(sealed.data) == len(secret) + 16


def test_one_changed_bit_or_another_owner_is_noticed() -> None:
    vault = Vault(keys_of(NEW))
    sealed = vault.seal(b"secret", of="wh-1")
    changed = replace(sealed, data=bytes([sealed.data[0] ^ 1]) + sealed.data[1:])

    for one, of in ((changed, "wh-1"), (sealed, "wh-2")):
        with pytest.raises(NoKey, match="changed, or belongs to another"):
            vault.open(one, of=of)


def test_a_new_key_is_put_before_the_old_which_still_opens() -> None:
    sealed = Vault(keys_of(OLD)).seal(b"secret", of="wh-1")
    both = Vault(keys_of(f"{NEW}, {OLD}"))

    assert both.open(sealed, of="wh-1") == b"secret"
    assert both.seal(b"secret", of="wh-1").key_id == keys_of(NEW)[0].id != sealed.key_id
    with pytest.raises(NoKey, match=f"key {sealed.key_id}, which EARSHOT_WEBHOOK_KEY no longer names"):
        Vault(keys_of(NEW)).open(sealed, of="wh-1")


def test_without_a_key_nothing_is_sealed_and_the_message_says_what_to_set() -> None:
    assert not Vault(()).has_key
    with pytest.raises(NoKey, match="EARSHOT_WEBHOOK_KEY"):
        Vault(()).seal(b"secret", of="wh-1")


@pytest.mark.parametrize("text", ["x", b64encode(b"short").decode(), "not base64!", f"{NEW},x"])
def test_a_key_of_another_form_refuses_to_start(text: str) -> None:
    with pytest.raises(ValueError, match="base64 of 32 bytes"):
        keys_of(text)


def test_a_key_does_not_show_itself() -> None:
    assert NEW not in repr(keys_of(NEW))
    assert repr(b"n" * 32) not in repr(keys_of(NEW))


def test_the_way_to_verify_that_is_given_to_integrators_works() -> None:
    """docs/webhooks.md, as it stands there."""
    [code] = re.findall(r"```python\n(.*?)```", DOCUMENT.read_text(), re.DOTALL)
    example: dict[str, Any] = {}
    exec(code, example)  # noqa: S102 - our own document
    verified, now = example["verified"], system_clock()
    headers = signed_headers([b"n" * 32, b"o" * 32], message_id="evt-1", at=now, body=b"{}")

    assert verified(secret_text(b"n" * 32), headers, b"{}")
    assert verified(secret_text(b"o" * 32), headers, b"{}")
    assert not verified(secret_text(b"x" * 32), headers, b"{}")
    assert not verified(secret_text(b"n" * 32), headers, b"{ }")
    late = signed_headers([b"n" * 32], message_id="evt-1", at=now - timedelta(minutes=6), body=b"{}")
    assert not verified(secret_text(b"n" * 32), late, b"{}")


@pytest.mark.parametrize("kind", [*(kind.value for kind in EventType), PING])
def test_every_event_is_explained_to_integrators(kind: str) -> None:
    assert f"`{kind}`" in DOCUMENT.read_text()
