"""The whole application over a database of the test's own, and agents to ask it."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import httpx2
import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI

from services.respond.live.broadcast import Broadcast
from services.respond.settings import RespondSettings
from services.respond.store.indexes import create_indexes
from services.respond.wiring.app import make_app
from services.respond.wiring.ground import Ground
from shared.case.keeping import Step
from shared.case.kept.indexes import CASES, INDEXES
from shared.case.kept.store import CaseStore
from shared.case.state.case import Case
from shared.directory.model import Directory
from shared.directory.roster import Roster
from shared.kafka.record import Outgoing
from shared.levels.answers import STANDARD_RULES, AnswerRules
from shared.mongo.database import connect, disconnect
from shared.runtime.clock import Clock
from shared.runtime.errors import Unavailable
from shared.runtime.health import Health
from shared.runtime.ids import random_id
from tests.builders import NOON

ORIGIN = "http://console.example"
_WHO = ("mira", "joris", "quinn", "sara", "ada", "aldo", "helpdesk", "quaydesk")
KEYS = {who: f"{who}-key-0123456789" for who in _WHO}
"""Of the agents, and of the two support platforms."""
MIRAS_PASSWORD = "seven-rusty-bicycles"
DIRECTORY = Directory.model_validate(
    {
        "version": 1,
        "brands": [{"id": "discus", "name": "Discus DVD Rental"}, {"id": "quay", "name": "Quay Bikes"}],
        "accounts": [
            {
                "id": "discus@townsquare",
                "brand": "discus",
                "network": "mastodon",
                "base_url": "http://square.example",
                "token": "not-a-secret-at-all",
            }
        ],
        "senders": [
            {"id": "helpdesk", "brand": "discus", "bearer": [KEYS["helpdesk"]]},
            {"id": "quaydesk", "brand": "quay", "bearer": [KEYS["quaydesk"]]},
        ],
        "agents": [
            {
                "id": "mira",
                "name": "Mira",
                "key": KEYS["mira"],
                "password_hash": PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(MIRAS_PASSWORD),
                "role": "supervisor",
            },
            {"id": "joris", "name": "Joris", "key": KEYS["joris"]},
            {"id": "quinn", "name": "Quinn", "key": KEYS["quinn"], "brands": ["quay"]},
            {"id": "sara", "name": "Sara", "key": KEYS["sara"], "brands": ["quay"], "role": "supervisor"},
            {"id": "ada", "name": "Ada", "key": KEYS["ada"], "role": "admin"},
            {"id": "aldo", "name": "Aldo", "key": KEYS["aldo"], "brands": ["quay"], "role": "admin"},
        ],
    }
)


@dataclass
class Site:
    """The application, what it stands on, and what it sent to Kafka. `now` is what its clock says unless it has one."""

    database: Any
    broadcast: Broadcast
    now: datetime = NOON
    clock: Clock | None = None
    is_kafka_down: bool = False
    settings: RespondSettings = field(default_factory=RespondSettings)
    rules: AnswerRules = STANDARD_RULES
    sent: list[Outgoing] = field(default_factory=list)
    roster: Roster = field(init=False)
    ground: Ground = field(init=False)
    app: FastAPI = field(init=False)

    def __post_init__(self) -> None:
        self.roster = Roster(DIRECTORY.agents, self.database)
        self.ground = Ground(
            settings=self.settings,
            directory=DIRECTORY,
            database=self.database,
            broadcast=self.broadcast,
            roster=self.roster,
            send=self._send,
            health=Health(),
            clock=self.clock or (lambda: self.now),
            answer_rules=lambda: self.rules,
        )
        self.app = make_app(self.ground)

    async def opened(self, *cases: Case) -> None:
        """Put cases into the database."""
        for case in cases:
            assert await CaseStore(self.database).save([Step(before=None, after=case)])

    def client(self, agent: str | None = None, *, key: str | None = None, **headers: str) -> httpx2.AsyncClient:
        """Return a client that asks as one of KEYS, with a key, or as nobody. A bug answers 500 instead of raising."""
        if agent is not None:
            key = KEYS[agent]
        if key is not None:
            headers["Authorization"] = f"Bearer {key}"
        transport = httpx2.ASGITransport(app=self.app, raise_app_exceptions=False)
        return httpx2.AsyncClient(transport=transport, base_url=ORIGIN, headers=headers)

    async def _send(self, records: Sequence[Outgoing]) -> None:
        if self.is_kafka_down:
            raise Unavailable("told to be down")
        self.sent += records


@pytest.fixture(scope="session")
def kept_database() -> str:
    """The name of a database that many tests use in turn: making its hundred indexes takes longer than most tests."""
    return random_id("site")


@pytest.fixture
async def database(mongo_url: str, kept_database: str) -> AsyncIterator[Any]:
    """An empty database with the indexes of the cases, emptied afterwards."""
    own = connect(mongo_url, kept_database)
    await own[CASES].create_indexes(INDEXES)
    yield own
    await own.command("profile", 0)
    for name in await own.list_collection_names():
        if name.startswith("system."):
            await own[name].drop()
        else:
            await own[name].delete_many({})
    disconnect(own)


@pytest.fixture
async def site(database: Any) -> Site:
    """The application over an empty database."""
    await create_indexes(database)
    return Site(database=database, broadcast=Broadcast(boot="test", window=100))


def _asks(who: str | None) -> Any:
    """A fixture that gives a client that asks as one of KEYS, or as nobody."""

    async def asks(site: Site) -> AsyncIterator[httpx2.AsyncClient]:
        async with site.client(who) as client:
            yield client

    return pytest.fixture(asks)


mira = _asks("mira")
"""Mira, who sees all brands and supervises."""
joris = _asks("joris")
"""Joris, who sees all brands and supervises nobody."""
quinn = _asks("quinn")
"""Quinn, who sees Quay only."""
sara = _asks("sara")
"""Sara, who supervises Quay only."""
ada = _asks("ada")
"""Ada, who sees all brands and administers."""
aldo = _asks("aldo")
"""Aldo, who administers Quay only."""
helpdesk = _asks("helpdesk")
"""The support platform that sends for Discus."""
nobody = _asks(None)
"""A stranger."""
