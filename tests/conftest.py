"""What every test level shares: on which Kafka and MongoDB the tests stand, and the header that says so."""

import os
import shutil
from collections.abc import Iterator

import pytest

from deploy.local.infra import kafka_choice
from tests.containers import contained, docker_answers

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
