"""All of Earshot, as `make run` starts it, once for the whole level."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from deploy.local.running import Stack
from deploy.local.secret_file import read_secrets
from deploy.local.stack import Wanted, stack
from tests.e2e.world import Desk, Helpdesk, Square

SETTINGS = {
    "EARSHOT_UNDO_SECONDS": "0",
    # The town square shows a post at once, so its absence can be believed sooner than a real network's.
    "EARSHOT_PUBLISHER_ABSENT_SECONDS": "2",
    "EARSHOT_PUBLISHER_FIRST_LOOK_SECONDS": "0.5",
    "EARSHOT_PUBLISHER_FIRST_WAIT_SECONDS": "0.5",
    "EARSHOT_PUBLISHER_LEASE_SECONDS": "6",
    "EARSHOT_PUBLISHER_ATTEMPT_SECONDS": "4",
    "EARSHOT_NETWORK_SECONDS": "3",
}


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def earshot(machine: None, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stack]:
    """Kafka, MongoDB, the town square and the eight processes, ready."""
    async with stack(tmp_path_factory.mktemp("earshot"), Wanted(environment=SETTINGS)) as running:
        yield running


@pytest.fixture(scope="session")
def secrets(earshot: Stack) -> dict[str, str]:
    """The secrets that the stack made."""
    data: Path = earshot.home.path
    return read_secrets(data)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def square(earshot: Stack) -> AsyncIterator[Square]:
    """The town square."""
    found = Square(earshot["townsquare"].url)
    yield found
    await found.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def mira(earshot: Stack, secrets: dict[str, str]) -> AsyncIterator[Desk]:
    """Agent Mira's desk. She is not at work unless a test says so, so that nothing is assigned by itself."""
    desk = Desk(earshot["respond-api"].url, secrets["EARSHOT_SECRET_AGENT_MIRA"], name="mira")
    yield desk
    await desk.close()


@pytest.fixture(scope="session")
def helpdesk(earshot: Stack, secrets: dict[str, str]) -> Helpdesk:
    """The support platform."""
    return Helpdesk(url=earshot["ingest"].url, secret=secrets["EARSHOT_SECRET_HELPDESK"])
