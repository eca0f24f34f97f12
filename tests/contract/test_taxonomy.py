"""The taxonomy's words stand in three places: the page for people, the classifier, and the contract for everybody."""

import re
from pathlib import Path
from typing import Final

from services.classify.domain.taxonomy import Intent
from services.classify.training.authored import FLAGS as TRAINED
from shared.contracts import taxonomy

PAGE: Final = (Path(__file__).parents[2] / "docs/taxonomy.md").read_text()


def words(heading: str) -> tuple[str, ...]:
    """The first column of the table under a heading."""
    part = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    return tuple(re.findall(r"^\| `(\w+)`", part, re.MULTILINE))


def test_intents_are_the_same_everywhere() -> None:
    assert words("Intents") == taxonomy.INTENTS == tuple(Intent)


def test_flags_are_the_same_everywhere() -> None:
    assert words("Flags") == taxonomy.FLAGS == TRAINED
