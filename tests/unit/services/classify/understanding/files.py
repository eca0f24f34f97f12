"""understanding.yaml in a test's folder."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from services.classify.understanding.file import read_understanding
from services.classify.understanding.policies import Understanding
from shared.runtime.yaml_file import WrongFile

LANGUAGES = ("en", "nl", "de", "fr", "es")


def read(folder: Path, content: Any) -> Understanding:
    """What a file with this content says, a text or something to be written as YAML."""
    path = folder / "understanding.yaml"
    path.write_text(content if isinstance(content, str) else yaml.safe_dump(content, sort_keys=False))
    return read_understanding(path, LANGUAGES)


def of_brand(folder: Path, brand: Any, default: Any = None) -> Understanding:
    """What a file says that sets this of the brand acme, and that of all."""
    return read(folder, {"version": 1, "default": default or {}, "brands": {"acme": brand}})


def complaint(folder: Path, content: Any) -> str:
    """What is said of a wrong file."""
    with pytest.raises(WrongFile) as caught:
        read(folder, content)
    message = str(caught.value)
    assert str(folder / "understanding.yaml") in message
    return message
