"""How the model that is installed does on what agents corrected: for operators, and never for training (0030).

    python -m services.classify.evaluation.corrections corrections.ndjson

The file is what `GET /v1/corrections/export` of respond gives.
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.table import Table

from services.classify.model.artefact import load
from services.classify.model.fast import FastClassifier
from services.classify.model.language import Languages
from services.classify.settings import LaneSettings
from shared.contracts.classification import Classification
from shared.contracts.mention import Author, Mention

KINDS: Final = ("intent", "sentiment", "severity", "needs_answer", "language", "flags")
BIASED: Final = (
    "Agents correct what strikes them, so this is a biased sample and no accuracy of the model: what it got right is"
    " rarely in it. Compare 'right now' of two models on one file, and see in 'now as then' what a change would undo."
)
_LONG_AGO: Final = datetime(2000, 1, 1, tzinfo=UTC)

Labels = Mapping[str, Any]
Classify = Callable[[Sequence[Mention]], Sequence[Classification]]


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


@dataclass(slots=True, kw_only=True)
class Row:
    """One kind of label. `corrected`: agents said something; `right_then`, `right_now`: as a model had, or has.

    `left`: agents said nothing of it, though they looked; `as_then`: the model says of these what was said before.
    """

    kind: str
    corrected: int = 0
    right_then: int = 0
    right_now: int = 0
    left: int = 0
    as_then: int = 0


def read(path: Path) -> tuple[list[Corrected], int]:
    """Return the corrections of a file, and how many were left out because their text is gone. Raises BadLine."""
    found: list[Corrected] = []
    gone = 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
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


def measured(corrected: Sequence[Corrected], classify: Classify) -> list[Row]:
    """Return for each kind of label how the models did."""
    rows = {kind: Row(kind=kind) for kind in KINDS}
    judged = classify([_mention(one) for one in corrected])
    for one, classification in zip(corrected, judged, strict=True):
        now = classification.model_dump(mode="json", include=set(KINDS))
        for kind, row in rows.items():
            said, then = _same(now[kind]), _same(one.was[kind])
            if one.wanted[kind] is None:
                row.left += 1
                row.as_then += said == then
            else:
                row.corrected += 1
                row.right_then += then == _same(one.wanted[kind])
                row.right_now += said == _same(one.wanted[kind])
    return list(rows.values())


def _same(label: Any) -> Any:
    return frozenset(label) if isinstance(label, list | tuple) else label


def _mention(one: Corrected) -> Mention:
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


def table(rows: Sequence[Row], title: str) -> Table:
    """Return the rows as they are printed."""
    shown = Table(title=title, caption=BIASED, title_justify="left", caption_justify="left")
    for heading in ("label", "corrected", "right then", "right now", "left alone", "now as then"):
        shown.add_column(heading, justify="left" if heading == "label" else "right")
    for row in rows:
        then, now = _share(row.right_then, row.corrected), _share(row.right_now, row.corrected)
        shown.add_row(row.kind, str(row.corrected), then, now, str(row.left), _share(row.as_then, row.left))
    return shown


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, judge anew, and print. Returns 0, or 2 where the file cannot be read."""
    asked = argparse.ArgumentParser(prog="python -m services.classify.evaluation.corrections")
    asked.add_argument("file", type=Path, help="what GET /v1/corrections/export gave")
    path: Path = asked.parse_args(arguments).file
    console = Console()
    try:
        corrected, gone = read(path)
    except (OSError, UnicodeError, BadLine) as error:
        Console(stderr=True).print(str(error), markup=False)
        return 2
    artefact = load()
    classifier = FastClassifier(Languages(LaneSettings().languages), artefact)
    then = ", ".join(sorted({one.model or "a version that was not kept" for one in corrected})) or "no model"
    title = f"{len(corrected)} corrections of {then}, judged anew by {artefact.version}"
    console.print(table(measured(corrected, classifier.classify), title))
    if gone:
        console.print(f"{gone} left out: their authors deleted the text.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
