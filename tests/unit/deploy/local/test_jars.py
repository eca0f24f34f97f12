"""Where the jars of the broker come from."""

import re
from pathlib import Path

import pytest

from deploy.local.kafka.jars import Jars, find_jars, jars_in, pinned_version, user_cache
from deploy.local.kafka.maven import jar_arrived
from deploy.local.kafka.unavailable import RealKafkaUnavailable
from deploy.local.progress import Silent, State


class Remembered(Silent):
    def __init__(self) -> None:
        self.warnings: list[str] = []

    def say(self, name: str, text: str, state: State = State.WORKING) -> None:
        if state is State.WARNING:
            self.warnings.append(text)


def a_kafka(folder: Path, version: str = "4.1.1") -> Path:
    folder.mkdir(parents=True)
    for jar in (f"kafka_2.13-{version}.jar", f"kafka-clients-{version}.jar"):
        (folder / jar).touch()
    return folder


def test_the_pom_pins_a_kafka_4() -> None:
    assert re.fullmatch(r"4\.\d+\.\d+", pinned_version())


def test_half_a_download_is_no_kafka(tmp_path: Path) -> None:
    (tmp_path / "kafka_2.13-4.1.1.jar").touch()

    assert jars_in(tmp_path) is None


def test_the_folder_that_was_named_comes_first(tmp_path: Path) -> None:
    a_kafka(tmp_path / "data" / "kafka" / "libs")
    libs = a_kafka(tmp_path / "home" / "libs", "4.0.0")

    found = find_jars(tmp_path / "data", Silent(), {"EARSHOT_KAFKA_HOME": str(tmp_path / "home")})

    assert found == Jars(libs, "4.0.0")


def test_a_named_folder_without_a_kafka_4_is_refused(tmp_path: Path) -> None:
    a_kafka(tmp_path / "libs", "3.6.0")

    with pytest.raises(RealKafkaUnavailable, match="EARSHOT_KAFKA_HOME"):
        find_jars(tmp_path, Silent(), {"EARSHOT_KAFKA_HOME": str(tmp_path)})


def test_an_old_kafka_home_of_someone_else_is_passed_over_and_said(tmp_path: Path) -> None:
    environment = {"KAFKA_HOME": str(a_kafka(tmp_path / "old", "3.6.0")), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    cached = a_kafka(user_cache(environment), pinned_version())
    said = Remembered()

    assert find_jars(tmp_path / "data", said, environment) == Jars(cached, pinned_version())
    assert len(said.warnings) == 1


def test_a_fresh_clone_finds_what_another_clone_of_the_same_user_fetched(tmp_path: Path) -> None:
    environment = {"XDG_CACHE_HOME": str(tmp_path)}
    a_kafka(user_cache(environment), pinned_version())

    assert find_jars(tmp_path / "a fresh clone", Silent(), environment) is not None


def test_a_download_under_way_is_not_found(tmp_path: Path) -> None:
    environment = {"XDG_CACHE_HOME": str(tmp_path)}
    a_kafka(user_cache(environment).parent / ".download-abc" / "libs", pinned_version())

    assert find_jars(tmp_path / "data", Silent(), environment) is None


@pytest.mark.parametrize(
    ("line", "jar"),
    [
        ("Downloaded from central: https://host/a/b/zstd-jni-1.jar (6.7 MB at 3.1 MB/s)", "zstd-jni-1.jar (6.7 MB)"),
        ("[INFO] Downloaded from mirror: https://host/a.jar", "a.jar"),
        ("Downloading from central: https://host/a.jar", None),
        ("Downloaded from central: https://host/a.pom (2 kB at 1 kB/s)", None),
    ],
)
def test_what_arrives_is_told_by_name(line: str, jar: str | None) -> None:
    assert jar_arrived(line) == jar
