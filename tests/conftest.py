"""What every test level shares: the header that says on what the tests stand."""

import os
import shutil

from deploy.local.infra import kafka_choice


def pytest_report_header() -> str:
    """Say which Kafka and MongoDB the integration and e2e levels will use."""
    if os.environ.get("EARSHOT_KAFKA_BOOTSTRAP") and os.environ.get("EARSHOT_MONGO_URL"):
        return "backing: the Kafka and MongoDB that the environment names"
    choice = kafka_choice("auto")
    if choice == "auto":
        choice = "real" if shutil.which("java") else "mock"
        forced = ""
    else:
        forced = " (EARSHOT_KAFKA)"
    kafka = "Apache Kafka in a JVM" if choice == "real" else "librdkafka's MOCK cluster: proofs about Kafka are skipped"
    return f"backing: {kafka}{forced}; a real mongod"
