"""levels.yaml in a test's folder."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from shared.levels.book import Levels
from shared.levels.file import read_levels
from shared.runtime.yaml_file import WrongFile


def a_file() -> dict[str, Any]:
    """A right file, for a test to change one thing in."""
    return {
        "version": 1,
        "calendars": {"office": {"zone": "Europe/Amsterdam", "hours": {"mon-fri": ["09:00-17:00"]}}},
        "policies": [
            {"id": "press", "match": {"tiers": ["press"]}, "calendar": "office", "targets": {"first_response": "30m"}},
            {"id": "standard", "targets": {"first_response": "1h"}},
        ],
        "queues": [{"id": "money", "match": {"intents": ["refund"]}}, {"id": "all"}],
    }


def read(folder: Path, content: Any) -> Levels:
    """The levels of a file with this content, a text or something to be written as YAML."""
    path = folder / "levels.yaml"
    path.write_text(content if isinstance(content, str) else yaml.safe_dump(content, sort_keys=False))
    return read_levels(path)


def complaint(folder: Path, content: Any) -> str:
    """What is said of a wrong file."""
    with pytest.raises(WrongFile) as caught:
        read(folder, content)
    message = str(caught.value)
    assert str(folder / "levels.yaml") in message
    return message
