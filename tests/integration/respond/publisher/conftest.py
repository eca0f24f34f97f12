"""The town square, as a process of its own, and a scene on it for each test."""

import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from structlog.testing import capture_logs

from shared.runtime.ids import random_id
from tests.integration.respond.publisher.scene import REPOSITORY, Scene


@pytest.fixture(scope="session")
def square(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Its address. It ignores idempotency keys, as GoToSocial does, unless a test says otherwise."""
    ledger = tmp_path_factory.mktemp("square") / "ledger.sqlite"
    command = [sys.executable, "-m", "deploy.local.townsquare", "--port", "0", "--ledger", str(ledger)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().split()[-1]
        process.terminate()


@pytest.fixture
async def scene(square: str, database: Any, mongo_url: str, tmp_path: Path) -> AsyncIterator[Scene]:
    """A brand account and a customer that no other test knows, on an empty square without faults."""
    async with httpx2.AsyncClient(base_url=square, timeout=30) as http:
        await http.post("/_square/reset", json={})
        await http.post("/_square/settings", json={"idempotency": "ignored"})
        name = random_id("b").replace("-", "_")
        brand = (await http.post("/_square/accounts", json={"username": name, "brand": True})).json()
        customer = (await http.post("/_square/accounts", json={"username": f"c_{name}"})).json()
        config = tmp_path / "earshot.yaml"
        write_directory(config, square, brand["token"])
        with capture_logs():
            yield Scene(
                http=http, database=database, mongo_url=mongo_url, config=config, brand=brand, customer=customer
            )


def write_directory(config: Path, square: str, token: str, *, armed: bool = True) -> None:
    secret = config.with_name("token")
    secret.write_text(token)
    config.write_text(f"""
version: 1
brands: [{{id: discus, name: Discus}}]
accounts:
  - {{id: brand@square, brand: discus, network: mastodon, base_url: "{square}", token: "file:{secret}", armed: {armed}}}
""")
