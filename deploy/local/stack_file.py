"""`stack.json`: what runs where, for the demo, replay, benches and tests. There while the stack is ready, then gone."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from deploy.local.readiness import is_alive


class NoStack(Exception):
    """No stack is ready on this data folder."""


@dataclass(frozen=True)
class StackFile:
    """`urls` and `pids` are by instance, for example `route` and `route-2`; `pids` also holds the supervisor."""

    backing: str  # for people: "kafka 4.1.1 real" or "mock"
    kafka_kind: str  # "real" or "mock"
    kafka_bootstrap: str
    mongo_url: str
    mongo_database: str
    urls: Mapping[str, str]
    ports: Mapping[str, int]
    pids: Mapping[str, int]
    secrets_file: str

    def write(self, data_dir: Path) -> None:
        writing = stack_path(data_dir).with_suffix(".writing")
        writing.write_text(json.dumps(asdict(self), indent=2) + "\n")
        writing.rename(stack_path(data_dir))


def stack_path(data_dir: Path) -> Path:
    return data_dir / "stack.json"


def read_stack(data_dir: Path) -> StackFile:
    """Raises NoStack, also when only the file of a supervisor is left that was killed."""
    try:
        found = StackFile(**json.loads(stack_path(data_dir).read_text()))
    except FileNotFoundError:
        raise NoStack(f"no stack is ready in {data_dir}: start one with `make run`") from None
    if not is_alive(found.pids["supervisor"]):
        raise NoStack(f"the stack in {data_dir} was killed: start one with `make run`")
    return found
