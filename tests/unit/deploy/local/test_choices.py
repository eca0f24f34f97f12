"""What a person can choose, and what is set for them."""

from pathlib import Path

import pytest

from deploy.local.__main__ import parsed
from deploy.local.infra import UnknownChoice, kafka_choice
from deploy.local.kafka.broker import cluster_id, properties
from deploy.local.stack import ALL_SERVICES


def test_the_environment_decides_where_the_caller_leaves_it_open() -> None:
    assert kafka_choice("auto", {}) == "auto"
    assert kafka_choice("auto", {"EARSHOT_KAFKA": "real"}) == "real"
    assert kafka_choice("mock", {"EARSHOT_KAFKA": "real"}) == "mock"


def test_a_misspelt_choice_is_refused() -> None:
    with pytest.raises(UnknownChoice, match="auto, real or mock"):
        kafka_choice("auto", {"EARSHOT_KAFKA": "reel"})


def test_without_a_word_everything_runs() -> None:
    asked = parsed([])

    assert tuple(asked.services) == ALL_SERVICES
    assert not asked.only
    assert not asked.fresh


def test_a_service_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parsed(["--services", "rout"])

    assert "route" in capsys.readouterr().err


def test_the_broker_listens_on_this_machine_only_and_makes_no_topics_by_itself(tmp_path: Path) -> None:
    settings = properties(port=9092, controller_port=9093, logs=tmp_path)

    assert settings["auto.create.topics.enable"] == "false"
    assert settings["listeners"] == "PLAINTEXT://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093"


def test_one_node_is_enough_for_every_internal_topic(tmp_path: Path) -> None:
    settings = properties(port=9092, controller_port=9093, logs=tmp_path)

    for name in ("replication.factor", "min.isr", "min.insync.replicas"):
        assert {value for key, value in settings.items() if key.endswith(name)} == {"1"}


def test_a_data_folder_keeps_its_cluster_id(tmp_path: Path) -> None:
    made = cluster_id(tmp_path)

    assert len(made) == 22
    assert cluster_id(tmp_path) == made
