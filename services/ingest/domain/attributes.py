"""The context attributes of a CloudEvent: which must be there, and what they may say."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from services.ingest.domain.refusal import Flaw, Refused, Wrong

REQUIRED: Final = ("specversion", "id", "source", "type")

_TEXTS: Final = {*REQUIRED, "subject", "dataschema", "datacontenttype", "time"}
_NAME: Final = re.compile(r"[a-z0-9]+")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_RFC3339: Final = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
_JSON: Final = re.compile(r"application/(json|[a-z0-9!#$&^_.+-]+\+json)", re.ASCII)


def is_json(media_type: str) -> bool:
    """Return whether a media type, in lower case and without parameters, is JSON."""
    return _JSON.fullmatch(media_type) is not None


def check_attributes(attributes: Mapping[str, Any], flaw_at: Callable[[str, str], Flaw]) -> None:
    """Raise Refused with every flaw; `flaw_at` makes one of the attribute's name and what is wrong with it."""
    missing = [flaw_at(name, f"The attribute {name} is required.") for name in REQUIRED if attributes.get(name) is None]
    wrong = [flaw_at(name, detail) for name, value in attributes.items() if (detail := _wrong_with(name, value))]
    if missing or wrong:
        raise Refused(Wrong.EVENT, *missing, *wrong)


def _wrong_with(name: str, value: Any) -> str | None:
    if name not in _TEXTS and not _NAME.fullmatch(name):
        return "Names of attributes are lower-case letters and digits."
    if value is None:  # JSON null is an unset attribute
        return None
    if not isinstance(value, str):
        return None if name not in _TEXTS and isinstance(value, bool | int) else f"The attribute {name} must be a text."
    if not value or len(value) > 4_096 or (not value.isprintable() and _CONTROL.search(value)):
        return f"The attribute {name} must be 1 to 4,096 characters without control characters."
    if name == "specversion" and value != "1.0":
        return "The specversion must be 1.0."
    if name == "time" and not _is_time(value):
        return "The time must be as in RFC 3339: 2026-11-21T10:00:00Z."
    if name == "datacontenttype" and not is_json(value.partition(";")[0].strip().lower()):
        return "The data must be JSON."
    return None


def _is_time(value: str) -> bool:
    if not _RFC3339.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value.upper())
    except ValueError:
        return False
    return True
