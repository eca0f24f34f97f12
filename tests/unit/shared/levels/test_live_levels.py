"""A changed file counts without a restart, a wrong one changes nothing."""

import asyncio
import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from prometheus_client import REGISTRY

from shared.levels.book import Levels
from shared.levels.live import LiveLevels
from shared.runtime.yaml_file import WrongFile
from tests.unit.shared.levels.files import a_file
from tests.waiting import until


class File:
    """levels.yaml, under somebody's hands."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.write(with_target("1h"))

    def write(self, text: str) -> None:
        self.path.write_text(text)

    def remove(self) -> None:
        self.path.unlink()


@pytest.fixture
def file(tmp_path: Path) -> File:
    return File(tmp_path / "levels.yaml")


def with_target(target: str) -> str:
    content: dict[str, Any] = a_file()
    content["policies"][1]["targets"]["first_response"] = target
    return yaml.safe_dump(content)


def target_of(levels: Levels) -> int | None:
    return levels.book.policies[-1].terms["normal"].first_response


def wrong() -> float | None:
    return REGISTRY.get_sample_value("earshot_levels_wrong")


async def look_twice(levels: LiveLevels) -> None:
    await levels.look()
    await levels.look()


async def test_a_changed_file_counts_and_whoever_wants_to_know_is_told(file: File) -> None:
    levels = LiveLevels(file.path)
    told: list[Levels] = []
    levels.on_change(told.append)

    file.write(with_target("2h"))
    await look_twice(levels)
    await look_twice(levels)

    assert target_of(levels.current) == 7200
    assert told == [levels.current]
    assert await levels.problem() is None


async def test_a_file_that_may_still_be_being_written_is_not_taken_over(file: File) -> None:
    """What is found at one look only never counts, even where it would be right."""
    levels = LiveLevels(file.path)

    file.write(with_target("2h"))
    await levels.look()
    assert target_of(levels.current) == 3600
    file.write(with_target("3h"))
    await levels.look()
    assert target_of(levels.current) == 3600
    await levels.look()

    assert target_of(levels.current) == 3 * 3600


async def test_a_wrong_file_is_reported_and_the_former_levels_count(file: File) -> None:
    levels = LiveLevels(file.path)
    before = levels.current
    told: list[Levels] = []
    levels.on_change(told.append)

    file.write(with_target("0h"))
    await look_twice(levels)

    assert levels.current is before
    problem = await levels.problem() or ""
    assert "first_response: 0h is no time at all" in problem
    assert f"{before.digest} still count" in problem
    assert told == []
    assert wrong() == 1

    file.write(with_target("2h"))
    await look_twice(levels)

    assert target_of(levels.current) == 7200
    assert await levels.problem() is None
    assert wrong() == 0


async def test_going_back_from_a_wrong_file_is_no_change(file: File) -> None:
    levels = LiveLevels(file.path)
    told: list[Levels] = []
    levels.on_change(told.append)

    file.write("version: [")
    await look_twice(levels)
    assert await levels.problem() is not None
    file.write(with_target("1h"))
    await look_twice(levels)

    assert await levels.problem() is None
    assert wrong() == 0
    assert told == []


async def test_a_file_that_is_gone_is_a_wrong_file_until_it_is_back(file: File) -> None:
    levels = LiveLevels(file.path)

    file.remove()
    await look_twice(levels)
    assert "No such file" in (await levels.problem() or "")
    assert target_of(levels.current) == 3600
    file.write(with_target("1h"))
    await look_twice(levels)

    assert await levels.problem() is None


def a_config_map(tmp_path: Path) -> Path:
    """As Kubernetes mounts it: the file is a link through `..data`, and that link is replaced."""
    for version, target in (("v1", "1h"), ("v2", "2h")):
        (tmp_path / version).mkdir()
        (tmp_path / version / "levels.yaml").write_text(with_target(target))
        os.utime(tmp_path / version / "levels.yaml", (0, 0))
    (tmp_path / "..data").symlink_to("v1")
    (tmp_path / "levels.yaml").symlink_to("..data/levels.yaml")
    return tmp_path / "levels.yaml"


def turn(config_map: Path) -> None:
    folder = config_map.parent
    (folder / "..data_tmp").symlink_to("v2")
    (folder / "..data_tmp").rename(folder / "..data")


async def test_the_turn_of_a_symbolic_link_is_noticed(tmp_path: Path) -> None:
    """Both versions are of one size and of one time."""
    config_map = a_config_map(tmp_path)
    levels = LiveLevels(config_map)

    turn(config_map)
    await look_twice(levels)

    assert target_of(levels.current) == 7200


def test_a_process_does_not_start_without_right_levels(tmp_path: Path) -> None:
    with pytest.raises(WrongFile):
        LiveLevels(tmp_path / "levels.yaml")


async def test_it_looks_by_itself_until_it_is_told_to_stop(file: File) -> None:
    levels = LiveLevels(file.path, every=0.01)
    stop = asyncio.Event()
    running = asyncio.create_task(levels.run(stop))

    file.write(with_target("2h"))
    await until(lambda: target_of(levels.current) == 7200)
    stop.set()

    await asyncio.wait_for(running, timeout=5)
