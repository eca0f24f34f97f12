"""How much we take: bytes, items, nesting, and characters that no text needs (RELIABILITY, section 5)."""

import zlib
from typing import Any, Final

import orjson

from services.ingest.domain.refusal import Path, Wrong, refused

BODY_BYTES: Final = 1_048_576
INFLATED_BYTES: Final = 8 * BODY_BYTES
BATCH_ITEMS: Final = 1_000
JSON_DEPTH: Final = 64
# A record of Kafka's holds 1 MiB. A mention is at most the item once read (1x), once as its original text inside JSON
# (2x, every quotation mark escaped), and text_raw: 256 KiB keeps that below a record's size.
EVENT_BYTES: Final = 262_144
RECORD_BYTES: Final = 1_000_000
KEPT_BYTES: Final = 700_000
"""A dead letter keeps this much of a longer body: base64 grows it by a third."""

_GZIP: Final = 31  # zlib's code for a gzip header and 15 bits of window


def inflated(body: bytes, encoding: str | None) -> bytes:
    """Return the body as it was before `Content-Encoding`. Raises Refused; a bomb costs no more than the limit."""
    coding = (encoding or "identity").strip().lower()
    if coding in {"identity", ""}:
        return body
    if coding not in {"gzip", "x-gzip"}:
        raise refused("Content-Encoding may be gzip or absent.", wrong=Wrong.ENCODING)
    stream = zlib.decompressobj(_GZIP)
    try:
        plain = stream.decompress(body, INFLATED_BYTES + 1)
    except zlib.error:
        raise refused("The body is not gzip, though Content-Encoding says so.", wrong=Wrong.MALFORMED) from None
    if len(plain) > INFLATED_BYTES:
        raise refused(f"The body is longer than {INFLATED_BYTES:,} bytes when unpacked.", wrong=Wrong.TOO_LARGE)
    if not stream.eof or stream.unused_data:
        raise refused("The body is not exactly one complete gzip member.", wrong=Wrong.MALFORMED)
    return plain


def parsed(document: bytes) -> Any:
    """Return a JSON document. Raises Refused when it is broken, nested too deeply, or holds U+0000."""
    try:
        value = orjson.loads(document)
    except orjson.JSONDecodeError as error:
        if "depth" in error.msg or "ecursion" in error.msg:
            raise _too_deep() from None
        raise refused(f"Not JSON in UTF-8: {error.msg} (byte {error.pos}).", wrong=Wrong.MALFORMED) from None
    # Counting brackets is cheap and never too low, so that almost nobody pays for the walk.
    if document.count(b"[") + document.count(b"{") > JSON_DEPTH and _deeper_than(value, JSON_DEPTH):
        raise _too_deep()
    if b"\\u0000" in document:
        place = _holding_nul(value)
        if place is not None:
            raise refused("Text may not hold the character U+0000.", *place)
    return value


def _too_deep() -> Exception:
    return refused(f"JSON may be nested at most {JSON_DEPTH} deep.", wrong=Wrong.TOO_DEEP)


def _deeper_than(value: Any, limit: int) -> bool:
    layer = [value]
    for _ in range(limit):
        layer = [
            inner
            for outer in layer
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
        if not layer:
            return False
    return any(isinstance(found, dict | list) for found in layer)


def _holding_nul(value: Any) -> Path | None:
    waiting: list[tuple[Path, Any]] = [((), value)]
    while waiting:
        path, found = waiting.pop()
        if isinstance(found, str) and "\0" in found:
            return path
        if isinstance(found, dict):
            if any("\0" in name for name in found):
                return path
            waiting += [((*path, name), inner) for name, inner in found.items()]
        if isinstance(found, list):
            waiting += [((*path, index), inner) for index, inner in enumerate(found)]
    return None
