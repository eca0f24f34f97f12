"""How the model that is installed does on what agents corrected: for operators, and never for training (0030).

    python -m services.classify.evaluation.corrections corrections.ndjson

The file is what `GET /v1/corrections/export` of respond gives.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from services.classify.evaluation.corrected import KINDS, BadLine, Corrected, mention, read
from services.classify.model.artefact import load
from services.classify.model.fast import FastClassifier
from services.classify.model.language import Languages
from services.classify.settings import LaneSettings
from shared.contracts.classification import Classification
from shared.contracts.mention import Mention

BIASED: Final = """Agents correct what strikes them, so this is a biased sample and no accuracy of the model: what it
got right is rarely in it. Compare 'right now' of two models on one file, and see in 'now as then' what a change undoes.
"""
_HEAD: Final = f"{'label':14}{'corrected':>11}{'right then':>12}{'right now':>11}{'left alone':>12}{'now as then':>13}"

Classify = Callable[[Sequence[Mention]], Sequence[Classification]]


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


def measured(corrected: Sequence[Corrected], classify: Classify) -> list[Row]:
    """Return for each kind of label how the models did."""
    rows = {kind: Row(kind=kind) for kind in KINDS}
    judged = classify([mention(one) for one in corrected])
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


def printed(rows: Sequence[Row]) -> str:
    """Return the rows as a table of plain text."""
    lines = [
        f"{one.kind:14}{one.corrected:>11,}{_share(one.right_then, one.corrected):>12}"
        f"{_share(one.right_now, one.corrected):>11}{one.left:>12,}{_share(one.as_then, one.left):>13}"
        for one in rows
    ]
    return "\n".join([_HEAD, *lines]) + "\n"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, judge anew, and write to standard output. Returns 0, or 2 where the file cannot be read."""
    asked = argparse.ArgumentParser(prog="python -m services.classify.evaluation.corrections")
    asked.add_argument("file", type=Path, help="what GET /v1/corrections/export gave")
    try:
        corrected, gone = read(asked.parse_args(arguments).file)
    except (OSError, UnicodeError, BadLine) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    artefact = load()
    classifier = FastClassifier(Languages(LaneSettings().languages), artefact)
    then = ", ".join(sorted({one.model or "a version that was not kept" for one in corrected})) or "no model"
    sys.stdout.write(f"{len(corrected)} corrections of {then}, judged anew by {artefact.version}\n\n")
    sys.stdout.write(f"{printed(measured(corrected, classifier.classify))}\n{BIASED}")
    if gone:
        sys.stdout.write(f"{gone} left out: their authors deleted the text.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
