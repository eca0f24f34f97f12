"""Posts written for Earshot, with their labels (docs/taxonomy.md says what they mean and how a file is written)."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from services.classify.domain.taxonomy import Intent
from shared.contracts.classification import Sentiment, Severity

POSTS: Final = Path(__file__).parent / "posts"
EVALUATION: Final = Path(__file__).parent.parent / "evaluation" / "posts"
LEXICONS: Final = Path(__file__).parent.parent / "domain" / "words"
"""What they see is a feature of the model, so it has to be fitted again when they change."""
FLAGS: Final = ("safety", "injury", "self_harm", "threat", "legal", "fraud", "hardship", "churn", "spam")

_SENTIMENTS: Final = {"-": Sentiment.NEGATIVE, "0": Sentiment.NEUTRAL, "+": Sentiment.POSITIVE}
_SEVERITIES: Final = dict(zip("0123", Severity, strict=True))
_ANSWERS: Final = {"y": True, "n": False}


class BadPost(Exception):
    """A line cannot be read; the message names file and line, and says what is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A text with what it is. `where` names its source: a file's line, or the id in the evaluation set.

    None: nobody said, as in sets of others that know intents only.
    """

    where: str
    language: str
    text: str
    intent: Intent | None
    sentiment: Sentiment | None = None
    needs_answer: bool | None = None
    severity: Severity | None = None
    flags: frozenset[str] | None = None


def training_posts(folder: Path = POSTS) -> list[Post]:
    """Return all posts of `<language>/<intent>.tsv`, in the order of files and lines. Raises BadPost."""
    return [
        _post(f"{path.parent.name}/{path.name}:{number}", path.parent.name, path.stem, cells)
        for path in sorted(folder.glob("*/*.tsv"))
        for number, cells in _rows(path, columns=5)
    ]


def evaluation_posts(folder: Path = EVALUATION) -> list[Post]:
    """Return the posts of `<language>.tsv`, whose first columns are the id and the intent. Raises BadPost."""
    return [
        _post(cells[0], path.stem, cells[1], cells[2:])
        for path in sorted(folder.glob("??.tsv"))
        for _, cells in _rows(path, columns=7)
    ]


def digest(folder: Path, pattern: str = "*.tsv") -> str:
    """Return the SHA-256 over the names and bytes of a folder's files: which data this is."""
    summed = sha256()
    for path in sorted(folder.rglob(pattern)):
        summed.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return summed.hexdigest()


def _rows(path: Path, *, columns: int) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != columns:
            raise BadPost(f"{path}:{number}: {len(cells)} columns, {columns} are needed, split by tabs")
        yield number, cells


def _post(where: str, language: str, intent: str, cells: list[str]) -> Post:
    sentiment, answer, severity, flags, text = cells
    try:
        raised = frozenset() if flags == "." else frozenset(flags.split(","))
        unknown = raised - set(FLAGS)
        if unknown:
            raise ValueError(f"unknown flags {sorted(unknown)}")
        return Post(
            where=where,
            language=language,
            text=text.replace("\\n", "\n"),
            intent=Intent(intent),
            sentiment=_SENTIMENTS[sentiment],
            needs_answer=_ANSWERS[answer],
            severity=_SEVERITIES[severity],
            flags=raised,
        )
    except (KeyError, ValueError) as error:
        raise BadPost(f"{where}: {error!r}; see docs/taxonomy.md for the columns") from None
