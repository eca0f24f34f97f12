"""One Kafka and one MongoDB for tests and measurements."""

from pathlib import Path

import pytest
from confluent_kafka import Consumer, Message, Producer
from confluent_kafka.admin import AdminClient
from confluent_kafka.cimpl import NewTopic
from pymongo import MongoClient

from deploy.local.infra import Backing, infra
from deploy.local.kafka.unavailable import RealKafkaUnavailable
from tests.integration.deploy.processes_alive import eventually, mentioning


@pytest.fixture(autouse=True)
def _nothing_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EARSHOT_KAFKA_BOOTSTRAP", raising=False)
    monkeypatch.delenv("EARSHOT_MONGO_URL", raising=False)


def keep(backing: Backing, what: str) -> None:
    with MongoClient[dict[str, object]](backing.mongo_url) as client:
        client.test.kept.insert_one({"what": what})


def kept(backing: Backing) -> list[object]:
    with MongoClient[dict[str, object]](backing.mongo_url) as client:
        return [found["what"] for found in client.test.kept.find()]


async def test_mongodb_keeps_what_was_written_though_it_is_killed_and_moves_to_another_port(tmp_path: Path) -> None:
    async with infra(tmp_path, "mock") as backing:
        keep(backing, "before")
        assert backing.mongod
        await backing.mongod.kill()
        assert backing.mongod.fell.is_set()
        first = backing.mongo_url

    async with infra(tmp_path, "mock") as backing:
        assert backing.mongo_url != first
        assert kept(backing) == ["before"]


async def test_mongodb_that_fell_can_be_started_again_in_its_place(tmp_path: Path) -> None:
    async with infra(tmp_path, "mock") as backing:
        assert backing.mongod
        keep(backing, "before")
        await backing.mongod.kill()

        await backing.mongod.restart()

        assert kept(backing) == ["before"]


async def test_the_mock_has_three_brokers_and_says_what_it_is(tmp_path: Path) -> None:
    async with infra(tmp_path, "mock") as backing:
        assert backing.kafka_kind == "mock"
        assert len(AdminClient({"bootstrap.servers": backing.kafka_bootstrap}).list_topics(timeout=5).brokers) == 3


async def test_an_error_inside_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        async with infra(tmp_path, "mock"):
            raise ZeroDivisionError

    assert not mentioning(tmp_path)


async def test_what_the_environment_names_is_used_and_nothing_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EARSHOT_KAFKA_BOOTSTRAP", "kafka.example:9092")
    monkeypatch.setenv("EARSHOT_MONGO_URL", "mongodb://mongo.example")

    async with infra(tmp_path, "real") as backing:
        assert (backing.kafka_bootstrap, backing.mongo_url) == ("kafka.example:9092", "mongodb://mongo.example")
        assert backing.children == []


async def test_real_kafka_that_cannot_be_had_is_an_error_and_never_a_mock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))

    with pytest.raises(RealKafkaUnavailable, match="JAVA_HOME"):
        async with infra(tmp_path / "data", "real"):
            raise AssertionError("there is no Java")

    await eventually(lambda: not mentioning(tmp_path))


async def test_without_java_the_mock_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    monkeypatch.delenv("EARSHOT_KAFKA", raising=False)

    async with infra(tmp_path / "data", "auto") as backing:
        assert backing.kafka_kind == "mock"


@pytest.mark.real_kafka
async def test_kafka_keeps_topics_and_messages_over_a_kill_and_makes_no_topic_by_itself(tmp_path: Path) -> None:
    async with infra(tmp_path, "real") as backing:
        admin = AdminClient({"bootstrap.servers": backing.kafka_bootstrap})
        admin.create_topics([NewTopic("kept", 1, 1)])["kept"].result(timeout=15)
        producer = Producer({"bootstrap.servers": backing.kafka_bootstrap, "acks": "all"})
        producer.produce("kept", b"before")
        assert producer.flush(15) == 0
        assert backing.kafka
        await backing.kafka.kill()

    async with infra(tmp_path, "real") as backing:
        settings = {"bootstrap.servers": backing.kafka_bootstrap, "group.id": "g", "auto.offset.reset": "earliest"}
        consumer = Consumer(settings)
        consumer.subscribe(["kept"])
        message: Message | None = consumer.poll(30)
        topics = consumer.list_topics(timeout=15).topics
        consumer.close()

        assert message is not None
        assert message.value() == b"before"
        assert {name for name in topics if not name.startswith("__")} == {"kept"}
