"""Reading levels.yaml, with errors that say where and what to write."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from shared.levels.book import Levels, levels
from shared.levels.model import LevelsFile


class WrongLevels(Exception):
    """The file cannot be used; the message names each place and what to write there."""


def read_levels(path: Path) -> Levels:
    """Return the checked service levels. Raises WrongLevels."""
    return levels_of(content_of(path), path)


def content_of(path: Path) -> bytes:
    """Return what stands in the file. Raises WrongLevels when it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise WrongLevels(f"{path}: {error.strerror}. Set EARSHOT_LEVELS to your levels.yaml.") from None


def digest_of(content: bytes) -> str:
    """Return what tells this content from any other."""
    return sha256(content).hexdigest()[:16]


def levels_of(content: bytes, path: Path) -> Levels:
    """Return the service levels that stand in this content of the file. Raises WrongLevels."""
    try:
        read = yaml.load(content.decode(), Loader=_Loader)  # noqa: S506 - it is a SafeLoader, only stricter
    except UnicodeDecodeError as error:
        raise WrongLevels(f"{path} is not UTF-8: {error.reason} at byte {error.start}") from None
    except (yaml.YAMLError, ValueError) as error:
        raise WrongLevels(f"{path} is not YAML: {error}") from None
    if not isinstance(read, dict):
        raise WrongLevels(f"{path} says nothing that is a setting: begin it with `version: 1`")
    try:
        return levels(LevelsFile.model_validate(read), digest=digest_of(content))
    except ValidationError as error:
        lines = [
            f"  {'/'.join(str(step) for step in found['loc']) or '/'}: {found['msg'].removeprefix('Value error, ')}"
            for found in error.errors(include_input=False, include_url=False)
        ]
        raise WrongLevels(f"{path} is wrong:\n" + "\n".join(lines)) from None


class _Loader(yaml.SafeLoader):
    """A key that stands there twice is an error: its first value would be dropped without a word. Dates stay text."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value if isinstance(node, yaml.MappingNode) else ():
            if isinstance(key, yaml.ScalarNode) and key.tag != "tag:yaml.org,2002:merge":
                if key.value in seen:
                    raise yaml.constructor.ConstructorError(
                        None, None, f"{key.value!r} stands here twice: write it once", key.start_mark
                    )
                seen.add(key.value)
        return super().construct_mapping(node, deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in known if tag != "tag:yaml.org,2002:timestamp"]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
