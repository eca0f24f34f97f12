"""Reading understanding.yaml."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from services.classify.understanding.model import UnderstandingFile
from services.classify.understanding.policies import Understanding, policies
from shared.runtime.yaml_file import checked, content_of

SETTING: Final = "EARSHOT_UNDERSTANDING"
"""What names the file."""


def read_understanding(path: Path, languages: Sequence[str]) -> Understanding:
    """Return what a file says; `languages` are those that the station reads. Raises WrongFile."""
    return understanding_of(content_of(path, setting=SETTING), path, languages)


def understanding_of(content: bytes, path: Path, languages: Sequence[str]) -> Understanding:
    """Return what stands in this content of the file. Raises WrongFile."""
    return policies(checked(UnderstandingFile, content, path, context=tuple(languages)))
