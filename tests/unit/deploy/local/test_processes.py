"""The table of processes, and the demo configuration that they read."""

from pathlib import Path

import pytest
import yaml

from deploy.local.processes import BY_NAME, CONFIG, LEVELS, SERVICES, TOWNSQUARE, UNDERSTANDING, process_environment
from deploy.local.secret_file import MADE_HERE, PASSWORDS, SETTINGS, TOWNSQUARE_TOKEN, for_processes
from services.classify.settings import LaneSettings
from services.classify.understanding.file import read_understanding
from shared.case.state.policy import Facts
from shared.directory.file import read_directory
from shared.levels.file import read_levels
from tests.builders import NOON

GIVEN = {"EARSHOT_TOWNSQUARE_URL", TOWNSQUARE_TOKEN, *MADE_HERE, *PASSWORDS.values()} - SETTINGS


def test_no_two_processes_share_a_name_or_a_port() -> None:
    assert len(BY_NAME) == len(SERVICES) + 1
    assert len({spec.port for spec in BY_NAME.values()}) == len(BY_NAME)


def test_the_two_classifiers_differ_in_their_word_alone(tmp_path: Path) -> None:
    lane, storms = (BY_NAME[name].argv(port=1, data_dir=tmp_path) for name in ("classify-lane", "classify-storms"))

    assert lane[1:] == ["-m", "services.classify", "lane"]
    assert storms[1:] == ["-m", "services.classify", "storms"]


def test_the_town_square_is_told_its_port_and_ledger(tmp_path: Path) -> None:
    argv = TOWNSQUARE.argv(port=4711, data_dir=tmp_path)

    assert argv[3:] == ["--port", "4711", "--ledger", f"{tmp_path}/ledger.sqlite"]


def test_a_process_listens_on_this_machine_only(tmp_path: Path) -> None:
    environment = process_environment(port=4711, data_dir=tmp_path, config=CONFIG)

    assert environment["EARSHOT_HTTP_HOST"] == "127.0.0.1"
    assert environment["EARSHOT_HTTP_PORT"] == "4711"


def test_the_demo_refers_to_exactly_what_the_stack_gives() -> None:
    """No secret stands in the file, and none is made for nothing."""
    references = {word.removeprefix("env:") for word in _words(yaml.safe_load(CONFIG.read_text())) if "env:" in word}

    assert references == GIVEN


def test_the_demo_is_a_valid_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in GIVEN:
        monkeypatch.setenv(name, "http://a-value-of-some-length")
    for name, value in for_processes(dict.fromkeys(PASSWORDS, "a-password")).items():
        monkeypatch.setenv(name, value)

    directory = read_directory(CONFIG)

    roles = {agent.name: agent.role for agent in directory.agents}
    assert roles == {"Mira": "supervisor", "Joris": "agent", "Ada": "admin"}


def test_the_demo_has_valid_service_levels_that_starve_nobody() -> None:
    """Its agents have no certification and no skill, so no queue may ask for one."""
    book = read_levels(LEVELS).book
    facts = Facts(brand="discus", network="mastodon", severity="critical", at=NOON)

    assert book.terms(facts).first_response == 15 * 60
    assert not any(queue.skills or queue.certifications for queue in book.queues)


def test_every_process_is_told_where_the_service_levels_stand(tmp_path: Path) -> None:
    assert process_environment(port=4711, data_dir=tmp_path, config=CONFIG)["EARSHOT_LEVELS"] == str(LEVELS)


def test_every_process_is_told_where_it_stands_how_posts_are_understood(tmp_path: Path) -> None:
    environment = process_environment(port=4711, data_dir=tmp_path, config=CONFIG)

    assert environment["EARSHOT_UNDERSTANDING"] == str(UNDERSTANDING)


def test_the_demo_takes_the_names_of_films_for_no_harm() -> None:
    not_harm = read_understanding(UNDERSTANDING, LaneSettings().languages).of("discus").not_harm

    assert not_harm is not None
    assert not_harm.find(["is", "kill", "bill", "back"])


def _words(value: object) -> list[str]:
    if isinstance(value, dict):
        return [word for part in value.values() for word in _words(part)]
    if isinstance(value, list):
        return [word for part in value for word in _words(part)]
    return [str(value)]
