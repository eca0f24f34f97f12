"""The town square, as a process of its own, and a scene on it for each test."""

import subprocess
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest
from structlog.testing import capture_logs

from services.respond.live.broadcast import Broadcast
from services.respond.settings import RespondSettings
from services.respond.store.indexes import create_indexes
from services.respond.wiring.app import make_app
from services.respond.wiring.ground import Ground
from shared.directory.file import read_directory
from shared.directory.roster import Roster
from shared.kafka.record import Outgoing
from shared.runtime.health import Health
from shared.runtime.ids import random_id
from tests.integration.respond.api.conftest import DIRECTORY, KEYS
from tests.integration.respond.process import REPOSITORY
from tests.integration.respond.publisher.scene import Scene


@dataclass(frozen=True)
class People:
    """Mira, who supervises, and Joris, who does not, asking the API."""

    mira: httpx2.AsyncClient
    joris: httpx2.AsyncClient


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


@pytest.fixture
async def people(scene: Scene) -> AsyncIterator[People]:
    """The real API over the scene's database and account."""
    await create_indexes(scene.database)
    roster = Roster(DIRECTORY.agents, scene.database)
    app = make_app(
        Ground(
            settings=RespondSettings(network_seconds=2),
            directory=DIRECTORY.model_copy(update={"accounts": read_directory(scene.config).accounts}),
            database=scene.database,
            broadcast=Broadcast(boot="test", window=100),
            roster=roster,
            send=_unsent,
            health=Health(),
        )
    )
    transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)

    def client(who: str) -> httpx2.AsyncClient:
        key = {"Authorization": f"Bearer {KEYS[who]}"}
        return httpx2.AsyncClient(transport=transport, base_url="http://console.example", headers=key)

    async with client("mira") as mira, client("joris") as joris:
        yield People(mira=mira, joris=joris)


async def _unsent(_records: Sequence[Outgoing]) -> None:
    raise AssertionError("nothing here goes to Kafka")


def write_directory(config: Path, square: str, token: str, *, armed: bool = True) -> None:
    secret = config.with_name("token")
    secret.write_text(token)
    config.write_text(f"""
version: 1
brands: [{{id: discus, name: Discus}}]
accounts:
  - {{id: brand@square, brand: discus, network: mastodon, base_url: "{square}", token: "file:{secret}", armed: {armed}}}
""")
