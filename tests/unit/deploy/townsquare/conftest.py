"""Town squares for tests: one per test without a port, and one per module on a real connection."""

import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from httpx2 import ASGITransport, AsyncClient

from deploy.local.townsquare.app import create_app
from deploy.local.townsquare.clock import system_clock
from deploy.local.townsquare.ledger import Ledger
from deploy.local.townsquare.serving import listen, server_for
from deploy.local.townsquare.square import Square
from tests.unit.deploy.townsquare.town import HOME, StoppedClock, Town


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture
def square(tmp_path: Path, clock: StoppedClock) -> Iterator[Square]:
    square = Square(Ledger(tmp_path / "ledger.sqlite"), clock, HOME)
    yield square
    square.ledger.close()


@pytest.fixture
async def town(square: Square) -> AsyncIterator[Town]:
    async with AsyncClient(transport=ASGITransport(create_app(square)), base_url=HOME) as http:
        yield Town(http)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One square on a port of this machine for all tests of a module, which reset it."""
    ledger: Path = tmp_path_factory.mktemp("square") / "ledger.sqlite"
    sock = listen("127.0.0.1", 0)
    address = f"http://127.0.0.1:{sock.getsockname()[1]}"
    server = server_for(create_app(Square(Ledger(ledger), system_clock, address)))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [sock]})
    thread.start()
    yield address
    server.should_exit = True
    thread.join(10)
