"""Which Java will do."""

from pathlib import Path

import pytest

from deploy.local.kafka.java import find_java, major_version
from deploy.local.kafka.unavailable import RealKafkaUnavailable


@pytest.mark.parametrize(
    ("said", "version"),
    [
        ('openjdk version "17.0.15" 2025-04-15', 17),
        ('openjdk version "25" 2025-09-16', 25),
        ('java version "1.8.0_402"', 8),
        ('Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "21.0.1" 2023-10-17', 21),
        ("The operation couldn't be completed. Unable to locate a Java Runtime.", None),
    ],
)
def test_the_version_is_found_in_what_java_says(said: str, version: int | None) -> None:
    assert major_version(said) == version


async def test_a_java_that_is_too_old_is_named_with_what_is_needed(tmp_path: Path) -> None:
    _a_java(tmp_path, "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2")

    with pytest.raises(RealKafkaUnavailable, match=r"is Java 11, .* needs Java 17 or newer"):
        await find_java({"JAVA_HOME": str(tmp_path)})


async def test_a_java_that_does_not_run_is_reported_in_its_own_words(tmp_path: Path) -> None:
    _a_java(tmp_path, "echo no runtime here; exit 1")

    with pytest.raises(RealKafkaUnavailable, match="no runtime here"):
        await find_java({"JAVA_HOME": str(tmp_path)})


async def test_a_wrong_java_home_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    with pytest.raises(RealKafkaUnavailable, match="JAVA_HOME"):
        await find_java({"JAVA_HOME": str(tmp_path)})


async def test_no_java_at_all_is_said(tmp_path: Path) -> None:
    with pytest.raises(RealKafkaUnavailable, match="install Java 17"):
        await find_java({"PATH": str(tmp_path)})


def _a_java(home: Path, script: str) -> None:
    (home / "bin").mkdir()
    java = home / "bin" / "java"
    java.write_text(f"#!/bin/sh\n{script}\n")
    java.chmod(0o755)
