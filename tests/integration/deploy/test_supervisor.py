"""The life of the supervisor: what it starts ends with it, however it ends."""

import os
import signal
from pathlib import Path

import pytest

from deploy.local.home import DataFolderBusy
from deploy.local.infra import infra
from deploy.local.stack_file import StackFile, read_stack
from tests.integration.deploy.processes_alive import alive, eventually, mentioning
from tests.integration.deploy.supervised import supervised


def children(stack: StackFile) -> set[int]:
    return {pid for name, pid in stack.pids.items() if name != "supervisor"}


async def test_killed_it_leaves_nothing_and_starts_again_on_the_same_data(tmp_path: Path) -> None:
    """With the best Kafka that this machine has; EARSHOT_KAFKA says which it must be. Then Ctrl-C is a good end."""
    async with supervised(tmp_path, "--only", "infra", kafka="auto") as first:
        await first.ready()
        before = read_stack(tmp_path)
        assert alive(children(before)) == children(before)

        await first.ends(signal.SIGKILL)
        await eventually(lambda: not mentioning(tmp_path))

    async with supervised(tmp_path, "--only", "infra", kafka=before.kafka_kind) as second:
        await second.ready()
        after = read_stack(tmp_path)

        assert after.backing == before.backing
        assert await second.ends(signal.SIGINT) == 0
        assert not mentioning(tmp_path)
        assert not (tmp_path / "stack.json").exists()


async def test_killed_together_with_every_child_it_starts_again(tmp_path: Path) -> None:
    async with supervised(tmp_path, "--only", "infra", kafka="mock") as first:
        await first.ready()
        everything = children(read_stack(tmp_path))
        first.process.kill()
        for pid in everything:
            kill(pid)
        await eventually(lambda: not mentioning(tmp_path))

    async with infra(tmp_path, "mock") as backing:
        assert not everything & {child.pid for child in backing.children}


async def test_it_can_be_told_to_end_before_it_is_ready(tmp_path: Path) -> None:
    async with supervised(tmp_path, "--only", "infra", kafka="mock") as supervisor:
        await eventually((tmp_path / "logs" / "mongod.log").exists)

        assert await supervisor.ends(signal.SIGTERM) == 0
        assert not mentioning(tmp_path)


async def test_when_mongodb_falls_everything_ends_with_its_last_words(tmp_path: Path) -> None:
    async with supervised(tmp_path, "--only", "infra", kafka="mock") as supervisor:
        await supervisor.ready()

        kill(read_stack(tmp_path).pids["mongod"])

        assert await supervisor.ends() == 1
        said = await supervisor.said()
        assert "mongod ended with exit code -9" in said
        assert "mongod.log" in said
        assert not mentioning(tmp_path)


async def test_a_second_supervisor_on_the_same_data_is_refused(tmp_path: Path) -> None:
    async with infra(tmp_path, "mock"):
        with pytest.raises(DataFolderBusy, match="another supervisor"):
            async with infra(tmp_path, "mock"):
                raise AssertionError("both got in")


def kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass  # it was quicker
