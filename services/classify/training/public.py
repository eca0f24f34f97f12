"""Public sets, from a folder beside the project: their rows never enter it, and the shipped weights never saw them.

Which may be used for what: the folder's SOURCES.md. We use them to measure.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from services.classify.training.authored import Post

BESIDE: Final = Path(__file__).parents[3].parent / "shared" / "data"
"""Where they lie on the owner's machines; another folder can be named."""

Keep = Callable[[dict[str, Any]], bool]


class Absent(Exception):
    """A set is not there; the message names the file."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with the label that a public set gives it."""

    post: Post
    label: str


def labelled(
    folder: Path, name: str, *, text: str = "text", label: str = "y", language: str = "en", only: Keep | None = None
) -> list[Labelled]:
    """Return the rows of `<name>.jsonl` that have a label, in their order. Raises Absent."""
    found: list[Labelled] = []
    for place, row in enumerate(rows(folder, name)):
        if row.get(label) is not None and (only is None or only(row)):
            post = Post(where=f"{name}:{place}", language=language, text=str(row[text]), intent=None)
            found.append(Labelled(post, str(row[label])))
    return found


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the rows of `<name>.jsonl`. Raises Absent."""
    path = folder / f"{name}.jsonl"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError:
        raise Absent(f"{path.name} is not in the folder of public sets; name another with --data") from None
    return [json.loads(line) for line in lines if line.strip()]
