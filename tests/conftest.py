"""What every test level shares: on which Kafka and MongoDB the tests stand, and the header that says so."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from deploy.local.infra import kafka_choice
from tests.containers import contained, docker_answers

_HERE: Final = Path(__file__).parent
_LEVELS: Final = ("unit", "contract", "simulation", "integration", "e2e")
NAMED = ("EARSHOT_KAFKA_BOOTSTRAP", "EARSHOT_MONGO_URL")


def _plan() -> str:
    """Named in the environment, else containers, else programs of this machine, else the mock (DESIGN, section 5)."""
    if all(os.environ.get(name) for name in NAMED):
        return "named"
    if "EARSHOT_KAFKA" not in os.environ and docker_answers():
        return "containers"
    choice = kafka_choice("auto")
    return choice if choice != "auto" else ("real" if shutil.which("java") else "mock")


PLAN = _plan()


def pytest_report_header() -> str:
    """Say what the integration and e2e levels stand on."""
    return {
        "named": "backing: the Kafka and MongoDB that the environment names",
        "containers": "backing: Kafka and MongoDB in containers",
        "real": "backing: Apache Kafka in a JVM and a mongod, both real, started here",
        "mock": "backing: a real mongod, and librdkafka's MOCK cluster: proofs about Kafka itself are SKIPPED",
    }[PLAN]


@pytest.fixture(scope="session")
def machine() -> Iterator[None]:
    """Whatever has to be there before the local stack is started."""
    if PLAN == "containers":
        with contained():
            yield
    else:
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Level by level, in random order within each: what a level starts does not idle beside the tests of another.

    The ten processes of the last level take most of a core by looking whether there is anything to do.
    """
    items.sort(key=lambda item: _LEVELS.index(item.path.relative_to(_HERE).parts[0]))
