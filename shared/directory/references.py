"""Values that stand elsewhere: `env:NAME` in the environment, `file:PATH` in a mounted file."""

import os
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationInfo

IN_FILE: Final = "in_file"
"""Validation context: what is checked stands in a file that people keep, copy and commit."""


def secret(value: Any, info: ValidationInfo) -> Any:
    """Return the secret that a reference points at. Raises ValueError as `resolved`, or for one spelt out."""
    spelt_out = isinstance(value, str) and not value.startswith(("env:", "file:"))
    if spelt_out and info.context == IN_FILE:
        raise ValueError("a secret does not stand in this file; write env:NAME or file:PATH and put it there")
    return resolved(value)


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
