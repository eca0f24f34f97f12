"""Kafka in memory: librdkafka's mock cluster as a process of its own.

It runs as `python -m deploy.local.kafka.mock ADDRESS_FILE`, writes its bootstrap servers there, and lives until it is
ended.
"""

import signal
import sys
import threading
from pathlib import Path

from confluent_kafka import Producer

from deploy.local.child import Child
from deploy.local.home import Home

BROKERS = 3
CANNOT = (
    "Kafka here is librdkafka's mock cluster in memory: it forgets everything when it ends, keeps at most 5 MB per "
    "partition (older messages are dropped silently), creates topics by itself with 4 partitions, knows no retention, "
    "compaction or transactions, and proves nothing about Kafka"
)


async def start_mock(home: Home) -> tuple[Child, Path]:
    """`wait_ready` of the child returns when the address is in the file."""
    address = home.path / "kafka-mock.address"
    address.unlink(missing_ok=True)

    async def announced() -> bool:
        return address.exists()

    child = home.child("kafka-mock", [sys.executable, "-m", __name__, str(address)], ready=announced)
    await child.start()
    return child, address


def main() -> None:
    ended = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    cluster = Producer({"bootstrap.servers": "made-here", "test.mock.num.brokers": BROKERS})
    brokers = cluster.list_topics(timeout=10).brokers.values()
    address = Path(sys.argv[1])
    writing = address.with_suffix(".writing")
    writing.write_text(",".join(f"{broker.host}:{broker.port}" for broker in brokers))
    writing.rename(address)
    ended.wait()


if __name__ == "__main__":
    main()
