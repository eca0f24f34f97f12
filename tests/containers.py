"""Kafka and MongoDB in containers, for machines where a Docker engine answers and the environment names none."""

import gc
import os
import warnings
from collections.abc import Iterator, MutableMapping
from contextlib import ExitStack, contextmanager

import docker
from docker.errors import DockerException
from testcontainers.community.kafka import KafkaContainer
from testcontainers.core.container import DockerContainer
from testcontainers.core.wait_strategies import LogMessageWaitStrategy

KAFKA_IMAGE = "confluentinc/cp-kafka:7.9.1"
MONGO_IMAGE = "mongo:7.0.14"


def docker_answers() -> bool:
    """Is there a Docker engine? EARSHOT_TESTCONTAINERS=0 says no without asking."""
    if os.environ.get("EARSHOT_TESTCONTAINERS") == "0":
        return False
    try:
        client = docker.from_env(timeout=3)
        try:
            client.ping()
        finally:
            client.close()
    except DockerException:
        pass  # said below
    else:
        return True
    with warnings.catch_warnings():
        # docker leaves the socket open on which nobody answered, and pytest would blame whichever test runs then.
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()
    return False


@contextmanager
def contained(environment: MutableMapping[str, str] = os.environ) -> Iterator[None]:
    """Start both and name them in the environment, where the local stack finds them; end them on the way out."""
    with ExitStack() as ending:
        kafka = ending.enter_context(KafkaContainer(KAFKA_IMAGE).with_kraft())
        mongo = ending.enter_context(
            DockerContainer(MONGO_IMAGE)
            .with_exposed_ports(27017)
            .with_command("mongod --replSet earshot --bind_ip_all")
            .waiting_for(LogMessageWaitStrategy("Waiting for connections"))
        )
        mongo.exec(["mongosh", "--quiet", "--eval", "rs.initiate()"])
        address = f"{mongo.get_container_host_ip()}:{mongo.get_exposed_port(27017)}"
        named = {
            "EARSHOT_KAFKA_BOOTSTRAP": kafka.get_bootstrap_server(),
            # The set's own member name is known inside the container only, so the one node is addressed directly.
            "EARSHOT_MONGO_URL": f"mongodb://{address}/?directConnection=true",
        }
        environment.update(named)
        try:
            yield
        finally:
            for name in named:
                environment.pop(name, None)
