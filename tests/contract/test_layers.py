"""Each layering contract is seen to fail on a planted violation, so that a contract which checks nothing is noticed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PLANTS = [
    ("services/route/planted.py", "import services.ingest", "Services talk only through Kafka and the case"),
    ("services/route/domain/planted.py", "import motor", "Domain is pure"),
    ("shared/case/state/stage.py", "import pydantic", "The case decides with the standard library alone"),
    ("services/route/handlers.py", "import shared.case.kept.store", "Handlers know needs, not adapters"),
    (
        "services/respond/publishing/planted.py",
        "import services.respond.store.notes",
        "The publisher cannot read notes",
    ),
    (
        "services/respond/networks/planted.py",
        "import services.respond.api.together.notes",
        "The publisher cannot read notes",
    ),
    (
        "services/respond/webhooks/planted.py",
        "import services.respond.handlers.notes",
        "What is told to others cannot read notes",
    ),
    (
        "services/classify/training/planted.py",
        "import services.classify.evaluation.corrected",
        "No model learns from corrections by itself",
    ),
    (
        "services/classify/training/planted.py",
        "import pymongo",
        "Training reads its own posts and asks nobody",
    ),
    ("shared/runtime/planted.py", "import services.route", "Shared is a floor, not a lobby"),
    ("shared/kafka/planted.py", "import shared.contracts", "The floor knows no word of customer care"),
]


@pytest.mark.parametrize(
    ("file", "line", "contract"), PLANTS, ids=[f"{contract}: {file}" for file, _, contract in PLANTS]
)
def test_a_planted_violation_breaks_the_contract(tmp_path: Path, file: str, line: str, contract: str) -> None:
    for package in ("services", "shared"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    planted = tmp_path / file
    planted.write_text(f"{line}\n" + (planted.read_text() if planted.exists() else ""))

    found = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert found.returncode == 1, found.stdout + found.stderr
    assert f"{contract} BROKEN" in found.stdout
