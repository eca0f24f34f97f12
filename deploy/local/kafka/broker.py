"""A real Kafka: one KRaft node that is broker and controller, in one small JVM."""

import asyncio
import base64
import secrets
from pathlib import Path

from confluent_kafka import KafkaException
from confluent_kafka.admin import AdminClient

from deploy.local.child import Child
from deploy.local.home import Home
from deploy.local.kafka.jars import Jars
from deploy.local.ports import Ports
from deploy.local.readiness import port_open

LOGGING = Path(__file__).with_name("log4j2.properties")

# Measured to "ready" on two cores: plain 2.8 s, serial collector 2.5 s, C1 only 2.1 s (but a slower broker for as long
# as it runs), a class archive of its own 1.5 s (but 4 s more to make it, and 50 MB). The serial one costs nothing.
JVM = ("-Xmx400m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true")


def properties(*, port: int, controller_port: int, logs: Path) -> dict[str, str]:
    """Production's rules where they can be had with one node; small internal topics, so that the start is quick."""
    return {
        "process.roles": "broker,controller",
        "node.id": "1",
        "controller.quorum.voters": f"1@127.0.0.1:{controller_port}",
        "listeners": f"PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller_port}",
        "advertised.listeners": f"PLAINTEXT://127.0.0.1:{port}",
        "controller.listener.names": "CONTROLLER",
        "inter.broker.listener.name": "PLAINTEXT",
        "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "log.dirs": str(logs),
        "auto.create.topics.enable": "false",
        "default.replication.factor": "1",
        "min.insync.replicas": "1",
        "offsets.topic.replication.factor": "1",
        "offsets.topic.num.partitions": "4",
        "transaction.state.log.replication.factor": "1",
        "transaction.state.log.min.isr": "1",
        "transaction.state.log.num.partitions": "4",
        "share.coordinator.state.topic.replication.factor": "1",
        "share.coordinator.state.topic.min.isr": "1",
        "share.coordinator.state.topic.num.partitions": "4",
        "group.initial.rebalance.delay.ms": "0",
        "log.cleaner.dedupe.buffer.size": "16777216",  # the default is a third of our heap
        # A broker that was killed may only come back when its session of before has run out: by default after 9 s.
        "broker.session.timeout.ms": "4000",
        "broker.heartbeat.interval.ms": "500",
        "num.network.threads": "2",
        "num.io.threads": "4",
    }


async def start_broker(home: Home, ports: Ports, java: Path, jars: Jars) -> tuple[Child, int]:
    """Starts it on the data of the last run, if any. Raises ChildFailed when the storage cannot be formatted."""
    folder = home.path / "kafka"
    folder.mkdir(exist_ok=True)
    port, controller_port = ports.take("kafka", 9092), ports.take("kafka-controller", 9093)
    settings = properties(port=port, controller_port=controller_port, logs=folder / "data")
    config = folder / "server.properties"
    config.write_text("".join(f"{key}={value}\n" for key, value in settings.items()))
    run = [str(java), *JVM, f"-Dlog4j2.configurationFile={LOGGING}", "-cp", f"{jars.folder}/*"]
    if not (folder / "data" / "meta.properties").exists():
        tool = [*run, "kafka.tools.StorageTool", "format", "--ignore-formatted"]
        await home.run("kafka-format", [*tool, "-t", cluster_id(folder), "-c", str(config)])

    async def answers() -> bool:
        return await port_open(port) and await asyncio.to_thread(has_broker, f"127.0.0.1:{port}")

    broker = home.child("kafka", [*run, "kafka.Kafka", str(config)], ready=answers, cwd=folder, stop_within=10)
    await broker.start()
    return broker, port


def cluster_id(folder: Path) -> str:
    """Kafka's form of a UUID (22 characters of URL-safe base64), made once per data folder."""
    file = folder / "cluster-id"
    if not file.exists():
        made = base64.urlsafe_b64encode(secrets.token_bytes(16)).decode().rstrip("=")
        file.write_text("E" + made[1:])  # a leading dash would read as an option
    return file.read_text().strip()


def has_broker(bootstrap: str) -> bool:
    """A client gets metadata that names a broker: it is registered and no longer fenced."""
    try:
        client = AdminClient({"bootstrap.servers": bootstrap, "log_level": 0})
        return len(client.list_topics(timeout=1).brokers) > 0
    except KafkaException:
        return False
