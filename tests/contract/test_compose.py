"""docker-compose.yml runs the same processes as `make run`, with settings that exist, and lets nobody in."""

import os
import re
import shutil
import subprocess
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from deploy.local.processes import SERVICES, ProcessSpec
from services.classify.settings import LaneSettings
from services.classify.understanding.file import read_understanding
from shared.contracts.topics import TOPICS
from shared.directory.file import WrongDirectory, read_directory
from shared.levels.file import read_levels
from shared.runtime.settings import Settings
from tests.contract.imports import ROOT, reached, source

TEXT: Final = (ROOT / "docker-compose.yml").read_text()
COMPOSE: Final[dict[str, Any]] = yaml.safe_load(TEXT)
CONTAINERS: Final[dict[str, dict[str, Any]]] = COMPOSE["services"]
OURS: Final = {name: one for name, one in CONTAINERS.items() if "build" in one}
STATIONS: Final = {name: one for name, one in OURS.items() if name != "prepare"}
DIRECTORY: Final = ROOT / "deploy/compose/earshot.yaml"
LEVELS: Final = ROOT / "deploy/compose/levels.yaml"
UNDERSTANDING: Final = ROOT / "deploy/compose/understanding.yaml"
ENV_EXAMPLE: Final = ROOT / "deploy/compose/.env.example"

each_container = pytest.mark.parametrize("name", CONTAINERS)
each_of_ours = pytest.mark.parametrize("name", OURS)
each_process = pytest.mark.parametrize("spec", SERVICES, ids=lambda spec: spec.name)


def references() -> set[str]:
    """The variables that the directory refers to."""
    return set(re.findall(r'"env:(\w+)"', DIRECTORY.read_text()))


def test_the_processes_are_those_of_the_local_stack_and_the_one_shot() -> None:
    assert CONTAINERS.keys() == {"kafka", "mongo", "prepare", *(spec.name for spec in SERVICES)}


@each_process
def test_a_process_is_started_as_the_local_stack_starts_it(spec: ProcessSpec) -> None:
    assert CONTAINERS[spec.name]["command"] == [spec.module, *spec.command.split()]


@each_process
def test_a_process_is_where_a_person_expects_it_on_this_machine_only(spec: ProcessSpec) -> None:
    container = CONTAINERS[spec.name]

    assert container["ports"] == [f"127.0.0.1:{spec.port}:{container['environment']['EARSHOT_HTTP_PORT']}"]


@each_process
def test_a_process_is_healthy_when_it_says_that_it_is_ready(spec: ProcessSpec) -> None:
    container = CONTAINERS[spec.name]
    port = container["environment"]["EARSHOT_HTTP_PORT"]

    assert spec.ready_path == "/health/ready"
    assert container["healthcheck"]["test"] == ["CMD", "python", "-m", "deploy.healthcheck", f"127.0.0.1:{port}"]


@each_container
def test_what_runs_on_has_a_health_check_and_comes_back_when_it_falls(name: str) -> None:
    container = CONTAINERS[name]
    if name == "prepare":
        assert container["healthcheck"] == {"disable": True}
        assert container["restart"] == "on-failure"
    else:
        assert container["healthcheck"]["test"][0] == "CMD"
        assert container["restart"] == "unless-stopped"
        assert container["stop_grace_period"]


def test_stations_wait_for_topics_and_indexes_and_these_for_kafka_and_mongodb() -> None:
    assert CONTAINERS["prepare"]["command"] == ["deploy.prepare"]
    assert CONTAINERS["prepare"]["depends_on"] == {
        "kafka": {"condition": "service_healthy"},
        "mongo": {"condition": "service_healthy"},
    }
    for container in STATIONS.values():
        assert container["depends_on"] == {"prepare": {"condition": "service_completed_successfully"}}


