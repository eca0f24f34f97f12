"""Reading a YAML file that operators write, with errors that say where and what to write."""

from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

M = TypeVar("M", bound=BaseModel)


class WrongFile(Exception):
    """The file cannot be used; the message names each place and what to write there."""


def content_of(path: Path, *, setting: str) -> bytes:
    """Return what stands in the file. Raises WrongFile when it cannot be read; `setting` is what names the file."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise WrongFile(f"{path}: {error.strerror}. Set {setting} to your {path.name}.") from None


def digest_of(content: bytes) -> str:
    """Return what tells this content from any other."""
    return sha256(content).hexdigest()[:16]


def checked(model: type[M], content: bytes, path: Path, *, context: Any = None) -> M:
    """Return what stands in this content of the file, once the model has accepted it. Raises WrongFile."""
    try:
        read = yaml.load(content.decode(), Loader=_Loader)  # noqa: S506 - it is a SafeLoader, only stricter
    except UnicodeDecodeError as error:
        raise WrongFile(f"{path} is not UTF-8: {error.reason} at byte {error.start}") from None
    except (yaml.YAMLError, ValueError) as error:
        raise WrongFile(f"{path} is not YAML: {error}") from None
    if not isinstance(read, dict):
        raise WrongFile(f"{path} says nothing that is a setting: begin it with `version: 1`")
    try:
        return model.model_validate(read, context=context)
    except ValidationError as error:
        lines = [
            f"  {'/'.join(str(step) for step in found['loc']) or '/'}: {found['msg'].removeprefix('Value error, ')}"
            for found in error.errors(include_input=False, include_url=False)
        ]
        raise WrongFile(f"{path} is wrong:\n" + "\n".join(lines)) from None


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
