"""docs/asyncapi.yaml and the README's table say what the declaration says."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from shared.contracts.asyncapi import asyncapi
from shared.contracts.document import ROOT, asyncapi_yaml, drift, main
from shared.contracts.topic_table import BEGIN, END, kept, topic_table, with_table
from shared.contracts.topics import TOPICS


def test_the_committed_documents_have_not_drifted() -> None:
    assert drift(ROOT) == "", "run `python -m shared.contracts.document`"


def test_the_document_is_the_same_each_time_and_reads_as_what_it_was_made_of() -> None:
    assert asyncapi_yaml() == asyncapi_yaml()
    assert yaml.safe_load(asyncapi_yaml()) == asyncapi()


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return asyncapi()


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    def references(part: Any) -> list[str]:
        if isinstance(part, dict):
            own = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
            return own + [found for value in part.values() for found in references(value)]
        return [found for value in part for found in references(value)] if isinstance(part, list) else []

    for reference in references(document):
        at: Any = document
        for step in reference.removeprefix("#/").split("/"):
            at = at[step]


def test_every_station_sends_what_it_writes_and_receives_what_it_reads(document: dict[str, Any]) -> None:
    expected = {(station, "send", topic.name) for topic in TOPICS for station in topic.writers}
    expected |= {(station, "receive", topic.name) for topic in TOPICS for station in topic.readers}

    found = {
        (name.split(".")[0].replace("-", " "), one["action"], one["channel"]["$ref"].removeprefix("#/channels/"))
        for name, one in document["operations"].items()
    }
    assert found == expected


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
def test_a_channel_tells_its_key_partitions_and_retention(topic: Any, document: dict[str, Any]) -> None:
    kafka = document["channels"][topic.name]["bindings"]["kafka"]

    assert kafka["partitions"] == topic.partitions
    assert ",".join(kafka["topicConfiguration"]["cleanup.policy"]) == topic.config["cleanup.policy"]
    assert str(kafka["topicConfiguration"].get("retention.ms")) == str(topic.config.get("retention.ms"))
    for carried in topic.carries:
        key = document["components"]["messages"][carried.ce_type]["bindings"]["kafka"]["key"]
        assert key["description"] == topic.key.replace("`", "")


def test_the_table_has_a_row_per_topic() -> None:
    head, _, *rows = topic_table().splitlines()

    assert [row.split("|")[1].strip() for row in rows] == [f"`{topic.name}`" for topic in TOPICS]
    assert {row.count("|") for row in rows} == {head.count("|")}


def test_retention_is_told_in_days() -> None:
    assert kept(timedelta(days=30)) == "30 days"
    assert kept(timedelta(hours=36)) == "1.5 days"
    assert kept(None) == "the newest per key"


def test_the_table_goes_between_its_markers_and_touches_nothing_else() -> None:
    text = with_table(f"# Title\n\n{BEGIN}\nold\n{END}\n\nrest\n")

    assert text == f"# Title\n\n{BEGIN}\n{topic_table()}\n{END}\n\nrest\n"
    assert with_table(text) == text


@pytest.mark.parametrize("text", ["", "# no markers\n", f"{BEGIN}\nnever ends\n", f"never begins {END}\n"])
def test_without_both_markers_a_text_stays_as_it_is(text: str) -> None:
    assert with_table(text) == text


def test_check_shows_the_difference_and_mends_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "README.md").write_text(f"{BEGIN}\nold\n{END}\n")

    assert main(["--check"], tmp_path) == 1
    assert "-old" in capsys.readouterr().out
    assert not (tmp_path / "docs").exists()

    assert main([], tmp_path) == 0
    assert main(["--check"], tmp_path) == 0
    assert "care.mentions" in (tmp_path / "README.md").read_text()


def test_without_a_readme_only_the_document_is_written(tmp_path: Path) -> None:
    assert main([], tmp_path) == 0

    assert [path.name for path in tmp_path.iterdir()] == ["docs"]
    assert main(["--check"], tmp_path) == 0


def test_an_unknown_argument_is_refused(tmp_path: Path) -> None:
    assert main(["--chekc"], tmp_path) == 2
    assert not list(tmp_path.iterdir())
