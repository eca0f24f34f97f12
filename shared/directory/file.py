"""Reading earshot.yaml, with errors that say where and what to do."""

from pathlib import Path

import yaml
from pydantic import ValidationError

from shared.directory.model import Directory
from shared.directory.references import IN_FILE


class WrongDirectory(Exception):
    """The file cannot be used; the message names each place and what is wrong there."""


def read_directory(path: Path) -> Directory:
    """Return the checked directory. Raises WrongDirectory."""
    try:
        content = yaml.safe_load(path.read_text())
    except OSError as error:
        raise WrongDirectory(f"{path}: {error.strerror}. Set EARSHOT_CONFIG to your earshot.yaml.") from None
    except UnicodeDecodeError as error:
        raise WrongDirectory(f"{path} is not UTF-8: {error.reason} at byte {error.start}") from None
    except yaml.YAMLError as error:
        raise WrongDirectory(f"{path} is not YAML: {error}") from None
    try:
        return Directory.model_validate(content, context=IN_FILE)
    except ValidationError as error:
        lines = [
            f"  {'/'.join(str(step) for step in found['loc']) or '/'}: {found['msg']}"
            for found in error.errors(include_input=False, include_url=False)
        ]
        raise WrongDirectory(f"{path} is wrong:\n" + "\n".join(lines)) from None