def test_topics_come_from_the_declaration_alone() -> None:
    assert CONTAINERS["kafka"]["environment"]["KAFKA_AUTO_CREATE_TOPICS_ENABLE"] == "false"
    assert not [topic.name for topic in TOPICS if topic.name in TEXT]


def test_kafka_remembers_offsets_at_least_as_long_as_records() -> None:
    """Else a group that was away would start over, or skip."""
    minutes = int(CONTAINERS["kafka"]["environment"]["KAFKA_OFFSETS_RETENTION_MINUTES"])

    assert all(topic.retention.total_seconds() <= minutes * 60 for topic in TOPICS if topic.retention is not None)


@each_container
def test_a_container_has_no_rights_that_it_does_not_need(name: str) -> None:
    container = CONTAINERS[name]

    assert container["cap_drop"] == ["ALL"]
    assert container["security_opt"] == ["no-new-privileges:true"]
    assert str(container["user"]).split(":")[0] not in ("0", "root")
    assert container["mem_limit"]
    assert container["pids_limit"]
    assert not container.keys() & {"privileged", "network_mode", "cap_add", "devices", "pid", "ipc"}


@each_container
def test_a_file_system_is_read_only_but_for_kafkas(name: str) -> None:
    if name != "kafka":
        assert CONTAINERS[name]["read_only"] is True
        assert CONTAINERS[name]["tmpfs"] == ["/tmp"]  # noqa: S108 - of the container


@each_of_ours
def test_our_containers_run_as_the_user_of_the_image(name: str) -> None:
    user = CONTAINERS[name]["user"]

    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", user)
    assert f"USER {user}" in (ROOT / "deploy/Dockerfile").read_text()


@each_container
def test_ports_are_published_on_the_loopback_interface_only(name: str) -> None:
    assert all(port.startswith("127.0.0.1:") for port in CONTAINERS[name].get("ports", ()))


@each_container
def test_an_image_of_others_is_pinned(name: str) -> None:
    container = CONTAINERS[name]
    if "build" not in container:
        assert re.fullmatch(r"[a-z/]+:\d+\.\d+\.\d+", container["image"])
    assert ":latest" not in TEXT


@each_of_ours
def test_a_variable_is_a_setting_of_the_process_or_stands_in_the_directory(name: str) -> None:
    module = import_module("deploy.prepare" if name == "prepare" else f"{CONTAINERS[name]['command'][0]}.settings")
    classes = [one for one in vars(module).values() if isinstance(one, type) and issubclass(one, Settings)]
    known = {f"EARSHOT_{field.upper()}" for one in classes for field in one.model_fields}

    assert CONTAINERS[name]["environment"].keys() <= known | references()


@each_process
def test_who_reads_the_directory_has_it_and_its_secrets_and_nobody_else_does(spec: ProcessSpec) -> None:
    """A process that needs no secret holds none."""
    container = CONTAINERS[spec.name]
    reads = reads_with("shared.directory.file", spec)

    variables = container["environment"].keys()
    assert variables >= references() if reads else not variables & references()
    assert reads == ("EARSHOT_CONFIG" in variables)
    assert container["environment"].get("EARSHOT_CONFIG", "/etc/earshot/earshot.yaml") == "/etc/earshot/earshot.yaml"


@each_process
def test_who_reads_the_service_levels_has_them(spec: ProcessSpec) -> None:
    where = CONTAINERS[spec.name]["environment"].get("EARSHOT_LEVELS")

    assert where in ("/etc/earshot/levels.yaml", None)
    assert where is not None or not reads_with("shared.levels.file", spec)


@each_process
def test_who_reads_how_posts_are_understood_has_it(spec: ProcessSpec) -> None:
    where = CONTAINERS[spec.name]["environment"].get("EARSHOT_UNDERSTANDING")
    reads = reads_with("services.classify.understanding.file", spec)

    assert where == ("/etc/earshot/understanding.yaml" if reads else None)


