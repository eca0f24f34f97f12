"""Finds a Java that can run Kafka 4."""

import asyncio
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from deploy.local.kafka.unavailable import RealKafkaUnavailable

NEEDED = 17


async def find_java(environment: Mapping[str, str] = os.environ) -> Path:
    """Of JAVA_HOME, else of PATH. Raises RealKafkaUnavailable, saying what is wrong with what was found."""
    java = _candidate(environment)
    asking = await asyncio.create_subprocess_exec(
        str(java), "-version", stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT
    )
    said, _ = await asking.communicate()
    version = major_version(said.decode(errors="replace"))
    if asking.returncode != 0 or version is None:
        raise RealKafkaUnavailable(f"{java} does not run: {said.decode(errors='replace').strip()}")
    if version < NEEDED:
        raise RealKafkaUnavailable(
            f"{java} is Java {version}, Apache Kafka 4 needs Java {NEEDED} or newer; "
            "install one or point JAVA_HOME at it"
        )
    return java


def _candidate(environment: Mapping[str, str]) -> Path:
    if home := environment.get("JAVA_HOME"):
        java = Path(home) / "bin" / "java"
        if not java.is_file():
            raise RealKafkaUnavailable(f"JAVA_HOME={home} holds no bin/java")
        return java
    if on_path := shutil.which("java", path=environment.get("PATH")):
        return Path(on_path)
    raise RealKafkaUnavailable(f"there is no java; install Java {NEEDED} or newer, or point JAVA_HOME at it")


def major_version(said: str) -> int | None:
    """Of what `java -version` prints: `"17.0.15"` is 17, `"1.8.0_402"` is 8."""
    found = re.search(r'version "(?:1\.)?(\d+)', said)
    return int(found[1]) if found else None
