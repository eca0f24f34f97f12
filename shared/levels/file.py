"""Reading levels.yaml."""

from pathlib import Path
from typing import Final

from shared.levels.book import Levels, levels
from shared.levels.model import LevelsFile
from shared.runtime.yaml_file import checked, content_of, digest_of

SETTING: Final = "EARSHOT_LEVELS"
"""What names the file."""


def read_levels(path: Path) -> Levels:
    """Return the checked service levels. Raises WrongFile."""
    return levels_of(content_of(path, setting=SETTING), path)


def levels_of(content: bytes, path: Path) -> Levels:
    """Return the service levels that stand in this content of the file. Raises WrongFile."""
    return levels(checked(LevelsFile, content, path), digest=digest_of(content))
