"""Values that stand elsewhere: `env:NAME` in the environment, `file:PATH` in a mounted file."""

import os
from pathlib import Path
from typing import Any


def resolved(value: Any) -> Any:
    """Return what a reference points at. Anything but a reference is returned as it is.

    Raises ValueError when the variable or file is absent or empty: an unset secret refuses to start.
    """
    if not isinstance(value, str):
        return value
    if value.startswith("env:"):
        found = os.environ.get(value.removeprefix("env:"), "")  # noqa: TID251 - the file names the variable
        if not found:
            raise ValueError(f"environment variable {value.removeprefix('env:')} is not set")
        return found
    if value.startswith("file:"):
        path = Path(value.removeprefix("file:"))
        try:
            found = path.read_text().strip()
        except OSError as error:
            raise ValueError(f"cannot read {path}: {error.strerror}") from None
        if not found:
            raise ValueError(f"{path} is empty")
        return found
    return value