@each_process
def test_who_reads_a_file_of_ours_has_its_folder_and_nobody_else_does(spec: ProcessSpec) -> None:
    """The folder and not the file: a mounted file would stay the one that was there when the container started."""
    container = CONTAINERS[spec.name]
    reads = {"EARSHOT_CONFIG", "EARSHOT_LEVELS", "EARSHOT_UNDERSTANDING"} & container["environment"].keys()
    mounted = [volume for volume in container.get("volumes", ()) if ":/etc/earshot" in volume]

    assert mounted == (["${EARSHOT_DIRECTORY:-./deploy/compose}:/etc/earshot:ro"] if reads else [])


def test_the_example_of_the_service_levels_is_right() -> None:
    assert read_levels(LEVELS).book.policies


def test_the_example_of_understanding_is_right() -> None:
    assert read_understanding(UNDERSTANDING, LaneSettings().languages).of("discus").not_harm is not None


def test_a_secret_comes_from_outside_and_must_be_set() -> None:
    for name in references():
        values = {container["environment"].get(name) for container in OURS.values()} - {None}
        assert values == {f"${{{name}:?set it in .env}}"}


def test_the_example_of_the_environment_names_every_variable_and_gives_no_secret() -> None:
    lines = [line for line in ENV_EXAMPLE.read_text().splitlines() if line and not line.startswith("#")]

    assert sorted(lines) == sorted(f"{name}=" for name in references())


def test_the_example_directory_is_right_once_its_variables_are_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in references():
        monkeypatch.setenv(name, made_up(name))

    assert not any(account.armed for account in read_directory(DIRECTORY).accounts)


def test_the_example_directory_refuses_to_be_read_without_its_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in references():
        monkeypatch.delenv(name, raising=False)

    with pytest.raises(WrongDirectory, match="EARSHOT_SECRET_HELPDESK is not set"):
        read_directory(DIRECTORY)


@each_container
def test_data_is_on_volumes_that_are_declared(name: str) -> None:
    volumes = [volume.split(":")[0] for volume in CONTAINERS[name].get("volumes", ())]

    assert {volume for volume in volumes if not volume.startswith("$")} <= COMPOSE["volumes"].keys()


def reads_with(module: str, spec: ProcessSpec) -> bool:
    """Does the wiring of this process come to that module?"""
    wiring = [f"{spec.module}.wiring", f"{spec.module}.wiring.{spec.command}"]
    return module in reached(one for one in wiring if source(one))


def made_up(name: str) -> str:
    return "https://square.example" if name.endswith("_URL") else f"made-up-{name.lower()}"


def compose_command() -> list[str] | None:
    """`docker compose` or `docker-compose`, whichever is here. Neither needs an engine to read a file."""
    for command in (["docker", "compose"], ["docker-compose"]):
        if not shutil.which(command[0]):
            continue
        if subprocess.run([*command, "version"], check=False, capture_output=True).returncode == 0:
            return command
    return None


def config(tmp_path: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = compose_command()
    if command is None:
        pytest.skip("there is neither `docker compose` nor `docker-compose` here")
    # An empty file instead of a developer's own .env.
    (tmp_path / "empty.env").touch()
    arguments = ["--env-file", str(tmp_path / "empty.env"), "-f", str(ROOT / "docker-compose.yml"), "config", "-q"]
    own = {name: value for name, value in os.environ.items() if not name.startswith("EARSHOT_")}
    return subprocess.run([*command, *arguments], check=False, env=own | environment, capture_output=True, text=True)


def test_compose_accepts_the_file(tmp_path: Path) -> None:
    found = config(tmp_path, {name: made_up(name) for name in references()})

    assert found.returncode == 0, found.stderr


def test_compose_refuses_to_start_without_a_secret(tmp_path: Path) -> None:
    found = config(tmp_path, {one: made_up(one) for one in references()} | {"EARSHOT_SECRET_HELPDESK": ""})

    assert found.returncode != 0
    assert "set it in .env" in found.stderr
