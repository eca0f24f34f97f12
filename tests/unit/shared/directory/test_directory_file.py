"""A wrong earshot.yaml is refused with a message that says where and what, and never what is secret."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from shared.directory.file import WrongDirectory, read_directory
from shared.directory.model import Directory

SECRET = "whsec_c2VjcmV0LW9mLXRoZS1oZWxwZGVzaw=="


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELPDESK_SECRET", SECRET)
    monkeypatch.setenv("SHORT_SECRET", "hunter2")
    monkeypatch.delenv("UNSET_SECRET", raising=False)
    monkeypatch.setenv("EMPTY_SECRET", "")


def a_file() -> dict[str, Any]:
    """A right file, for a test to make one thing wrong in."""
    return {
        "version": 1,
        "brands": [{"id": "discus", "name": "Discus DVD Rental"}],
        "accounts": [
            {
                "id": "discus@townsquare",
                "brand": "discus",
                "network": "mastodon",
                "base_url": "https://square.example",
                "token": "env:HELPDESK_SECRET",
            }
        ],
        "senders": [{"id": "helpdesk", "brand": "discus", "standard_webhooks": ["env:HELPDESK_SECRET"]}],
        "agents": [{"id": "mira", "name": "Mira", "key": "env:HELPDESK_SECRET"}],
    }


def read(folder: Path, content: Any) -> Directory:
    path = folder / "earshot.yaml"
    path.write_text(content if isinstance(content, str) else yaml.safe_dump(content))
    return read_directory(path)


def complaint(folder: Path, content: Any) -> str:
    with pytest.raises(WrongDirectory) as caught:
        read(folder, content)
    message = str(caught.value)
    assert str(folder / "earshot.yaml") in message
    assert SECRET not in message
    return message


def test_a_right_file_is_read_with_its_references_followed(tmp_path: Path) -> None:
    found = read(tmp_path, a_file())

    assert found.senders[0].standard_webhooks[0].get_secret_value() == SECRET
    assert found.account("discus@townsquare") == found.accounts[0]
    assert found.account("somebody else's") is None


def test_a_file_reference_is_read_from_the_file_without_its_line_end(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(f"{SECRET}\n")
    content = a_file()
    content["agents"][0]["key"] = f"file:{tmp_path / 'secret'}"

    assert read(tmp_path, content).agents[0].key.get_secret_value() == SECRET


def test_an_account_speaks_only_when_somebody_armed_it(tmp_path: Path) -> None:
    assert read(tmp_path, a_file()).accounts[0].armed is False


def test_a_secret_does_not_show_when_the_directory_is_printed(tmp_path: Path) -> None:
    found = read(tmp_path, a_file())

    assert SECRET not in repr(found)
    assert SECRET not in str(found.model_dump())
    assert SECRET not in found.model_dump_json()


WRONG: dict[str, tuple[str, Any, str]] = {
    "no version": ("version", None, "version: Input should be 1"),
    "a later version": ("version", 2, "version: Input should be 1"),
    "no brand at all": ("brands", [], "brands: Tuple should have at least 1 item"),
    "an unknown word": ("webhooks", [], "webhooks: Extra inputs are not permitted"),
    "a misspelt word": ("brands/0/nmae", "x", "brands/0/nmae: Extra inputs are not permitted"),
    "an id that is none": ("brands/0/id", "Discus DVD", "brands/0/id: String should match pattern"),
    "a brand twice": ("brands/1", {"id": "discus", "name": "Again"}, "brands: id used twice: discus"),
    "an account of nobody's": ("accounts/0/brand", "disco", "unknown brand: disco; known are discus"),
    "a sender of nobody's": ("senders/0/brand", "disco", "unknown brand: disco; known are discus"),
    "an agent for nobody": ("agents/0/brands", ["disco"], "unknown brand: disco; known are discus"),
    "a network we do not speak": ("accounts/0/network", "orkut", "accounts/0/network: Input should be 'mastodon'"),
    "an address without scheme": ("accounts/0/base_url", "square.example", "accounts/0/base_url: String should match"),
    "too eager a poll": ("accounts/0/poll_seconds", 0.01, "accounts/0/poll_seconds: Input should be greater"),
    "no capacity": ("agents/0/capacity", 0, "agents/0/capacity: Value error, 0 would be an agent who"),
    "less than no capacity": ("agents/0/capacity", -1, "agents/0/capacity: Input should be greater"),
    "too much capacity": ("agents/0/capacity", 1001, "agents/0/capacity: Input should be less"),
    "a capacity that is none": ("agents/0/capacity", True, "agents/0/capacity: Input should be a valid integer"),
    "no name": ("agents/0/name", " ", "agents/0/name: Value error, a name has to say something"),
    "a name of two lines": ("agents/0/name", "Mi\nra", "agents/0/name: Value error, a name is one line"),
    "a role that is none": ("agents/0/role", "boss", "agents/0/role: Input should be 'agent', 'supervisor' or 'admin'"),
    "a skill in words": ("agents/0/skills", ["DVD repair"], "agents/0/skills/0: String should match pattern"),
    "a skill alone": ("agents/0/skills", "dvd", "agents/0/skills: Input should be a valid frozenset"),
    "a language with a region": ("agents/0/languages", ["nl-NL"], "agents/0/languages/0: Value error, a language is a"),
    "a language in capitals": ("agents/0/languages", ["nl", "DE"], "agents/0/languages/1: Value error, a language is"),
    "Norwegian unquoted": ("agents/0/languages", [False], "agents/0/languages/0: Value error, YAML reads no as false"),
    "an unknown network": (
        "agents/0/networks",
        ["orkut"],
        "agents/0/networks/0: Value error, there is no such network",
    ),
    "a sender without secrets": ("senders/0/standard_webhooks", [], "anybody could write as this sender"),
    "three secrets at once": ("senders/0/bearer", ["env:HELPDESK_SECRET"] * 3, "senders/0/bearer: Tuple should have"),
    "a secret spelt out": ("agents/0/key", "0123456789abcdef", "agents/0/key: Value error, a secret does not stand in"),
    "an unset secret": ("agents/0/key", "env:UNSET_SECRET", "agents/0/key: Value error, environment variable UNSET_"),
    "an empty secret": ("agents/0/key", "env:EMPTY_SECRET", "agents/0/key: Value error, environment variable EMPTY_"),
    "a secret file that is not there": ("agents/0/key", "file:/nowhere/key", "agents/0/key: Value error, cannot read"),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_file_is_refused_with_the_place(tmp_path: Path, what: str) -> None:
    place, value, expected = WRONG[what]

    assert expected in complaint(tmp_path, with_change(a_file(), place, value))


def with_change(content: dict[str, Any], place: str, value: Any) -> dict[str, Any]:
    *way, last = place.split("/")
    at: Any = content
    for step in way:
        at = at[int(step)] if step.isdigit() else at[step]
    if isinstance(at, list):
        at.append(value)
    else:
        at[last] = value
    return content


def test_an_empty_secret_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").write_text("\n")

    assert "is empty" in complaint(tmp_path, with_change(a_file(), "agents/0/key", f"file:{tmp_path / 'empty'}"))


def test_all_wrong_places_are_named_at_once(tmp_path: Path) -> None:
    content = with_change(with_change(a_file(), "agents/0/capacity", 0), "accounts/0/network", "orkut")

    message = complaint(tmp_path, content)
    assert "agents/0/capacity" in message
    assert "accounts/0/network" in message


def test_a_secret_that_is_too_short_is_refused_without_being_repeated(tmp_path: Path) -> None:
    message = complaint(tmp_path, with_change(a_file(), "agents/0/key", "env:SHORT_SECRET"))

    assert "agents/0/key" in message
    assert "hunter2" not in message


@pytest.mark.parametrize("content", ["brands: [", "\tversion: 1", "a: b: c"])
def test_what_is_not_yaml_is_refused(tmp_path: Path, content: str) -> None:
    assert "is not YAML" in complaint(tmp_path, content)


@pytest.mark.parametrize("content", ["", "just a text", "- a\n- list\n", "3"])
def test_what_is_not_a_mapping_is_refused(tmp_path: Path, content: str) -> None:
    assert "is wrong" in complaint(tmp_path, content)


def test_a_file_that_is_not_there_is_refused_with_the_variable_to_set(tmp_path: Path) -> None:
    with pytest.raises(WrongDirectory, match="Set EARSHOT_CONFIG"):
        read_directory(tmp_path / "absent.yaml")


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "earshot.yaml").write_bytes(b"version: \xff\xfe")

    with pytest.raises(WrongDirectory):
        read_directory(tmp_path / "earshot.yaml")


def test_an_agent_is_what_the_file_says_and_otherwise_serves_everybody(tmp_path: Path) -> None:
    content = a_file()
    named = {"skills": ["delivery", "dvd.repair"], "languages": ["no", "fil"], "networks": ["mastodon", "x"]}
    content["agents"][0].update(role="supervisor", certifications=["privacy"], brands=["discus"], **named)
    content["agents"].append({"id": "joris", "name": "Joris", "key": "env:HELPDESK_SECRET"})

    mira, joris = read(tmp_path, content).agents

    assert (mira.role, *mira.certifications, *mira.brands) == ("supervisor", "privacy", "discus")
    assert (mira.skills, mira.languages, mira.networks) == tuple(frozenset(values) for values in named.values())
    assert (joris.role, joris.capacity) == ("agent", 20)
    assert not (joris.skills | joris.certifications | joris.languages | joris.networks | joris.brands)
