"""What ingest said about a batch."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import orjson

_REFUSED = {400, 413, 415, 422}


@dataclass(frozen=True, slots=True)
class Taken:
    """Of one batch: event ids accepted, letters of those set aside, how many were ignored, how many refused and why."""

    accepted: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    ignored: int = 0
    refused: int = 0
    reasons: tuple[str, ...] = field(default=())


class Unintelligible(Exception):
    """An answer that ingest never gives; something else must be listening there."""


def taken(status: int, body: bytes, *, sent: int) -> Taken:
    """Reads an answer that is final. Raises Unintelligible."""
    try:
        said: dict[str, Any] = orjson.loads(body)
        if status == 202:
            return _item_by_item(said["results"])
        if status in _REFUSED:
            return _all_of_them(said, sent)
    except (ValueError, KeyError, TypeError) as error:
        raise Unintelligible(f"ingest answered {status} with something that is no answer: {error!r}") from None
    raise Unintelligible(f"ingest answered {status}: {body[:300].decode(errors='replace')}")


def _item_by_item(results: list[dict[str, Any]]) -> Taken:
    by_status: dict[str, list[dict[str, Any]]] = {"accepted": [], "quarantined": [], "ignored": []}
    for result in results:
        by_status[result["status"]].append(result)
    return Taken(
        accepted=tuple(one["event_id"] for one in by_status["accepted"]),
        letters=tuple(one["quarantine_id"] for one in by_status["quarantined"]),
        ignored=len(by_status["ignored"]),
        reasons=tuple(_reasons(error for one in by_status["quarantined"] for error in one["errors"])),
    )


def _all_of_them(problem: dict[str, Any], sent: int) -> Taken:
    """None could be taken: they are set aside, or (where nothing could even be cut into items) refused."""
    letters = tuple(problem.get("quarantined", ()))
    why = tuple(_reasons(problem.get("errors", ()))) or (str(problem["detail"]),)
    if len(letters) == sent:
        return Taken(letters=letters, reasons=why)
    return Taken(letters=letters, refused=sent, reasons=why)


def _reasons(errors: Iterable[dict[str, Any]]) -> list[str]:
    """Never the customer's words: ingest does not repeat them."""
    return [str(error["detail"]) for error in errors]
