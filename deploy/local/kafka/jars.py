"""Finds the jars of a broker, or fetches them once per user."""

import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from deploy.local.home import Home
from deploy.local.kafka.archive import fetch_archive
from deploy.local.kafka.maven import fetch_with_maven
from deploy.local.kafka.unavailable import RealKafkaUnavailable
from deploy.local.progress import Progress, State

POM = Path(__file__).with_name("pom.xml")


@dataclass(frozen=True)
class Jars:
    folder: Path
    version: str


def pinned_version() -> str:
    """The pom is the one place that names it."""
    found = ElementTree.parse(POM).findtext(".//{*}kafka.version")  # noqa: S314 - our own file
    if not found:
        raise ValueError(f"{POM} names no kafka.version")
    return found


def jars_in(folder: Path) -> Jars | None:
    """What a Kafka 4 consists of, or None where the folder does not hold one."""
    for jar in folder.glob("kafka_2.13-*.jar"):
        if (found := re.fullmatch(r"kafka_2\.13-(4(?:\.\d+)+)\.jar", jar.name)) and any(
            folder.glob("kafka-clients-*.jar")
        ):
            return Jars(folder, found[1])
    return None


def user_cache(environment: Mapping[str, str] = os.environ) -> Path:
    """Shared by all clones of one user, so that a fresh one starts at once."""
    cache = Path(environment.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return cache / "earshot" / f"kafka-{pinned_version()}"


def find_jars(data_dir: Path, progress: Progress, environment: Mapping[str, str] = os.environ) -> Jars | None:
    """Raises RealKafkaUnavailable when EARSHOT_KAFKA_HOME points at something else than a Kafka 4."""
    for variable in ("EARSHOT_KAFKA_HOME", "KAFKA_HOME"):
        if home := environment.get(variable):
            if jars := jars_in(Path(home) / "libs") or jars_in(Path(home)):
                return jars
            complaint = f"{variable}={home} holds no jars of Apache Kafka 4 (looked in libs/)"
            if variable == "EARSHOT_KAFKA_HOME":
                raise RealKafkaUnavailable(complaint)
            progress.say("KAFKA_HOME", f"{complaint}, so it is not used", State.WARNING)
    return jars_in(data_dir / "kafka" / "libs") or jars_in(user_cache(environment))


async def find_or_fetch_jars(home: Home, progress: Progress) -> Jars:
    """Raises RealKafkaUnavailable when they are neither here nor to be had."""
    return find_jars(home.path, progress) or await _fetch(home, progress)


async def _fetch(home: Home, progress: Progress) -> Jars:
    cache, version = user_cache(), pinned_version()
    cache.parent.mkdir(parents=True, exist_ok=True)
    # Whole or not at all: a download that breaks leaves a folder that nobody looks into.
    with tempfile.TemporaryDirectory(prefix=".download-", dir=cache.parent) as arriving:
        libs = Path(arriving) / "libs"
        if shutil.which("mvn"):
            await fetch_with_maven(POM, libs, home, progress)
        else:
            await fetch_archive(version, libs, progress)
        if jars_in(libs) is None:
            raise RealKafkaUnavailable(f"what was downloaded is not Apache Kafka {version}")
        try:
            libs.rename(cache)
        except OSError:
            if jars_in(cache) is None:  # unless another supervisor was quicker
                raise
    return Jars(cache, version)
