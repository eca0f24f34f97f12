"""The keys under which secrets are kept at rest, as a setting names them."""

from base64 import b64decode
from binascii import Error
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

_BYTES: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """256 bits. `id` follows from them, so that nobody has to number keys; it tells nothing about them."""

    id: str
    bits: bytes = field(repr=False)


def keys_of(text: str) -> tuple[Key, ...]:
    """Return the keys of a list with commas, each the base64 of 32 bytes. The first one seals, all of them open.

    Raises ValueError.
    """
    return tuple(_key(word.strip()) for word in text.split(",") if word.strip())


def _key(word: str) -> Key:
    try:
        bits = b64decode(word, validate=True)
    except Error:
        bits = b""
    if len(bits) != _BYTES:
        raise ValueError("each key is the base64 of 32 bytes; several stand with commas between them, the newest first")
    return Key(id=sha256(b"earshot webhook key" + bits).hexdigest()[:8], bits=bits)
