"""What went wrong, said as RFC 9457 has it: application/problem+json."""

from collections.abc import Mapping
from typing import Any, Final

import orjson

from services.ingest.domain.refusal import Wrong

MEDIA_TYPE: Final = "application/problem+json"

_KINDS: Final[Mapping[str, tuple[int, str]]] = {
    "unauthenticated": (401, "Who are you?"),
    "too-slow": (408, "The body took too long"),
    "kafka-away": (503, "Not accepted; send it again"),
    "busy": (503, "Too much at once; send it again"),
    Wrong.MALFORMED: (400, "The body cannot be read"),
    Wrong.TOO_DEEP: (400, "The body is nested too deeply"),
    Wrong.EVENT: (422, "No event could be taken"),
    Wrong.EMPTY_BATCH: (422, "The batch is empty"),
    Wrong.TOO_LARGE: (413, "Too large"),
    Wrong.MEDIA_TYPE: (415, "Not CloudEvents in JSON"),
    Wrong.ENCODING: (415, "Unknown content encoding"),
}


def status_of(kind: str) -> int:
    """Return the HTTP status of a kind of problem."""
    return _KINDS[kind][0]


def problem_bytes(kind: str, detail: str, **members: Any) -> bytes:
    """Return a problem document. `type` is a URN, since there may be no public page to point at."""
    status, title = _KINDS[kind]
    head = {"type": f"urn:earshot:problem:{kind}", "title": title, "status": status, "detail": detail}
    return orjson.dumps({**head, **members})
