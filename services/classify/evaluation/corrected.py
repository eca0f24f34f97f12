"""What agents corrected, as an export of respond writes it (`GET /v1/corrections/export`)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from shared.contracts.mention import Author, Mention

KINDS: Final = ("intent", "sentiment", "severity", "needs_answer", "language", "flags")
_LONG_AGO: Final = datetime(2000, 1, 1, tzinfo=UTC)

Labels = Mapping[str, Any]


class BadLine(Exception):
    """A line is none of an export; the message names it and says what is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A message, what had been `said` of it and by which model, and what an agent `wanted`: None, nothing of that."""

    event_id: str
    text: str
    model: str | None
    was: Labels
    wanted: Labels


def read(path: Path) -> tuple[list[Corrected], int]:
    """Return the corrections of a file, and how many were left out because their text is gone. Raises BadLine."""
    found: list[Corrected] = []
    gone = 0
    # By "\n" alone: what customers write holds other ends of lines (U+2028), which JSON leaves as they are.
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        try:
            one = json.loads(line)
            was, wanted = ({kind: each[kind] for kind in KINDS} for each in (one["was"], one | {"language": None}))
            if one["language"] != was["language"]:
                wanted["language"] = one["language"]
            text = one["text"]
            if text is None:
                gone += 1
                continue
            found.append(
                Corrected(event_id=one["event_id"], text=str(text), model=one["model"], was=was, wanted=wanted)
            )
        except (ValueError, KeyError, TypeError) as error:
            raise BadLine(f"{path}:{number}: {error!r}; give a file that GET /v1/corrections/export wrote") from None
    return found, gone


def mention(one: Corrected) -> Mention:
    """Return the message as the classifier is given it; of its author and place nothing is known."""
    return Mention.model_validate(
        {
            "event_id": one.event_id,
            "brand": "corrections",
            "network": "corrections",
            "account_id": "corrections",
            "native_id": one.event_id,
            "kind": "created",
            "revision": "0",
            "author": Author(),
            "text": one.text,
            "occurred_at": _LONG_AGO,
            "received_at": _LONG_AGO,
        }
    )
