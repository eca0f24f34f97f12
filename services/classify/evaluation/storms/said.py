"""What people said, from the files that may be used for evaluation, and what was written by hand."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

OUTAGES: Final = Path(__file__).with_name("outages.tsv")
AIRLINES, MUSIC, MANY = "airline_first80_by_time.jsonl", "twcs_spotify_oct.jsonl", "twcs_multibrand.jsonl"
_HANDLE: Final = re.compile(r"@(\w+)")


@dataclass(frozen=True, slots=True)
class Said:
    """One post of a customer. `theme`: the reason that annotators gave; `upset`: whether they found it negative."""

    brand: str
    author: str
    at: datetime
    text: str
    theme: str | None = None
    upset: bool | None = None


def airlines(folder: Path) -> list[Said]:
    """Return posts to six airlines, in order."""
    return _in_order(
        Said(
            brand=row["airline"],
            author=row["name"],
            at=datetime.fromisoformat(row["t"]),
            text=row["text"],
            theme=row["negativereason"],
            upset=row["airline_sentiment"] == "negative",
        )
        for row in _rows(folder / AIRLINES)
    )


def music(folder: Path) -> list[Said]:
    """Return posts to one streaming service in October 2017, in order."""
    return _in_order(
        Said(brand="Spotify", author=row["author_id"], at=datetime.fromisoformat(row["t"]), text=row["text"])
        for row in _rows(folder / MUSIC)
        if row["t"] >= "2017-10-03"
    )


def many_brands(folder: Path) -> list[Said]:
    """Return posts of customers to many brands, in order; the brand is the first name that a post calls."""
    found = []
    for row in _rows(folder / MANY):
        text = row["text"] if isinstance(row["text"], str) else ""
        called = _HANDLE.search(text.lower())
        if row["inbound"] and called:
            at = datetime.fromisoformat(row["t"])
            found.append(Said(brand=called[1], author=row["author_id"], at=at, text=text))
    return _in_order(found)


def outages() -> dict[tuple[str, str], list[str]]:
    """Return the hand-written posts by theme and language."""
    found: dict[tuple[str, str], list[str]] = {}
    for line in OUTAGES.read_text().splitlines():
        if not line.startswith("#"):
            theme, language, text = line.split("\t")
            found.setdefault((theme, language), []).append(text)
    return found


def absent(folder: Path) -> list[str]:
    """Return the files that are not there."""
    return [name for name in (AIRLINES, MUSIC, MANY) if not (folder / name).is_file()]


def day(month: int, number: int, *, year: int) -> datetime:
    """Return midnight, UTC."""
    return datetime(year, month, number, tzinfo=UTC)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _in_order(said: Iterable[Said]) -> list[Said]:
    return sorted(said, key=lambda one: (one.at, one.author, one.text))
