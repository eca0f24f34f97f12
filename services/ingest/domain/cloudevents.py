"""CloudEvents 1.0 over HTTP, as the specification has it: nothing that a sender left out is invented.

https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md
"""

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Final
from urllib.parse import unquote_to_bytes

import orjson

from services.ingest.domain.attributes import check_attributes, is_json
from services.ingest.domain.limits import EVENT_BYTES, parsed
from services.ingest.domain.refusal import Flaw, Refused, Wrong, refused

_QUOTED: Final = re.compile(rb'"(.*)"', re.DOTALL)


class Mode(Enum):
    """How events stand in a request."""

    BATCHED = auto()
    STRUCTURED = auto()
    BINARY = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class CloudEvent:
    """One event. `data` and `raw` are JSON documents; `raw` is what was sent, byte for byte."""

    id: str
    source: str
    type: str
    data: bytes
    raw: bytes
    media_type: str


def mode_of(content_type: str | None, header_names: Iterable[str]) -> Mode:
    """Return the mode that a Content-Type asks for; a batch is tested first, since its name has the other's as prefix.

    Raises Refused for anything but CloudEvents in JSON and UTF-8.
    """
    media, _, parameters = (content_type or "").lower().partition(";")
    media = media.strip()
    charset = re.search(r"charset\s*=\s*\"?([^\s\";]+)", parameters)
    if charset is not None and charset[1] not in {"utf-8", "utf8", "us-ascii"}:
        raise refused("The charset must be UTF-8.", wrong=Wrong.MEDIA_TYPE)
    if media == "application/cloudevents-batch+json":
        return Mode.BATCHED
    if media == "application/cloudevents+json":
        return Mode.STRUCTURED
    if not media.startswith("application/cloudevents") and any(name.startswith("ce-") for name in header_names):
        if is_json(media):
            return Mode.BINARY
        raise refused("In binary mode the Content-Type must be application/json.", wrong=Wrong.MEDIA_TYPE)
    raise refused(
        "Send CloudEvents 1.0: application/cloudevents+json, application/cloudevents-batch+json, or application/json "
        "with ce- headers.",
        wrong=Wrong.MEDIA_TYPE,
    )


def structured(raw: bytes) -> CloudEvent:
    """Return the event that a JSON object describes. Raises Refused."""
    _check_size(raw)
    event = parsed(raw)
    if not isinstance(event, dict):
        raise refused("An event is a JSON object.")
    attributes = {name: value for name, value in event.items() if name not in {"data", "data_base64"}}
    check_attributes(attributes, lambda name, detail: Flaw(detail, (name,)))
    return CloudEvent(
        id=event["id"],
        source=event["source"],
        type=event["type"],
        data=_data_of(event),
        raw=raw,
        media_type="application/cloudevents+json",
    )


def binary(headers: Mapping[str, str], body: bytes) -> CloudEvent:
    """Return the event whose attributes are `ce-` headers (names in lower case) and whose data is the body.

    Raises Refused; a header's bytes that are not UTF-8 after one round of percent-decoding are a flaw.
    """
    _check_size(body)
    values = {name: _decoded(name, value) for name, value in headers.items() if name.startswith("ce-")}
    if "ce-datacontenttype" in values:
        detail = "In binary mode the Content-Type says what the data is, not ce-datacontenttype."
        raise Refused(Wrong.EVENT, Flaw(detail, header="ce-datacontenttype"))
    attributes = {name.removeprefix("ce-"): value for name, value in values.items()}
    check_attributes(attributes, lambda name, detail: Flaw(detail, header=f"ce-{name}"))
    _check_document(body, "data")
    return CloudEvent(
        id=attributes["id"],
        source=attributes["source"],
        type=attributes["type"],
        data=body,
        raw=body,
        media_type="application/json",
    )


def _check_size(raw: bytes) -> None:
    if len(raw) > EVENT_BYTES:
        raise refused(f"An event may be {EVENT_BYTES:,} bytes long, this one is {len(raw):,}.", wrong=Wrong.TOO_LARGE)


def _data_of(event: Mapping[str, Any]) -> bytes:
    if "data_base64" not in event:
        if event.get("data") is None:
            raise refused("The event has no data.", "data")
        return orjson.dumps(event["data"])
    if "data" in event:
        raise refused("An event has data or data_base64, not both.", "data_base64")
    try:
        document = b64decode(event["data_base64"], validate=True)
    except (Error, TypeError, ValueError):
        raise refused("The data_base64 is not base64.", "data_base64") from None
    _check_document(document, "data_base64")
    return document


def _check_document(document: bytes, name: str) -> None:
    try:
        parsed(document)
    except Refused as refusal:
        # Inside base64 there is nothing to point at.
        paths = [(name, *flaw.path) if name == "data" else (name,) for flaw in refusal.flaws]
        flaws = [Flaw(flaw.detail, path) for flaw, path in zip(refusal.flaws, paths, strict=True)]
        raise Refused(refusal.wrong, *flaws) from None


def _decoded(name: str, value: str) -> str:
    plain = value.strip().encode("latin-1", "replace")
    quoted = _QUOTED.fullmatch(plain)
    if quoted:
        plain = re.sub(rb"\\(.)", rb"\1", quoted[1])
    try:
        return unquote_to_bytes(plain).decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(Wrong.EVENT, Flaw("The header is not UTF-8 once percent-decoded.", header=name)) from None
