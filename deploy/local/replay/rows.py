"""Reading a file of posts row by row; a row that cannot be read is a row too."""

import csv
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Any, TextIO

Fields = Mapping[str, Any]

_JSONL_SUFFIXES = {".jsonl", ".ndjson", ".json"}
_CSV_SUFFIXES = {".csv", ".tsv"}
_BLOCK = 1 << 20
_SAMPLE = 64 * 1024


class Format(Enum):
    JSONL = auto()
    CSV = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """`number` counts from 1. `fields` None: it cannot be read, and `problem` says why."""

    number: int
    fields: Fields | None
    problem: str = ""


def format_of(path: Path) -> Format:
    """By suffix; where that says nothing, by whether the content starts as JSON does."""
    if path.suffix.lower() in _JSONL_SUFFIXES:
        return Format.JSONL
    if path.suffix.lower() in _CSV_SUFFIXES:
        return Format.CSV
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        return Format.JSONL if file.read(_SAMPLE).lstrip().startswith("{") else Format.CSV


def rows(path: Path) -> Iterator[Row]:
    """All rows in their order, never more of the file in memory than one of them. Raises OSError."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        yield from _json_lines(file) if format_of(path) is Format.JSONL else _csv_records(file)


def count_rows(path: Path) -> int:
    """How many there are, for the progress bar: lines without a CSV's header, so line breaks inside fields count."""
    with path.open("rb") as file:
        lines, last = 0, b"\n"
        while block := file.read(_BLOCK):
            lines += block.count(b"\n")
            last = block[-1:]
    lines += last != b"\n"
    return max(0, lines - (format_of(path) is Format.CSV))


def _json_lines(file: TextIO) -> Iterator[Row]:
    number = 0
    for line in file:
        if not line.strip():
            continue
        number += 1
        try:
            found = json.loads(line)  # takes the NaN that pandas writes, which orjson does not
        except (ValueError, RecursionError):
            yield Row(number, None, "not JSON")
            continue
        yield Row(number, found) if isinstance(found, dict) else Row(number, None, "not a JSON object")


def _csv_records(file: TextIO) -> Iterator[Row]:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    dialect = _dialect(file.read(_SAMPLE))
    file.seek(0)
    reader = csv.DictReader(file, dialect=dialect)
    number = 0
    while True:
        number += 1
        try:
            found = next(reader, None)
        except csv.Error as error:
            yield Row(number, None, f"not CSV: {error}")
            continue
        if found is None:
            return
        yield Row(number, {name: value for name, value in found.items() if isinstance(name, str)})


def _dialect(sample: str) -> type[csv.Dialect]:
    """The header tells the delimiter: names of columns hold none."""
    header = sample.partition("\n")[0]
    found: type[csv.Dialect] = type("Found", (csv.excel,), {"delimiter": max(",;\t|", key=header.count)})
    return found
