"""What the stack says of itself to other programs."""

import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from deploy.local.stack_file import NoStack, StackFile, read_stack

A_STACK = StackFile(
    backing="kafka 4.1.1 real",
    kafka_kind="real",
    kafka_bootstrap="127.0.0.1:9092",
    mongo_url="mongodb://127.0.0.1:27017/?replicaSet=earshot",
    mongo_database="earshot",
    urls={"route": "http://127.0.0.1:8084"},
    ports={"route": 8084},
    pids={"supervisor": os.getpid(), "route": 2},
    secrets_file="secrets.env",
)


def test_what_was_written_is_read(tmp_path: Path) -> None:
    A_STACK.write(tmp_path)

    assert read_stack(tmp_path) == A_STACK


def test_the_file_of_a_killed_supervisor_is_no_stack(tmp_path: Path) -> None:
    with subprocess.Popen(["true"]) as ended:
        ended.wait()
    replace(A_STACK, pids={"supervisor": ended.pid}).write(tmp_path)

    with pytest.raises(NoStack):
        read_stack(tmp_path)


def test_without_a_stack_the_error_says_how_to_start_one(tmp_path: Path) -> None:
    with pytest.raises(NoStack, match="make run"):
        read_stack(tmp_path)
