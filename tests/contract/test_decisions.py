"""Each decision is a short record of one form, and the index names them all."""

import re
from pathlib import Path
from typing import Final

import pytest

FOLDER: Final = Path(__file__).parents[2] / "docs/decisions"
RECORDS: Final = sorted(FOLDER.glob("[0-9]*.md"))


def test_the_index_names_every_record_by_its_title() -> None:
    index = (FOLDER / "README.md").read_text()
    rows = [f"| [{path.name[:4]}]({path.name}) | {path.read_text().splitlines()[0][7:]} |" for path in RECORDS]

    assert re.findall(r"^\| \[.*$", index, re.MULTILINE) == rows


def test_records_are_numbered_without_a_gap() -> None:
    assert [int(path.name[:4]) for path in RECORDS] == list(range(1, len(RECORDS) + 1))


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_tells_context_choice_and_consequences_shortly(path: Path) -> None:
    lines = path.read_text().splitlines()

    assert lines[0].startswith(f"# {path.name[:4]} ")
    assert [line for line in lines if line.startswith("## ")] == ["## Context", "## Choice", "## Consequences"]
    assert len(lines) <= 40


@pytest.mark.parametrize("path", [*RECORDS, *FOLDER.parent.glob("*.md")], ids=lambda path: path.stem)
def test_a_file_of_ours_that_is_named_is_there(path: Path) -> None:
    root = FOLDER.parents[1]
    named = re.findall(r"`((?:services|shared|deploy|tests|docs)/[\w/.]+)`", path.read_text())

    assert [one for one in named if not (root / one).exists()] == []
